import type { Server } from "restify";
import type { Config } from "../config.ts";
import { buildChatAssets, type ChatAssets } from "../web/chat/chat-assets.ts";
import { registerPages } from "../web/chat/pages.ts";
import { buildCheckAssets, registerCheckPages } from "../web/check/check-pages.ts";
import { buildCounsellorAssets } from "../web/counsellor/counsellor-pages.ts";
import { registerPrivacyPage } from "../web/privacy/privacy-page.ts";
import type { RequestGuard } from "../web/request-guard.ts";
import { buildShareAssets, registerSharePages } from "../web/share/share-pages.ts";
import { disclosureOf } from "./bot.ts";

/** The script and style of each page. */
export type BundledPages = Readonly<Record<"chat" | "share" | "check" | "counsellor", Promise<ChatAssets>>>;

/** Begins to bundle every page: that takes a while, in a process of its own. */
export function bundlePages(): BundledPages {
  const bundled: BundledPages = {
    chat: buildChatAssets(),
    share: buildShareAssets(),
    check: buildCheckAssets(),
    counsellor: buildCounsellorAssets(),
  };
  // Whoever waits for one hears what went wrong; until then nothing else ends over it.
  for (const each of Object.values(bundled)) each.catch(() => undefined);
  return bundled;
}

export interface OpenPagesDeps {
  readonly bundled: BundledPages;
  readonly guard: RequestGuard;
  readonly config: Config;
  readonly withModel: boolean;
}

/** The pages that anybody may open; those of counsellors stand with the rest of theirs. */
export async function openPages(server: Server, { bundled, guard, config, withModel }: OpenPagesDeps): Promise<void> {
  const form = config.formOfAddress;
  registerPages(server, { assets: await bundled.chat, guard, form, hasContact: config.contact !== null });
  registerCheckPages(server, { assets: await bundled.check, guard, form });
  registerSharePages(server, { assets: await bundled.share, guard, form });
  registerPrivacyPage(server, {
    assets: await bundled.share,
    assetsPath: "/share-assets",
    guard,
    form,
    disclosure: disclosureOf(config, withModel, "web"),
    inTeams: config.microsoft.appId !== null,
  });
}
