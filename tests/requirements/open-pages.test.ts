import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { openCounsellorDesk } from "../support/counsellor-desk.ts";
import { labelled, send, sharingHolder } from "../support/sharing-client.ts";
import { startWebApp, type WebApp } from "../support/web-app.ts";

const at = "2026-11-24T10:00:00.000Z";
const Mark = z.object({ mark: z.string() });
const claims = [labelled("bread", "brood bakken"), labelled("till", "een kassa bedienen"), labelled("secret", "orgel spelen")];

let app: WebApp;
let ria: string;
beforeAll(async () => {
  app = await startWebApp();
  const desk = await openCounsellorDesk(app, { withPages: false });
  const account = { way: "passkey", subject: "ria", name: "Ria Voorbeeld", role: "loopbaanbegeleider", organisation: "De Kade" } as const;
  ria = (await desk.counsellorSessions.begin(await desk.accounts.remember(account))).split(";")[0] ?? "";
});
afterAll(() => app.close());

describe("an open page hears that what it shows is another", () => {
  test("R18: at who has the link: a skill that is hidden or erased changes the mark; one that is not shared does not", async () => {
    const holder = await sharingHolder(app, claims);
    const { secret } = await holder.give({ view: "picked", claimIds: ["bread", "till"], parts: [] });
    const mark = async () => Mark.parse((await send(app, "POST", "/api/share/live", { link: secret })).body).mark;
    const first = await mark();
    expect(await mark()).toBe(first);
    await app.store.changePassport(holder.holderId, [{ type: "claim_erased", at, claimId: "secret" }]);
    expect(await mark()).toBe(first);
    await app.store.changePassport(holder.holderId, [{ type: "claim_hidden_set", at, claimId: "till", hidden: true }]);
    const second = await mark();
    expect(second).not.toBe(first);
    await app.store.changePassport(holder.holderId, [{ type: "claim_erased", at, claimId: "bread" }]);
    expect(await mark()).not.toBe(second);
    // It tells that something changed, and nothing of what.
    expect(first).not.toContain("brood");
    expect(first.length).toBeLessThan(50);
  });

  test("R35: at the counsellor: erased, or put in later, or answered; what the counsellor says does not change it", async () => {
    const holder = await sharingHolder(app, claims);
    const given = await holder.give({ view: "picked", claimIds: ["bread", "till"], parts: [], mode: "review", withQuotes: false });
    const taken = await send(app, "POST", "/api/counsellor/reviews", { link: given.secret, relation: "docent" }, ria);
    const { id } = z.object({ id: z.string() }).parse(taken.body);
    const path = `/api/counsellor/reviews/${id}`;
    const mark = async () => Mark.parse((await send(app, "GET", `${path}/open`, undefined, ria)).body).mark;
    const first = await mark();
    expect((await send(app, "POST", `${path}/verdicts`, { kind: "accept", claimId: "bread" }, ria)).status).toBe(200);
    expect((await send(app, "POST", `${path}/verdicts`, { kind: "question", claimId: "till", comment: "Hoe vaak?" }, ria)).status).toBe(200);
    expect(await mark()).toBe(first);
    const Lines = z.object({ lines: z.array(z.object({ claimId: z.string(), verdicts: z.array(z.object({ id: z.string() })) })) });
    const { reviews } = z.object({ reviews: z.array(Lines) }).parse((await send(app, "GET", "/api/reviews", undefined, holder.cookie)).body);
    const verdictId = reviews[0]?.lines.find(({ claimId }) => claimId === "till")?.verdicts[0]?.id;
    const answer = { reviewId: id, claimId: "till", verdictId, kind: "replied", text: "Elke dag." };
    expect((await send(app, "POST", "/api/reviews/answer", answer, holder.cookie)).status).toBe(200);
    const second = await mark();
    expect(second).not.toBe(first);
    await app.store.changePassport(holder.holderId, [{ type: "claim_erased", at, claimId: "till" }]);
    expect(await mark()).not.toBe(second);
  });
});
