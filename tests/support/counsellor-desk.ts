import type { Server } from "restify";
import { type Counsellors, registerCounsellors } from "../../src/composition/counsellors.ts";
import type { HolderApis } from "../../src/composition/holder-apis.ts";
import { keptWords } from "../../src/composition/kept-words.ts";
import type { OidcConfig } from "../../src/config.ts";
import type { ClaimContent } from "../../src/domain/endorsement.ts";
import { type ChatAssets } from "../../src/web/chat/chat-assets.ts";
import type { ConceptDesk } from "../../src/web/counsellor/review-api.ts";
import type { RequestGuard } from "../../src/web/request-guard.ts";
import type { MemoryStore } from "./memory-store.ts";
import { pageBundles } from "./page-bundles.ts";

const taxonomy = { name: "test", version: "1" };

export const windows: Omit<ClaimContent, "level"> = {
  uri: "http://data.europa.eu/esco/skill/windows",
  label: { nl: "ramen wassen", en: "clean windows" },
  type: "skill",
  taxonomy,
  meaning: { nl: "Je maakt ramen schoon.", en: "You clean windows." },
  group: { nl: "schoonmaken", en: "cleaning" },
};

/** What a passport calls it. */
export const windowsHeadline = { nl: "Je wast ramen", en: "You clean windows" };

/** A taxonomy of one concept. */
export const oneConcept: ConceptDesk = {
  search: async () => [
    {
      ...windows,
      uri: windows.uri ?? "",
      type: "skill",
      reuseLevel: null,
      headline: { nl: null, en: null },
      meaning: windows.meaning ?? { nl: null, en: null },
      group: windows.group ?? { nl: null, en: null },
    },
  ],
  content: (uri) => (uri === windows.uri ? windows : undefined),
};

const noAssets: ChatAssets = { files: new Map(), script: "none.js", style: "none.css" };

/** The counsellor's side, put behind a server as the composition root does. @param withPages false: no bundle is built */
export async function openCounsellorDesk(
  {
    server,
    guard,
    apis,
    store,
  }: { server: Server; guard: RequestGuard; apis: Pick<HolderApis, "sessions" | "sharing" | "news">; store: MemoryStore },
  options: {
    readonly withPages?: boolean;
    readonly oidc?: OidcConfig;
    readonly publicUrl?: URL;
    readonly nowMs?: () => number;
    readonly log?: (event: string, id: string) => void;
  } = {},
): Promise<Counsellors> {
  return registerCounsellors(server, {
    store,
    sessions: apis.sessions,
    sharing: apis.sharing,
    news: apis.news,
    guard,
    publicUrl: options.publicUrl ?? null,
    trustedProxies: null,
    oidc: options.oidc ?? null,
    concepts: oneConcept,
    keepWords: keptWords,
    headlineOf: (uri) => (uri === windows.uri ? windowsHeadline : null),
    assets: options.withPages === false ? noAssets : await pageBundles().counsellor,
    form: "je",
    ...(options.nowMs ? { nowMs: options.nowMs } : {}),
    ...(options.log ? { log: options.log } : {}),
  });
}
