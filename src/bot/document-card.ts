import type { Card, Choice } from "../dialogs/events.ts";
import type { Words } from "../dialogs/wording.ts";
import { credentialLine, experienceLine } from "../domain/told-lines.ts";
import { type AdaptiveCard, beside, card, type Element, field, numberedLines, plain, small, whole } from "./cards.ts";

type DocumentCard = Extract<Card, { type: "document" }>;
type Experience = DocumentCard["experiences"][number];
type Credential = DocumentCard["credentials"][number];

/** A box that is ticked: what stands beside it is taken over unless it is unticked. */
function tick(id: string, title: string): Element {
  return { type: "Input.Toggle", id: `${id}.keep`, title, value: "true", valueOn: "true", valueOff: "false", wrap: true };
}

const lineOf = (each: Experience) => [experienceLine(each), each.summary].filter((part) => part !== null && part !== "").join(" – ");

function experienceForm(each: Experience, words: Words): Element[] {
  return [
    whole(field(each.id, "title", words.say("card.title"), each.title)),
    field(each.id, "organisation", words.say("card.organisation"), each.organisation),
    beside(field(each.id, "start", words.say("card.start"), each.start), field(each.id, "end", words.say("card.end"), each.end)),
  ];
}

function credentialForm(each: Credential, words: Words): Element[] {
  return [
    whole(field(each.id, "title", words.say("card.credentials"), each.title)),
    field(each.id, "institution", words.say("card.institution"), each.institution),
    field(each.id, "date", words.say("card.date"), each.date),
  ];
}

/** What was read in a document: a ticked line for each thing; or, as a form, its words to put right. */
export function documentCard({ experiences, credentials, shows }: DocumentCard, choices: readonly Choice[], words: Words): AdaptiveCard {
  const credential = (each: Credential) => credentialLine(each, words.say("card.not_finished"));
  const heading = (key: string, things: readonly unknown[]) => (things.length > 0 ? [small(words.say(key))] : []);
  if (shows === "list") {
    const listed = numberedLines([...experiences.map(lineOf), ...credentials.map(credential)]);
    return card(
      words,
      listed.map((line) => plain(line)),
      choices,
      listed.join("\n"),
    );
  }
  const body =
    shows === "form"
      ? [...experiences.flatMap((each) => experienceForm(each, words)), ...credentials.flatMap((each) => credentialForm(each, words))]
      : [
          ...heading("card.experiences", experiences),
          ...experiences.map((each) => tick(each.id, lineOf(each))),
          ...heading("card.credentials", credentials),
          ...credentials.map((each) => tick(each.id, credential(each))),
        ];
  const lines = [...experiences.map(lineOf), ...credentials.map(credential)];
  return card(words, body.length > 0 ? body : [plain("")], choices, lines.join("\n"));
}
