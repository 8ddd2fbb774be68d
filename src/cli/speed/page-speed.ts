import type { AddressInfo } from "node:net";
import { conceptDesk } from "../../composition/concept-desk.ts";
import { registerCounsellors } from "../../composition/counsellors.ts";
import { headingsFrom, headlinesFrom, transferableFrom } from "../../composition/headlines.ts";
import { registerHolderApis } from "../../composition/holder-apis.ts";
import { keptWords } from "../../composition/kept-words.ts";
import { openBot } from "../../composition/bot.ts";
import type { Skills } from "../../composition/skills.ts";
import type { Config } from "../../config.ts";
import { InternalError } from "../../domain/errors.ts";
import { emptyPassport } from "../../domain/passport.ts";
import type { PassportStore } from "../../domain/store.ts";
import { buildChatAssets } from "../../web/chat/chat-assets.ts";
import { registerPages } from "../../web/chat/pages.ts";
import { buildCounsellorAssets } from "../../web/counsellor/counsellor-pages.ts";
import { createServer } from "../../web/server.ts";
import { buildShareAssets, registerSharePages } from "../../web/share/share-pages.ts";
import { withOwnStore } from "../own-store.ts";
import { type Spread, spreadOf } from "../spread.ts";
import { fullPassport } from "./full-passport.ts";
import { timed } from "./timed.ts";

/** Skills in the passport whose pages are measured, and those of them that a counsellor said something of. */
const skillsKept = 200;
const skillsJudged = 20;
/** Answers that are measured for each run that is asked for. */
const perRun = 10;

export class PageFailedError extends InternalError {
  readonly code = "cli_page_failed";
}

interface Call {
  readonly path: string;
  readonly cookie: string;
  /** Sent by POST; absent: GET. */
  readonly body?: object;
}

/** The web side of the product on a free port of this machine. */
async function openServer(config: Config, skills: Skills, store: PassportStore) {
  const { catalogue } = skills;
  const [chat, share, counsellor] = await Promise.all([buildChatAssets(), buildShareAssets(), buildCounsellorAssets()]);
  const { server, guard } = createServer({ publicUrl: null, log: () => undefined });
  const headlineOf = headlinesFrom(catalogue, config.formOfAddress);
  const { runner } = openBot(config, { store, skills, withModel: false });
  const apis = registerHolderApis(server, {
    store,
    runner,
    guard,
    publicUrl: null,
    newPassport: (language) => emptyPassport(language, catalogue.info),
    headlineOf,
    headingOf: headingsFrom(catalogue),
    isTransferable: transferableFrom(catalogue),
    keepWords: keptWords,
    onError: () => undefined,
  });
  const form = config.formOfAddress;
  const desk = registerCounsellors(server, {
    ...apis,
    store,
    guard,
    publicUrl: null,
    trustedProxies: null,
    oidc: null,
    concepts: conceptDesk(skills),
    keepWords: keptWords,
    headlineOf,
    assets: counsellor,
    form,
  });
  registerPages(server, { assets: chat, guard, form, hasContact: false });
  registerSharePages(server, { assets: share, guard, form });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port }: AddressInfo = server.address();
  return {
    apis,
    desk,
    async call({ path, cookie, body }: Call): Promise<void> {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method: body ? "POST" : "GET",
        headers: { "X-Skillsgesprek": "1", Cookie: cookie, ...(body ? { "Content-Type": "application/json" } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      await response.arrayBuffer();
      if (response.status !== 200) throw new PageFailedError(`${path} answered ${response.status}`);
    },
    async close(): Promise<void> {
      apis.news.close();
      apis.directLine.close();
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const firstPart = (setCookie: string) => setCookie.split(";")[0] ?? "";

/** How long what each page fetches takes, of a passport of two hundred skills in a sealed SQLite store: until the last byte is here.
 *  What a browser then takes to draw it is not in it. */
export async function pageSpeed(config: Config, skills: Skills, runs: number): Promise<Readonly<Record<string, Spread>>> {
  return withOwnStore(config, async (store) => {
    const server = await openServer(config, skills, store);
    try {
      const { apis, desk } = server;
      const session = await apis.sessions.open(undefined, "nl");
      const { holderId } = session;
      const holder = firstPart(session.setCookie);
      await store.changePassport(holderId, fullPassport([...skills.catalogue.all()], skills.catalogue.info, skillsKept));
      const claimIds = ((await store.passport(holderId))?.claims ?? []).map(({ id }) => id);
      const shown = {
        for: { name: "Iemand", purpose: "" },
        shownAs: null,
        view: "picked",
        claimIds,
        withQuotes: true,
        withFiles: false,
        days: 30,
      } as const;
      const { secret: link } = await apis.sharing.grants.give(holderId, { ...shown, parts: ["experiences"], mode: "read" });
      const { secret } = await apis.sharing.grants.give(holderId, { ...shown, parts: ["experiences"], mode: "review" });
      const account = await desk.accounts.remember({ way: "passkey", subject: "bench", name: "Iemand", role: "begeleider", organisation: "Ergens" });
      const counsellor = firstPart(await desk.counsellorSessions.begin(account));
      const { id } = await desk.reviews.takeUp(account, secret, "begeleider");
      for (const claimId of claimIds.slice(0, skillsJudged)) await desk.reviews.judge(account, id, claimId, { kind: "accept" });

      const calls: Readonly<Record<string, Call>> = {
        "page: the front door": { path: "/", cookie: holder },
        "page: my passport": { path: "/api/passport", cookie: holder },
        "page: whom I let look": { path: "/api/sharing", cookie: holder },
        "page: what a counsellor says": { path: "/api/reviews", cookie: holder },
        "page: a change of one skill": {
          path: "/api/passport/events",
          cookie: holder,
          body: { actions: [{ action: "set_level", claimId: claimIds.at(-1), level: { scheme: "plain", value: "with_help" } }] },
        },
        "page: a shared passport": { path: "/api/share", cookie: "", body: { link } },
        "page: a counsellor's list": { path: "/api/counsellor/reviews", cookie: counsellor },
        "page: a counsellor's review": { path: `/api/counsellor/reviews/${id}`, cookie: counsellor },
      };
      const spreads: Record<string, Spread> = {};
      for (const [name, each] of Object.entries(calls)) {
        const times: number[] = [];
        await server.call(each);
        for (let index = 0; index < runs * perRun; index += 1) await timed(times, () => server.call(each));
        spreads[name] = spreadOf(times);
      }
      return spreads;
    } finally {
      await server.close();
    }
  });
}
