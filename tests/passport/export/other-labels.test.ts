import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { installationSigner } from "../../../src/composition/signing.ts";
import type { OtherLanguages } from "../../../src/domain/other-languages.ts";
import { languageName } from "../../../src/domain/other-languages.ts";
import type { Passport } from "../../../src/domain/passport.ts";
import { createOpenBadgeExporter } from "../../../src/passport/export/open-badge.ts";
import { createMemoryStore } from "../../support/memory-store.ts";
import { onPaper, readOnPaper } from "../../support/passport-on-paper.ts";
import { noPassport, someClaim } from "../../support/passport-samples.ts";
import { sharingHolder } from "../../support/sharing-client.ts";
import { startWebApp } from "../../support/web-app.ts";
import { noWork } from "../../../src/composition/work.ts";

const turkish = "yer süpürmek";
const claim = { ...someClaim("c1"), otherLabels: { tr: turkish, pl: "zamiatać podłogi" } };
const passport = (labelLanguage?: string): Passport => ({ ...noPassport(), claims: [claim], ...(labelLanguage ? { labelLanguage } : {}) });

/** The languages that the file itself names for stretches of its text: `/Lang(tr)`, in whichever of its streams. */
function languagesIn(bytes: Uint8Array): readonly string[] {
  const raw = Buffer.from(bytes);
  const streams = [...raw.toString("latin1").matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, content = ""]) => {
    try {
      return inflateSync(Buffer.from(content, "latin1")).toString("latin1");
    } catch {
      return "";
    }
  });
  return [raw.toString("latin1"), ...streams].flatMap((text) => [...text.matchAll(/\/Lang\s*\((\w+)\)/g)].map(([, lang = ""]) => lang));
}

describe("R26: names in a further language of the taxonomy, where the holder chose one", () => {
  test.for([
    ["nl", "Turks: yer süpürmek"],
    ["en", "Turkish: yer süpürmek"],
  ] as const)("R26: the PDF (%s) names a skill in it too, marked as that language, and in no other", async ([language, said]) => {
    const { text } = await readOnPaper(passport("tr"), { language });
    expect(text).toContain(said);
    expect(text).not.toContain("zamiatać");
    expect(languagesIn(onPaper(passport("tr"), { language }))).toContain("tr");
    expect(languagesIn(onPaper(passport(), { language }))).not.toContain("tr");
  });

  test("R26: the PDF of who chose none, or a language that no skill is named in, names none", async () => {
    for (const chosen of [undefined, "fi"]) expect((await readOnPaper(passport(chosen))).text).not.toMatch(/süpürmek|zamiatać/);
  });

  test("R26: a name from right to left, and a language code that is none, make a PDF too", async () => {
    const odd = { ...claim, otherLabels: { ar: "كنس الأرضيات", "x-": "zwieren", "pt-br": "varrer o chão" } };
    for (const chosen of ["ar", "x-", "pt-br"]) {
      const { isTagged, text } = await readOnPaper({ ...passport(chosen), claims: [odd] });
      expect(isTagged).toBe(true);
      if (chosen === "pt-br") expect(text).toMatch(/Portugees.*: varrer o chão/);
    }
    expect(languageName("x-", "nl")).toBe("x-");
  });

  test("R26: an Open Badge says it with the skill", async () => {
    const signer = installationSigner({ operatorName: null, publicUrl: null }, createMemoryStore());
    const make = async (labelLanguage?: string) => {
      const asked = { passport: passport(labelLanguage), view: "applying", language: "nl", name: null, at: "2026-11-24T10:00:00.000Z" } as const;
      return new TextDecoder().decode((await createOpenBadgeExporter(signer)(asked)).bytes);
    };
    expect(await make("tr")).toContain("Turks: yer süpürmek");
    expect(await make()).not.toContain(turkish);
  });

  test("R26: from the page, names are looked up by URI for every export, though the passport itself holds none", async () => {
    const languages: OtherLanguages = { codes: ["tr"], labels: async () => new Map([["http://data.europa.eu/esco/skill/c1", turkish]]) };
    const app = await startWebApp({ work: { ...noWork, languages } });
    try {
      const holder = await sharingHolder(app, [someClaim("c1")], [{ type: "label_language_chosen", at: "2026-11-24T10:00:00.000Z", language: "tr" }]);
      for (const format of ["json", "json-resume", "open-badge"]) {
        const response = await fetch(`${app.origin}/api/passport/export`, {
          method: "POST",
          headers: { "X-Skillsgesprek": "1", "Content-Type": "application/json", Cookie: holder.cookie },
          body: JSON.stringify({ format, view: "applying", language: "nl", name: null }),
        });
        expect(await response.text()).toContain(turkish);
      }
      expect(JSON.stringify(await app.store.passport(holder.holderId))).not.toContain(turkish);
    } finally {
      await app.close();
    }
  });
});
