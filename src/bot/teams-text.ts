import type { ChannelActivity } from "./teams-admission.ts";

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code === 0xa0 ? " " : code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Elements that formatted input is made of; what somebody types between < and > arrives escaped, and is none. */
const blocks = "p|div|br|li|ul|ol|h[1-6]|pre|tr|table|tbody|thead|hr|codeblock|blockquote";
const inline = "span|strong|em|b|i|u|s|strike|del|ins|sub|sup|code|a|font|td|th|at|attachment|readonly|systemeventmessage|emoji|img";
const block = new RegExp(`</?(?:${blocks})\\b[^<>]*>`, "gi");
const other = new RegExp(`</?(?:${inline})\\b[^<>]*>`, "gi");

const mention = /<at\b[^<>]*>([^<]*)<\/at>|<span\b[^<>]*itemtype="[^"<>]*\/Mention"[^<>]*>([^<]*)<\/span>/gi;
const reply = /<blockquote\b[^<>]*itemtype="[^"<>]*\/Reply"[^<>]*>/gi;
const endOfQuote = "</blockquote>";

/** Without the words of whoever is answered, which are quoted above the answer: they are not the answer's own. */
function withoutQuoted(html: string): string {
  let rest = "";
  let from = 0;
  for (const { index } of html.matchAll(reply)) {
    if (index < from) continue;
    const end = html.indexOf(endOfQuote, index);
    // What this one lacks, those after it lack too.
    if (end === -1) break;
    rest += `${html.slice(from, index)}\n`;
    from = end + endOfQuote.length;
  }
  return rest + html.slice(from);
}

/** Formatted input as plain text: a line for each block, words as they were typed, pictures of feelings as their character. */
function withoutMarkup(text: string): string {
  return (
    decodeEntities(
      withoutQuoted(text)
        .replace(/<(?:img|emoji)\b[^<>]{0,500}\balt="([^"<>]{1,20})"[^<>]*>/gi, "$1")
        .replace(block, "\n")
        .replace(other, ""),
    )
      // Before lines are looked at: a row of spaces is gone through once.
      .replace(/[ \t]{2,}/g, " ")
      .replace(/[ \t]?\n\s*/g, "\n")
      .trim()
  );
}

/** Without the mentions of the bot itself; who else is mentioned stays, by name.
 *  Microsoft lists mentions in the entities; in their absence the bot is known by its name. */
function withoutOwnMentions(text: string, { entities: listed, recipient }: Pick<ChannelActivity, "entities" | "recipient">): string {
  const mentions = (listed ?? []).filter((each) => each.type === "mention");
  const named = (text: string | null | undefined) =>
    text
      ?.replace(/<[^<>]*>/g, "")
      .trim()
      .toLowerCase();
  const own = mentions.filter((each) => each.mentioned?.id === recipient.id).map((each) => named(each.text));
  const names = new Set(mentions.length === 0 ? [named(recipient.name)] : own);
  return text.replace(mention, (_, inElement: string | undefined, inSpan: string | undefined) => {
    const name = inElement ?? inSpan ?? "";
    return names.has(named(name)) ? " " : name;
  });
}

/** The HTML beside an answer to a quoted message; null where nothing is quoted. */
function quotingHtml({ attachments }: Pick<ChannelActivity, "attachments">): string | null {
  const html = attachments?.find(({ contentType }) => contentType === "text/html")?.content;
  return typeof html === "string" && html.search(reply) !== -1 ? html : null;
}

/** What the person wrote; null where there is nothing. Teams adds mentions and formatting as markup, and escapes the rest as HTML. */
export function plainText(activity: Pick<ChannelActivity, "channelId" | "text" | "entities" | "attachments" | "recipient">): string | null {
  const { channelId, text } = activity;
  if (channelId !== "msteams") return text?.trim() ? text.trim() : null;
  const plain = withoutMarkup(withoutOwnMentions(quotingHtml(activity) ?? text ?? "", activity)).trim();
  return plain === "" ? null : plain;
}
