import type { Disclosure } from "../domain/consent.ts";
import type { ConceptCard } from "../domain/concept.ts";
import { localised } from "../domain/language.ts";
import { titleToShow } from "../domain/told-lines.ts";
import type { Choice, Message } from "./events.ts";
import { readdressed, type Words } from "./wording.ts";

/** What a concept is called in the conversation: our own headline, else the taxonomy's label. */
export function plainName({ headline, label }: Pick<ConceptCard, "headline" | "label">, words: Words): string {
  const own = headline[words.language];
  return own ? readdressed(own, words.language, words.form) : localised(label, words.language);
}

/** What stands on a button. */
export function choiceText({ label }: Choice, words: Words): string {
  if ("told" in label) return label.told;
  return "key" in label ? words.say(label.key) : plainName(label.concept, words);
}

/** How to reach the contact person, in one line; null when there is none. */
export function contactLine(disclosure: Disclosure): string | null {
  const { contact } = disclosure;
  if (!contact) return null;
  const parts = [contact.name, contact.phone, contact.email].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(", ") : null;
}

function operatorIn({ operatorName }: Disclosure, words: Words): string {
  return operatorName ?? words.say("notice.operator_unnamed");
}

/** Who can read along: hosts of models, whoever holds the key, in Teams the organisation; nobody only where that is so. */
function readers(disclosure: Disclosure, words: Words): string {
  const lines: string[] = [];
  if (disclosure.modelHost) lines.push(words.say("notice.readers_model", { host: disclosure.modelHost }));
  if (disclosure.storedWhere === "operator_database") lines.push(words.say("notice.readers_operator", { operator: operatorIn(disclosure, words) }));
  if (disclosure.channel === "teams") lines.push(words.say("notice.readers_teams"));
  return lines.length > 0 ? lines.join(" ") : words.say("notice.readers_nobody");
}

/** The same, as an answer to who sees this. An operator, or an organisation with Teams, may be somebody's employer, or the council. */
function readersAsked(disclosure: Disclosure, words: Words): string {
  const { storedWhere, channel, operatorName } = disclosure;
  const mayBeEmployer = storedWhere === "operator_database" || channel === "teams";
  const others = mayBeEmployer ? "faq.nobody_else" : operatorName === null ? "faq.no_boss_or_council" : "notice.boss";
  return [readers(disclosure, words), words.say(others)].join(" ");
}

/** Who runs this is told where the notice tells it. */
function offeredBy({ operatorName }: Disclosure, words: Words): string {
  return operatorName === null ? "" : ` ${words.say("notice.offered_by", { operator: operatorName })}`;
}

/** Where what is typed is kept, and how long. */
function kept(disclosure: Disclosure, words: Words): string[] {
  const { storedWhere, transcriptDays, abandonedDays } = disclosure;
  return [
    words.say(`notice.kept_${storedWhere}`, { operator: operatorIn(disclosure, words) }),
    transcriptDays === null ? words.say("notice.term_until_erased") : words.say("notice.term", { days: transcriptDays }),
    ...(abandonedDays === null ? [] : [words.say("notice.term_abandoned", { days: abandonedDays })]),
  ];
}

/** The opening notice: what is true of this installation, in a few short lines. */
export function noticeText(disclosure: Disclosure, words: Words): string {
  const { operatorName, storedWhere } = disclosure;
  return [
    words.say("notice.computer"),
    ...(operatorName !== null && storedWhere === "this_machine" ? [words.say("notice.offered_by", { operator: operatorName })] : []),
    ...kept(disclosure, words),
    readers(disclosure, words),
    words.say("notice.stop"),
    words.say("notice.age"),
  ].join("\n");
}

function moreText(disclosure: Disclosure, words: Words): string {
  const contact = contactLine(disclosure);
  return [
    words.say("notice.more_what"),
    words.say("notice.more_private"),
    words.say("notice.more_owner"),
    ...(contact ? [words.say("notice.more_contact", { contact })] : []),
  ].join("\n");
}

/** A part is said by its name, a headline in the form of address that was chosen, a title as the passport shows it. */
function spoken({ part, title, ...params }: Message["params"], words: Words): Message["params"] {
  const ours = ["headline", "meaning", "name", "names"].flatMap((name) => {
    const text = params[name];
    return text === undefined ? [] : [[name, readdressed(String(text), words.language, words.form)] as const];
  });
  return {
    ...Object.fromEntries(ours),
    ...(part === undefined ? {} : { part: words.say(`part.${part}`) }),
    ...(title === undefined ? {} : { title: titleToShow(String(title)) }),
  };
}

/** The words of one message, its parameters and the running configuration filled in. */
export function textOf(message: Message, disclosure: Disclosure, words: Words): string {
  const contact = contactLine(disclosure);
  return words.say(message.key, {
    ...message.params,
    ...spoken(message.params, words),
    notice: message.key === "opening.notice" ? noticeText(disclosure, words) : "",
    more: message.key === "opening.more" ? moreText(disclosure, words) : "",
    readers: message.key === "faq.who_reads" ? readersAsked(disclosure, words) : "",
    offered: ["faq.who_reads", "faq.sold"].includes(message.key) ? offeredBy(disclosure, words) : "",
    kept: message.key === "faq.what_kept" ? kept(disclosure, words).join(" ") : "",
    computer: message.key === "faq.are_you_human" ? words.say("notice.computer") : "",
    stop: message.key === "faq.stopping" ? words.say("notice.stop") : "",
    contact: contact ?? "",
    contact_line: contact ? words.say("distress.contact_line", { contact }) : "",
  });
}
