import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keptWords } from "../../src/composition/kept-words.ts";
import { takenIn } from "../../src/domain/importing.ts";
import type { Claim } from "../../src/domain/passport.ts";
import { acceptedPassport, importLimits } from "../../src/passport/import/accepted-passport.ts";
import { fullPassport, noPassport, someClaim } from "../support/passport-samples.ts";
import { startWebApp, visit, type WebApp } from "../support/web-app.ts";

const story = "Ik maak kantoren schoon en ik repareer fietsen voor de buurt met mijn buurman. ";
const ofLength = (length: number) => story.repeat(Math.ceil(length / story.length)).slice(0, length);

/** A passport with so many experiences, each told in a text of this length. */
function passportWith(count: number, length: number): Uint8Array<ArrayBuffer> {
  const passport = fullPassport();
  const [first] = passport.experiences;
  const experiences = Array.from({ length: count }, (_, at) => ({ ...first, id: `e${at}`, summary: ofLength(length) }));
  return new TextEncoder().encode(JSON.stringify({ ...passport, experiences }));
}

// Words were looked through for what may not be kept, all of them at once: of half a megabyte nobody saw the end for minutes.
describe("a passport from elsewhere with very much text in it", () => {
  let app: WebApp;
  let cookie: string;
  beforeAll(async () => {
    app = await startWebApp();
    ({ cookie } = await visit(app));
    const holderId = (await app.sessions.find(cookie))?.holderId ?? "";
    for (const receipt of fullPassport().consents) await app.store.changePassport(holderId, [{ type: "consent_given", at: receipt.at, receipt }]);
  });
  afterAll(() => app.close());

  async function handIn(bytes: Uint8Array<ArrayBuffer>) {
    const form = new FormData();
    form.set("file", new Blob([bytes]), "passport.json");
    const response = await fetch(`${app.origin}/api/passport/import/look`, {
      method: "POST",
      headers: { "X-Skillsgesprek": "1", Cookie: cookie },
      body: form,
    });
    return { status: response.status, text: await response.text() };
  }

  test.for([
    ["one text of half a megabyte", 1, 480_000],
    ["one text just too long", 1, importLimits.maxTextLength + 1],
    ["four megabytes in pieces", 250, 16_000],
  ] as const)("%s is refused", async ([, count, length]) => {
    const { status, text } = await handIn(passportWith(count, length));
    expect(text).toContain("file_too_large");
    expect(status).toBe(413);
  });

  test("as much as a long life holds is taken in", async () => {
    expect((await handIn(passportWith(120, 2_000))).status).toBe(200);
  });
});

test("others get their turn while a long one is looked through", async () => {
  let turns = 0;
  const counting = setInterval(() => (turns += 1), 0);
  await acceptedPassport(passportWith(120, 2_000), { keepWords: keptWords, genuineIn: async () => () => true });
  clearInterval(counting);
  expect(turns).toBeGreaterThan(20);
});

// Each skill that came in was held beside each that was there: two seconds for a file of five thousand.
test("thousands of skills are told apart by looking at each a few times", () => {
  let looks = 0;
  const counted = (claim: Claim): Claim =>
    new Proxy(claim, {
      get(target, name, receiver) {
        if (name === "label") looks += 1;
        return Reflect.get(target, name, receiver);
      },
    });
  const own = (from: string) =>
    Array.from({ length: 2_000 }, (_, at) => counted({ ...someClaim(`${from}-${at}`), uri: null, label: { nl: `${from} ${at}`, en: null } }));
  const { counts } = takenIn({ ...noPassport(), claims: own("a") }, { ...noPassport(), claims: own("b") }, "2026-11-24T10:00:00.000Z");
  expect(counts.claims).toEqual({ added: 2_000, known: 0 });
  expect(looks).toBeLessThan(40_000);
});
