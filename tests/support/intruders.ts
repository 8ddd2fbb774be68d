import { z } from "zod";
import type { Counsellors } from "../../src/composition/counsellors.ts";
import type { PassportEvent } from "../../src/domain/passport-events.ts";
import { keepFile } from "../../src/passport/evidence-files.ts";
import { somePicture } from "./evidence-samples.ts";
import { labelled, secretIn, send, sharingHolder } from "./sharing-client.ts";
import { openCounsellorDesk } from "./counsellor-desk.ts";
import { startWebApp, visit, type WebApp, type WebAppOptions } from "./web-app.ts";

const day = 86_400_000;

/** Ids of what belongs to somebody else, by the name of the parameter in a route. */
export interface Target {
  readonly conversation: string;
  readonly claim: string;
  readonly file: string;
  readonly grant: string;
  readonly request: string;
  readonly review: string;
}

/** What somebody comes with. */
export interface Brought {
  readonly cookie?: string;
  readonly token?: string;
  readonly link: string;
}

/** Somebody who has something, and not what it takes. */
export interface Intruder {
  readonly name: string;
  /** "role": has a session of their own, for the same kind of page. */
  come(role: "holder" | "counsellor" | "nobody"): Promise<Brought>;
  /** The grant that a counsellor tries to go on reviewing. */
  readonly review: string;
}

const diploma: PassportEvent = {
  type: "credential_set",
  at: "2026-11-24T10:00:00.000Z",
  credential: { id: "secret-diploma", title: "kwibusmolenaar", institution: null, date: null, level: null, finished: true },
};

const invented = "x".repeat(43);

/** A holder with something of everything, and all who have no right to it. */
async function besiegedHolder(app: WebApp, desk: Counsellors) {
  const counsellor = async (name: string): Promise<string> => {
    const account = await desk.accounts.remember({ way: "passkey", subject: name, name, role: "begeleider", organisation: "De Kade" });
    return (await desk.counsellorSessions.begin(account)).split(";")[0] ?? "";
  };
  const holder = await sharingHolder(app, [labelled("secret-claim", "kwibusmolens bouwen")], [diploma]);
  await keepFile(app.store, holder.holderId, { claimId: "secret-claim" }, { bytes: await somePicture("png"), name: "kwibus.png" }, Date.now());
  const file = (await app.store.passport(holder.holderId))?.claims[0]?.files?.[0]?.id ?? "";
  const conversation = (await app.store.conversations(holder.holderId))[0] ?? "";

  const forReview = async (days: number, name: string): Promise<string> => {
    const { id, secret } = await holder.give({ mode: "review", withQuotes: true, withFiles: true, days });
    await send(app, "POST", "/api/counsellor/reviews", { link: secret, relation: "begeleider" }, await counsellor(name));
    return id;
  };
  const [openReview, endedReview, revokedReview] = [await forReview(30, "Ria"), await forReview(7, "Els"), await forReview(30, "Jo")];
  await holder.own("POST", `/api/grants/${revokedReview}/revoke`);

  const [kept, ended, revoked, replaced] = [await holder.give(), await holder.give({ days: 7 }), await holder.give(), await holder.give()];
  await holder.own("POST", `/api/grants/${revoked.id}/revoke`);
  await holder.own("POST", `/api/grants/${replaced.id}/link`);
  const ask = secretIn((await holder.own("POST", "/api/request-link")).link);
  await send(app, "POST", "/api/requests", { link: ask, from: { name: "Slagerij Kwibus", purpose: "" } });
  const unread = await holder.give({ mode: "review" });
  const request = (await holder.own("GET", "/api/sharing")).requests[0]?.id ?? "";
  const past = await visit(app);
  const pastCounsellor = await counsellor("Bram");
  await send(app, "POST", "/api/session/end", {}, past.cookie);
  await send(app, "POST", "/api/counsellor/sign-out", {}, pastCounsellor);
  app.clock.offsetMs = 8 * day;

  const target: Target = { conversation, claim: "secret-claim", file, grant: kept.id, request, review: openReview };
  const withLink = (link: string) => async () => ({ cookie: `skillsgesprek=${link}`, token: link, link });
  const intruders: readonly Intruder[] = [
    { name: "nobody", come: async () => ({ link: invented }), review: openReview },
    {
      name: "a session that ended",
      come: async (role) => ({ cookie: role === "counsellor" ? pastCounsellor : past.cookie, token: past.token, link: invented }),
      review: openReview,
    },
    {
      name: "another holder",
      come: async () => {
        const { cookie, token } = await visit(app);
        return { cookie, token, link: invented };
      },
      review: openReview,
    },
    { name: "another counsellor", come: async () => ({ cookie: await counsellor("Sjaan"), link: invented }), review: openReview },
    { name: "a counsellor whose grant ended", come: async () => ({ cookie: await counsellor("Els"), link: ended.secret }), review: endedReview },
    {
      name: "a counsellor whose grant was revoked",
      come: async () => ({ cookie: await counsellor("Jo"), link: revoked.secret }),
      review: revokedReview,
    },
    { name: "a link that ended", come: withLink(ended.secret), review: endedReview },
    { name: "a revoked link", come: withLink(revoked.secret), review: revokedReview },
    { name: "a replaced link", come: withLink(replaced.secret), review: openReview },
  ];
  /** All that is kept of the holder, to see that nothing changed, and words that may be in no answer. */
  const kinds = ["grant", "looks", "look-request", "review", "review-line", "review-audit"];
  const everything = async () => ({
    passport: await app.store.passport(holder.holderId),
    rows: await Promise.all(kinds.map((kind) => app.store.holderRows(holder.holderId, kind))),
    log: await app.store.activities(holder.holderId, conversation, 0),
  });
  const marks = ["kwibus", holder.holderId, conversation, kept.id, openReview, request, file];
  /** Those who have a right to it, with what it takes. */
  const rightful: Readonly<Record<"holder" | "counsellor" | "nobody" | "asker", () => Promise<Brought>>> = {
    holder: async () => {
      const { cookie, token } = await visit(app, holder.cookie);
      return { cookie, token, link: kept.secret };
    },
    counsellor: async () => ({ cookie: await counsellor("Ria"), link: unread.secret }),
    nobody: async () => ({ link: kept.secret }),
    asker: async () => ({ link: ask }),
  };
  return { holder, target, intruders, rightful, everything, marks };
}

const Routes = z.record(z.string(), z.object({ method: z.string(), path: z.string() }));

/** Every route that this server has, as "POST /api/share". */
export function routesOf(app: WebApp): readonly string[] {
  const found = Routes.parse(app.server.router.getRoutes());
  return Object.values(found)
    .map(({ method, path }) => `${method} ${path}`)
    .toSorted();
}

/** The web side with a counsellor's desk, and a holder in it who is besieged. */
export async function startSiege(options: WebAppOptions = {}) {
  const app = await startWebApp(options);
  const desk = await openCounsellorDesk(app, { withPages: false, nowMs: () => Date.now() + app.clock.offsetMs });
  return { app, siege: await besiegedHolder(app, desk) };
}

export type Siege = Awaited<ReturnType<typeof besiegedHolder>>;
