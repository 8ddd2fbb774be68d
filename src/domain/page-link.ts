/** What a one-time link to the page has after its address: browsers send nothing of it, and keep it out of logs. */
export const pageLinkFragment = "#open=";

/** @param page address of the page, ending in "/" */
export function pageLink(page: string, secret: string): string {
  return `${page}${pageLinkFragment}${secret}`;
}
