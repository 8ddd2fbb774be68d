import { describe, expect, test } from "vitest";
import type { Credential, Passport } from "../../src/domain/passport.ts";
import { takenIn } from "../../src/domain/importing.ts";
import { extractEmbedded } from "../../src/extraction/embedded-extractor.ts";
import { jsonResume } from "../../src/passport/export/json-resume.ts";
import { parsePassportJson, passportJson } from "../../src/passport/passport-json.ts";
import { nothingFound, startInterview } from "../support/interview-player.ts";
import { readOnPaper } from "../support/passport-on-paper.ts";
import { noPassport } from "../support/passport-samples.ts";

const at = "2026-11-26T10:00:00.000Z";
const told = { institution: "ROC Verzonnen", date: "2016", level: { scheme: "NLQF", value: "3" } } as const;
type Part = keyof typeof told;
const parts: readonly Part[] = ["institution", "date", "level"];
const inWords: Readonly<Record<Part, string>> = { institution: "ROC Verzonnen", date: "2016", level: "NLQF 3" };

/** Every way in which a diploma can be half known. */
const ways = Array.from({ length: 2 ** parts.length }, (_, number) => parts.filter((_part, index) => (number >> index) % 2 === 1));

function diploma(known: readonly Part[]): Credential {
  const each = <K extends Part>(part: K) => (known.includes(part) ? told[part] : null);
  return { id: "d1", title: "mbo kok", institution: each("institution"), date: each("date"), level: each("level"), finished: null };
}
const passportWith = (credential: Credential): Passport => ({ ...noPassport(), credentials: [credential] });

describe("R5: of a diploma, title, institution, date and level are each kept or left open", () => {
  test.for([
    { said: "mbo 3 kok bij ROC Verzonnen, 2016", has: { institution: "ROC Verzonnen", date: "2016", level: { scheme: "nl", value: "mbo-3" } } },
    { said: "mbo 3 kok, 2016", has: { institution: null, date: "2016", level: { scheme: "nl", value: "mbo-3" } } },
    { said: "mbo 3 kok bij ROC Verzonnen", has: { institution: "ROC Verzonnen", date: null, level: { scheme: "nl", value: "mbo-3" } } },
    { said: "heftruckcertificaat uit 2018", has: { institution: null, date: "2018" } },
    { said: "ik heb BHV", has: { title: "BHV", institution: null, date: null, level: null } },
  ])("R5: told “$said”: what was told, and nothing that was not", ({ said, has }) => {
    const { credentials } = extractEmbedded({ id: "u", text: said, about: "diploma" }, "nl");
    expect(credentials).toMatchObject([has]);
    for (const { title, institution, date } of credentials)
      for (const text of [title, institution, date])
        for (const word of text?.toLowerCase().split(/\s+/) ?? []) expect(said.toLowerCase()).toContain(word);
  });

  test("R5: in the conversation it comes into the passport as it was told, with what is unknown left open", () => {
    const player = startInterview((utterance) => ({
      ...nothingFound,
      credentials: extractEmbedded({ ...utterance, about: "diploma" }, "nl").credentials,
    }));
    player.press("begin");
    player.say("ik heb mbo 3 kok gehaald bij ROC Verzonnen");
    expect(player.passport().credentials).toMatchObject([{ institution: "ROC Verzonnen", date: null, level: { scheme: "nl", value: "mbo-3" } }]);
  });

  test.for(ways)("R5: known of it: %j: the PDF and JSON Resume show that, and leave the rest open", async (known) => {
    const passport = passportWith(diploma(known));
    const { text } = await readOnPaper(passport);
    const resume = JSON.stringify(jsonResume({ passport, view: "applying", language: "nl", name: null, at }));
    for (const shown of [text, resume]) {
      expect(shown).toContain("Mbo kok");
      for (const part of parts) expect([part, shown.includes(inWords[part])]).toEqual([part, known.includes(part)]);
      expect(shown).not.toMatch(/null|undefined|NaN|niet bekend|· ·|·\s*$/);
    }
  });

  test.for(ways)("R5: known of it: %j: passport.json carries just that to another installation", (known) => {
    const passport = passportWith(diploma(known));
    const read = parsePassportJson(passportJson(passport));
    expect(read.credentials).toEqual(passport.credentials);
    expect(takenIn(noPassport(), read, at).passport.credentials).toEqual(passport.credentials);
  });
});
