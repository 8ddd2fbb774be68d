import { eraseEverything } from "../domain/erasure.ts";
import type { Notices } from "../domain/notices.ts";
import { linkingSecret } from "../domain/page-link.ts";
import { isPassportEmpty } from "../domain/passport.ts";
import type { PassportStore } from "../domain/store.ts";
import type { ChannelAccounts } from "./teams-accounts.ts";
import type { ChannelActivity } from "./teams-admission.ts";
import { plainText } from "./teams-text.ts";

/** What came of a wish to use one passport in Teams and on the web. `joined`: from here on it is so, and the conversation begins anew. */
export type Linking = "joined" | "link_unknown" | "link_in_the_way" | "link_there" | "unlinked";

/** Links that the page makes, as Teams takes them. */
export interface TeamsLinks {
  peek(secret: string): Promise<string | undefined>;
  use(secret: string): Promise<boolean>;
}

const ending = /^(?:ontkoppel|unlink)$/i;

/** Joins a Teams account to the passport whose page made the link, once; null where a message is about something else. The message
 *  goes no further than this: it is in no conversation. A passport that was begun in Teams is never left behind: it is in the way. */
export async function linkingIn(
  activity: ChannelActivity,
  deps: {
    readonly store: PassportStore;
    readonly accounts: ChannelAccounts;
    readonly links: TeamsLinks;
    readonly notices: Pick<Notices, "forgetReach">;
  },
): Promise<Linking | null> {
  const { store, accounts, links } = deps;
  const text = plainText(activity) ?? "";
  if (ending.test(text)) {
    const linked = await accounts.find(activity);
    if (!(await accounts.unlink(activity))) return null;
    // Nor is that passport's owner written to here any more.
    if (linked) await deps.notices.forgetReach(linked.holderId);
    return "unlinked";
  }
  const secret = linkingSecret(text);
  if (secret === null) return null;
  const holderId = await links.peek(secret);
  if (holderId === undefined) return "link_unknown";
  const before = await accounts.find(activity);
  if (before?.holderId === holderId) return "link_there";
  const passport = before && (await store.passport(before.holderId));
  if (passport && !isPassportEmpty(passport)) return "link_in_the_way";
  if (!(await links.use(secret))) return "link_unknown";
  await accounts.link(activity, holderId);
  if (before) await eraseEverything(store, before.holderId);
  return "joined";
}
