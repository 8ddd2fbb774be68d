/** What a one-time link to the page has after its address: browsers send nothing of it, and keep it out of logs. */
export const pageLinkFragment = "#open=";

/** What somebody sends the bot in Teams to use the passport of the web page there too. */
export const linkingWords = { nl: "koppel", en: "link" } as const;

/** The secret in such a message; null where it is anything else. */
export function linkingSecret(text: string): string | null {
  return /^(?:koppel|link)\s+([\w-]{43})$/i.exec(text.trim())?.[1] ?? null;
}

/** Where a chat with the bot opens, with a message that only has to be sent. @param appId the bot's */
export function teamsChatUrl(appId: string, message?: string): string {
  const chat = `https://teams.microsoft.com/l/chat/0/0?users=28:${encodeURIComponent(appId)}`;
  return message === undefined ? chat : `${chat}&message=${encodeURIComponent(message)}`;
}

/** @param page address of the page, ending in "/" */
export function pageLink(page: string, secret: string): string {
  return `${page}${pageLinkFragment}${secret}`;
}
