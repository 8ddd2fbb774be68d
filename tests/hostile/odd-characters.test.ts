import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { Passport } from "../../src/domain/passport.ts";
import { startTestApplication, type TestApplication } from "../support/application.ts";
import { readPdf } from "../support/pdf-reader.ts";
import { talkingVisitor, type TalkingVisitor } from "../support/talking-visitor.ts";

let application: TestApplication;
let origin: string;
beforeAll(async () => {
  application = await startTestApplication();
  ({ origin } = new URL(application.url));
});
afterAll(() => application.close());

/** Characters that are not seen, turn what is seen, are more than one, or half of one. */
const odd: Readonly<Record<string, string>> = {
  control: "\u0000\u0007\u001B[31m\u007F\u0085",
  "zero-width": "a\u200Bb\u200C\u200D\uFEFF\u2060\u00AD",
  "right-to-left": "\u202Enetsteif\u202C \u2067مطبخ\u2069 \u200F",
  astral: "𝓫𝓪𝓴𝓴𝓮𝓷 👩🏽‍🍳 🏴󠁧󠁢󠁳󠁣󠁴󠁿 𠜎",
  "half of a pair": "\uD83D en \uDE00",
  accents: `e${"\u0301".repeat(60)} i\u0307`,
  markup: "<b>vet</b> **vet** [x](javascript:1) \\u0041 &amp; %00 {{7*7}} ${1}",
  "lines within": "een\u2028twee\u2029drie\r\nvier",
};

const claimIds = async (sam: TalkingVisitor) => Passport.parse(JSON.parse((await sam.api("GET", "/api/passport.json")).text)).claims;

async function exported(sam: TalkingVisitor, format: string, name: string | null) {
  const response = await fetch(`${origin}/api/passport/export`, {
    method: "POST",
    headers: { "X-Skillsgesprek": "1", Cookie: sam.visitor.cookie, "Content-Type": "application/json" },
    body: JSON.stringify({ format, view: "applying", language: "nl", name }),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(response.status, `${format}: ${new TextDecoder().decode(bytes.slice(0, 200))}`).toBe(200);
  return bytes;
}

/** As JSON, and text in UTF-8 throughout: half a character cannot be in it. */
function parsed(bytes: Uint8Array): unknown {
  const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  return value;
}

async function checked(bytes: Uint8Array<ArrayBuffer>) {
  const form = new FormData();
  form.set("file", new Blob([bytes]), "x.json");
  const response = await fetch(`${origin}/api/check`, { method: "POST", headers: { "X-Skillsgesprek": "1" }, body: form });
  return z.looseObject({ verified: z.boolean(), problems: z.array(z.unknown()) }).parse(await response.json());
}

describe.for(Object.entries(odd))("%s characters", ([, text]) => {
  test("go through a conversation, the passport and every export, and come back as they were said", { timeout: 120_000 }, async () => {
    const sam = await talkingVisitor(origin);
    const said = `ik maak kantoren schoon ${text} en ik repareer fietsen`;
    let heard = await sam.say(said);
    expect(heard.status).toBe(200);
    for (let asked = 0; asked < 6 && heard.question.startsWith("offer"); asked += 1) heard = await sam.say("ja");
    const own = await sam.api("POST", "/api/passport/events", {
      actions: [{ action: "add_own", label: `bakken ${text} thuis`.slice(0, 120), example: `vlaai ${text}`.slice(0, 600), about: "hobby" }],
    });
    expect(own.status, own.text.slice(0, 200)).toBe(200);

    const claims = await claimIds(sam);
    expect(claims.length).toBeGreaterThan(1);
    for (const { evidence, origin: from } of claims) {
      if (from.extractor !== "holder") for (const { quote } of evidence) expect(said).toContain(quote);
    }

    const name = `Sam ${text}`.slice(0, 120);
    expect(Passport.parse(parsed(await exported(sam, "json", null))).claims.map(({ id }) => id)).toEqual(claims.map(({ id }) => id));
    expect(JSON.stringify(parsed(await exported(sam, "json-resume", name)))).toMatch(/bakken/i);
    const badge = await exported(sam, "open-badge", name);
    expect(await checked(badge)).toMatchObject({ verified: true, problems: [] });
    const pdf = await readPdf(await exported(sam, "pdf", name));
    expect(JSON.stringify(pdf)).toMatch(/bakken/i);

    // Into another passport, and out again the same.
    const other = await talkingVisitor(origin);
    const form = new FormData();
    form.set("file", new Blob([await exported(sam, "json", null)]), "passport.json");
    const taken = await fetch(`${origin}/api/passport/import`, {
      method: "POST",
      headers: { "X-Skillsgesprek": "1", Cookie: other.visitor.cookie },
      body: form,
    });
    expect(taken.status).toBe(200);
    expect((await claimIds(other)).map(({ label }) => label)).toEqual(claims.map(({ label }) => label));
    expect(application.logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });
});
