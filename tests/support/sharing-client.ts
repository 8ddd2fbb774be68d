import { z } from "zod";
import { Grant } from "../../src/domain/grant.ts";
import type { Claim } from "../../src/domain/passport.ts";
import type { PassportEvent } from "../../src/domain/passport-events.ts";
import { someClaim } from "./passport-samples.ts";
import { visit, type WebApp } from "./web-app.ts";

const Localised = z.object({ nl: z.string().nullable(), en: z.string().nullable() });
const LookView = z.object({
  at: z.string(),
  lastAt: z.string(),
  times: z.number(),
  by: z.string().nullable(),
  skills: z.array(Localised.nullable()),
});

/** What the holder's calls about sharing answer. */
export const SharingAnswer = z.object({
  grants: z.array(Grant.extend({ state: z.string(), looks: z.array(LookView), earlierLooks: z.number() })),
  requests: z.array(z.object({ id: z.string(), from: z.object({ name: z.string(), purpose: z.string() }), askedAt: z.string() })),
  requestLinkMadeAt: z.string().nullable(),
  link: z.string().optional(),
  qr: z.string().optional(),
});
export type SharingAnswer = z.infer<typeof SharingAnswer>;

export const SharedAnswer = z.strictObject({
  for: z.object({ name: z.string(), purpose: z.string() }),
  shownAs: z.string().nullable(),
  view: z.string(),
  language: z.string(),
  until: z.string(),
  claims: z.array(
    z.strictObject({
      label: Localised,
      headline: Localised.nullable(),
      meaning: Localised.nullable(),
      group: Localised.nullable(),
      isOwn: z.boolean(),
      level: z.object({ scheme: z.string(), value: z.string() }).nullable(),
      status: z.string(),
      confirmedOn: z.string(),
      endorsements: z.array(z.unknown()),
      quotes: z.array(z.string()),
    }),
  ),
  experiences: z.array(z.record(z.string(), z.unknown())),
  credentials: z.array(z.record(z.string(), z.unknown())),
  wants: z.array(z.record(z.string(), z.unknown())),
  who: z.array(z.string()),
});
export type SharedAnswer = z.infer<typeof SharedAnswer>;

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export async function send(app: Pick<WebApp, "origin">, method: string, path: string, body?: unknown, cookie?: string): Promise<Answer> {
  const response = await fetch(`${app.origin}${path}`, {
    method,
    headers: {
      "X-Skillsgesprek": "1",
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...(cookie === undefined ? {} : { Cookie: cookie }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? null : JSON.parse(text) };
}

/** The secret in a link, as the page takes it from behind the "#". */
export function secretIn(link: string | undefined): string {
  return link?.split("#")[1] ?? "";
}

export function labelled(id: string, label: string, change: Partial<Claim> = {}): Claim {
  return { ...someClaim(id, `${label}, zei ik`), label: { nl: label, en: label }, ...change };
}

/** A holder with these claims, and what they and others can do about sharing. */
export async function sharingHolder(app: WebApp, claims: readonly Claim[], more: readonly PassportEvent[] = []) {
  const { cookie } = await visit(app);
  const session = await app.sessions.find(cookie);
  if (!session) throw new Error("who just came has a session");
  const { holderId } = session;
  const at = "2026-11-24T10:00:00.000Z";
  await app.store.changePassport(holderId, [...claims.map((claim): PassportEvent => ({ type: "claim_confirmed", at, claim })), ...more]);
  const own = async (method: string, path: string, body?: unknown): Promise<SharingAnswer> => {
    const answer = await send(app, method, path, body, cookie);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return SharingAnswer.parse(answer.body);
  };
  return {
    cookie,
    holderId,
    own,
    /** Shares; for somebody made up, to be read, unless said otherwise. */
    async give(change: Record<string, unknown> = {}): Promise<{ id: string; secret: string }> {
      const answer = await own("POST", "/api/grants", { for: { name: "Bakkerij Kwibus", purpose: "sollicitatie" }, view: "applying", ...change });
      return { id: answer.grants[0]?.id ?? "", secret: secretIn(answer.link) };
    },
  };
}

export async function look(app: Pick<WebApp, "origin">, secret: string): Promise<Answer> {
  return send(app, "POST", "/api/share", { link: secret });
}

/** What a link shows. @throws where it shows nothing */
export async function shown(app: Pick<WebApp, "origin">, secret: string): Promise<SharedAnswer> {
  return SharedAnswer.parse((await look(app, secret)).body);
}

export function namesIn({ claims }: SharedAnswer): readonly (string | null)[] {
  return claims.map(({ label }) => label.nl);
}
