import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { createOpenBadgeExporter } from "../../src/passport/export/open-badge.ts";
import { checkLimits } from "../../src/review/check-file.ts";
import { createInstallationSigner } from "../../src/review/installation-signer.ts";
import { createMemoryStore } from "../support/memory-store.ts";
import { fullPassport, someClaim } from "../support/passport-samples.ts";
import { startWebApp, type WebApp } from "../support/web-app.ts";

let app: WebApp;
beforeEach(async () => {
  app = await startWebApp();
});
afterEach(() => app.close());

async function badge(store = app.store): Promise<string> {
  const exporter = createOpenBadgeExporter(createInstallationSigner(store, { name: "Testbedrijf", url: null }));
  const passport = { ...fullPassport(), claims: [{ ...someClaim("c1"), label: { nl: "orgel spelen", en: null } }] };
  const { bytes } = await exporter({ passport, view: "applying", language: "nl", name: "Samira Test", at: new Date().toISOString() });
  return new TextDecoder().decode(bytes);
}

const Answer = z.looseObject({
  verified: z.boolean().optional(),
  issuers: z.array(z.looseObject({ knownAs: z.string() })).optional(),
  problems: z.array(z.looseObject({ code: z.string() })).optional(),
  error: z.looseObject({ code: z.string() }).optional(),
});

async function send(content: string | Uint8Array<ArrayBuffer>, headers: Readonly<Record<string, string>> = { "X-Skillsgesprek": "1" }) {
  const form = new FormData();
  form.set("file", new Blob([content]), "file.json");
  const response = await fetch(`${app.origin}/api/check`, { method: "POST", headers, body: form });
  return { status: response.status, retry: response.headers.get("retry-after"), body: Answer.parse(await response.json()) };
}

describe("checking a file on the server", () => {
  test("R36: a badge of this installation is whole, and known as its own; of another one whole, and unknown", async () => {
    expect(await send(await badge())).toMatchObject({
      status: 200,
      body: { verified: true, issuers: [{ knownAs: "installation", name: "Testbedrijf" }] },
    });
    expect(await send(await badge(createMemoryStore()))).toMatchObject({ body: { verified: true, issuers: [{ knownAs: "unknown" }] } });
    expect(await send((await badge()).replace("Samira", "Iemand"))).toMatchObject({
      body: { verified: false, problems: [{ code: "signature_broken" }] },
    });
  });

  test("the installation's own key is told, once there is one", async () => {
    const key = async () => z.object({ did: z.string().nullable() }).parse(await (await fetch(`${app.origin}/api/check/key`)).json()).did;
    expect(await key()).toBeNull();
    const { issuer } = z.looseObject({ issuer: z.looseObject({ id: z.string() }) }).parse(JSON.parse(await badge()));
    expect(await key()).toBe(issuer.id);
  });

  test("R22: nothing of it is kept, and nothing of it is logged", async () => {
    const text = await badge();
    const before = app.store.dumpRecords();
    await send(text);
    await send(text.replace("orgel", "viool"));
    expect(app.store.dumpRecords()).toBe(before);
    expect(JSON.stringify([app.log, app.errors])).not.toMatch(/orgel|viool|Samira|did:key/);
    expect(app.log.filter(({ route }) => route === "/api/check")).toHaveLength(2);
  });

  test("hostile files get an answer: too large, not JSON, far too deep, a key from elsewhere", async () => {
    expect(await send(new Uint8Array(checkLimits.maxBytes + 1))).toMatchObject({ status: 413, body: { error: { code: "file_too_large" } } });
    expect(await send("geen json")).toMatchObject({ status: 200, body: { problems: [{ code: "not_json" }] } });
    expect(await send("[".repeat(1_000_000))).toMatchObject({ status: 200, body: { problems: [{ code: "too_deep" }] } });
    const json = await fetch(`${app.origin}/api/check`, {
      method: "POST",
      headers: { "X-Skillsgesprek": "1", "Content-Type": "application/json" },
      body: "{}",
    });
    expect(json.status).toBe(415);
  });

  test("only our own page may send one", async () => {
    expect((await send("{}", {})).status).toBe(403);
    expect((await send("{}", { "X-Skillsgesprek": "1", Origin: "https://elders.test" })).status).toBe(403);
  });

  test("one address checks so many, and then waits", async () => {
    // Refused for what they are, and counted all the same.
    const statuses: number[] = [];
    for (let index = 0; index < 40 && !statuses.includes(429); index += 1) {
      const headers = { "X-Skillsgesprek": "1", "Content-Type": "application/json" };
      statuses.push((await fetch(`${app.origin}/api/check`, { method: "POST", headers, body: "{}" })).status);
    }
    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 415));
    expect(statuses.at(-1)).toBe(429);
    expect(await send("")).toMatchObject({ status: 429, retry: expect.stringMatching(/^\d+$/) });
    app.clock.offsetMs += 60_000;
    expect((await send("")).status).toBe(200);
  });
});
