import { describe, expect, test } from "vitest";
import type { Claim } from "../../src/domain/passport.ts";
import { profileText, type SayProfile } from "../../src/domain/profile-text.ts";
import { loadPageWords } from "../../src/web/chat/page-words.ts";
import { someClaim } from "../support/passport-samples.ts";

const words = loadPageWords();
const saying =
  (language: "nl" | "en"): SayProfile =>
  (key, params = {}) =>
    (words[language][key] ?? key).replace(/\{(\w+)\}/g, (slot, name: string) => String(params[name] ?? slot));
const text = (claims: readonly Claim[], language: "nl" | "en" = "nl") => profileText(claims, language, saying(language));

const skill = (nl: string, en: string | null, more: Partial<Claim> = {}): Claim => ({ ...someClaim(nl), label: { nl, en }, level: null, ...more });
const plain = (value: string) => ({ scheme: "plain", value }) as const;

describe("the short profile text", () => {
  test("says each skill by its own level, and that it is the holder's word", () => {
    const claims = [
      skill("vloeren vegen", "sweep floors", { level: plain("on_my_own") }),
      skill("soep koken", "cook soup", { level: plain("i_teach_it") }),
      skill("ramen wassen", "wash windows", { level: plain("on_my_own") }),
      skill("fietsen repareren", "repair bicycles", { level: plain("with_help") }),
      skill("klanten helpen", "help customers"),
      skill("voedselveiligheid", "food safety", { type: "knowledge", level: plain("on_my_own") }),
      skill("Engels", "English", { level: { scheme: "cefr", value: "B1" } }),
    ];
    expect(text(claims)).toBe(
      "Dit kan ik goed en leer ik ook anderen: soep koken. Dit kan ik zelf: vloeren vegen en ramen wassen. " +
        "Dit kan ik met hulp: fietsen repareren. Dit kan ik: klanten helpen. Hier weet ik van: voedselveiligheid. Talen: Engels (B1)." +
        "\n\nDit zeg ik zelf.",
    );
    expect(text(claims, "en")).toBe(
      "This I do well and also teach to others: cook soup. This I do on my own: sweep floors and wash windows. " +
        "This I do with help: repair bicycles. This I can do: help customers. This I know about: food safety. Languages: English (B1)." +
        "\n\nI say this myself.",
    );
  });

  test("names who stands for what; validated only what was", () => {
    const claims = [
      skill("vegen", null, { status: "assessed" }),
      skill("boenen", null, { status: "credential" }),
      skill("koken", null, { status: "endorsed" }),
      skill("lassen", null, { status: "evidenced" }),
      skill("zagen", null),
    ];
    expect(text(claims).split("\n\n")[1]).toBe(
      "Gevalideerd: vegen en boenen. Bevestigd door een ander: koken. Hier heb ik een bestand van als bewijs: lassen. De rest zeg ik zelf.",
    );
    expect(text(claims.slice(0, 3))).not.toContain("zeg ik zelf");
    expect(text(claims.slice(2)).toLowerCase()).not.toContain("gevalideerd");
    expect(text(claims.slice(3))).toContain("Dit zeg ik zelf.");
  });

  test("own words in the other language are quoted, not put into other words", () => {
    const own = skill("Tante helpen met de was", null, { uri: null });
    expect(text([own])).toContain("Dit kan ik: tante helpen met de was.");
    expect(text([own], "en")).toContain("This I can do: “Tante helpen met de was”.");
  });

  test("a name with capitals of its own keeps them", () => {
    expect(text([skill("NT2 geven", null, { uri: null })])).toContain("Dit kan ik: NT2 geven.");
  });

  test("names no more than fit, and says how many there are besides", () => {
    const many = Array.from({ length: 17 }, (_, index) => skill(`vak ${index}`, null, { status: index === 16 ? "assessed" : "self_declared" }));
    expect(text(many)).toContain("In mijn paspoort staan nog 2 vaardigheden.");
    expect(text(many)).not.toMatch(/vak 15|vak 16|Gevalideerd/);
    expect(text(many.slice(0, 16))).toContain("In mijn paspoort staat nog 1 vaardigheid.");
  });

  test("is empty where nothing is to be seen", () => {
    expect(text([])).toBe("");
    expect(text([skill("vegen", null, { hidden: true })])).toBe("");
  });
});
