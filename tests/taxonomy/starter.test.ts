import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Concept, ConceptCatalogue } from "../../src/domain/concept.ts";
import { createLexicalIndex } from "../../src/grounding/lexical-index.ts";
import { loadEverydayTexts, readJsonLines, starterFolder } from "../../src/taxonomy/everyday-texts.ts";
import { loadStarterCatalogue, loadStarterManifest, StarterConcept, StarterGroup } from "../../src/taxonomy/starter-catalogue.ts";

let catalogue: ConceptCatalogue;
let concepts: readonly Concept[];
let facts: readonly StarterConcept[];
let groups: readonly StarterGroup[];
beforeAll(async () => {
  catalogue = await loadStarterCatalogue();
  concepts = [...catalogue.all()];
  facts = await readJsonLines(join(starterFolder, "concepts.jsonl"), StarterConcept, "concepts.jsonl");
  groups = await readJsonLines(join(starterFolder, "groups.jsonl"), StarterGroup, "groups.jsonl");
});

const languages = ["nl", "en"] as const;
const failing = (wrong: (concept: Concept) => boolean) => concepts.filter(wrong).map((concept) => concept.label.nl);

describe("the starter taxonomy", () => {
  test("holds between 1,000 and 1,500 concepts, skills and knowledge, all reuse levels", () => {
    expect(catalogue.size).toBeGreaterThanOrEqual(1000);
    expect(catalogue.size).toBeLessThanOrEqual(1500);
    expect(concepts.filter((concept) => concept.type === "knowledge").length).toBeGreaterThan(100);
    expect(concepts.filter((concept) => concept.reuseLevel === "transversal").length).toBeGreaterThan(80);
  });

  test("says which ESCO it is", () => {
    expect(catalogue.info).toEqual({ name: "ESCO", version: "1.2.0 starter" });
  });

  test("keeps facts only beside our own texts, each concept once", () => {
    expect(new Set(facts.map((fact) => fact.id)).size).toBe(facts.length);
    for (const fact of facts) expect(Object.keys(fact).sort()).toEqual(["en", "group", "id", "nl", "reuse", "type"]);
  });

  test("has a group with a label in both languages for every concept, and no group that nobody is in", () => {
    expect(failing(({ group }) => !group.nl || !group.en)).toEqual([]);
    expect(groups.map((group) => group.id)).toEqual([...new Set(facts.map((fact) => fact.group))].sort());
  });

  test("has our own text for exactly the concepts it holds, each in one file only", async () => {
    const texts = await loadEverydayTexts();
    expect([...texts.keys()].sort()).toEqual(concepts.map((concept) => concept.uri).sort());
    const { files } = await loadStarterManifest();
    const contents = await Promise.all(
      Object.keys(files)
        .filter((name) => name.startsWith("everyday/"))
        .map((name) => readFile(join(starterFolder, name), "utf8")),
    );
    expect(contents.join("").trimEnd().split("\n")).toHaveLength(catalogue.size);
  });

  test("has the files its manifest describes, and the notice ESCO asks for", async () => {
    const manifest = await loadStarterManifest();
    expect(manifest.notice).toBe("This service uses the ESCO classification of the European Commission.");
    expect(manifest.counts["concepts"]).toBe(catalogue.size);
    for (const [name, hash] of Object.entries(manifest.files))
      expect(
        createHash("sha256")
          .update(await readFile(join(starterFolder, name)))
          .digest("hex"),
        name,
      ).toBe(hash);
  });

  test("loads within 150 ms", async () => {
    const runs = [];
    for (let run = 0; run < 3; run++) {
      const start = performance.now();
      await loadStarterCatalogue();
      runs.push(performance.now() - start);
    }
    expect(Math.min(...runs)).toBeLessThan(150);
  });
});

describe("our own texts", () => {
  /** Words that people who are still learning the language do not know, each with a plain way of saying it. */
  const heavy = {
    nl: /lekkernij|kookmanier|gerechten\b|hygi[eë]n|beheerst|linnengoed|ontsmet|mankement|mankeert|voorschrift|dosis|palliati|ongeneeslijk|nabestaand|stimuleer|mentale|verwijst|namens|instanties|gewasbescherming|houdba|sterilis|besmett|infectie|signalen|aantrekkelijk|toezicht|acute|ondersteunt (?:mensen|kinderen|vrijwilligers)|adviseert over kapsels|\breinig|oppervlak|vermeerdert|noteert (?:wat|gegevens|gesprekken|storingen)|telescoop|onderhoudt (?:machines|voertuigen|kassen|elektrische)|voert .+ af\b/i,
    en: /hygien|prescribed|palliative|sanitis|linen|bereaved|traumatised|propagate|pesticide|infection|dose of|expiry|dispose|supervise the playground/i,
  };

  test.for(languages)("have no heavy words in the headlines that people are asked about (%s)", (language) => {
    expect(concepts.flatMap(({ headline }) => (heavy[language].test(headline[language] ?? "") ? [headline[language]] : []))).toEqual([]);
  });

  test("are still found by what a headline said before it was said plainer", () => {
    const plainer = concepts.filter(({ searched }) => searched !== undefined);
    expect(plainer.length).toBeGreaterThan(0);
    for (const language of languages) {
      const index = createLexicalIndex(concepts);
      for (const { uri, searched } of plainer)
        expect(
          index.search(searched?.[language] ?? "", language, 3).map((each) => each.uri),
          searched?.[language] ?? "",
        ).toContain(uri);
    }
    expect(plainer.filter(({ searched, headline }) => searched?.nl === headline.nl && searched?.en === headline.en)).toEqual([]);
  });

  test.for(languages)("have a headline of at most eight words and a meaning for every concept (%s)", (language) => {
    expect(failing(({ headline, meaning }) => !headline[language] || !meaning[language])).toEqual([]);
    expect(failing(({ headline }) => (headline[language] ?? "").split(/\s+/).length > 8)).toEqual([]);
    expect(failing(({ headline }) => (headline[language] ?? "").endsWith("."))).toEqual([]);
  });

  test("speak to the person: Je, You", () => {
    expect(failing(({ headline }) => !/^(Je|Jij|Jouw) /.test(headline.nl ?? ""))).toEqual([]);
    expect(failing(({ headline }) => !/^(You|Your|You're) /.test(headline.en ?? ""))).toEqual([]);
  });

  test.for([
    { language: "nl", aimedAt: 5 },
    { language: "en", aimedAt: 3 },
  ] as const)("have at least two phrases per concept, $aimedAt for nearly all ($language)", ({ language, aimedAt }) => {
    expect(failing(({ phrases }) => phrases[language].length < 2)).toEqual([]);
    const full = concepts.filter(({ phrases }) => phrases[language].length >= aimedAt).length;
    expect(full / concepts.length).toBeGreaterThan(0.98);
  });

  test.for(languages)("say each phrase once within a concept, and of at most two concepts (%s)", (language) => {
    expect(failing(({ phrases }) => new Set(phrases[language].map(lower)).size < phrases[language].length)).toEqual([]);
    const said = Map.groupBy(
      concepts.flatMap(({ phrases }) => phrases[language].map(lower)),
      (phrase) => phrase,
    );
    expect([...said].filter(([, all]) => all.length > 2).map(([phrase]) => phrase)).toEqual([]);
  });

  test("never repeat a label", () => {
    const labels = new Set(concepts.flatMap(({ label }) => [lower(label.nl ?? ""), lower(label.en ?? "")]));
    expect(concepts.flatMap(({ phrases }) => [...phrases.nl, ...phrases.en]).filter((phrase) => labels.has(lower(phrase)))).toEqual([]);
  });

  test("hold no markup, no control characters, no doubled spaces", () => {
    const odd = /[<>\p{Cc}\p{Cf}]|\s{2}|^\s|\s$/u;
    expect(
      failing(({ headline, meaning, phrases }) =>
        [headline.nl, headline.en, meaning.nl, meaning.en, ...phrases.nl, ...phrases.en].some((text) => odd.test(text ?? "")),
      ),
    ).toEqual([]);
  });
});

const lower = (text: string) => text.toLowerCase();

describe("everyday life in the starter taxonomy", () => {
  test.for([
    { area: "shops", said: /\b(winkel|kassa|klanten?|schappen|vakken)\b/ },
    { area: "hotels, cafés and kitchens", said: /\b(restaurant|café|gasten|keuken|bar|hotel)\b/ },
    { area: "warehouses", said: /\b(magazijn|pallets?|heftruck|loods|dock)\b/ },
    { area: "building", said: /\b(bouw|steiger|metsel\w*|muur|beton|stuc\w*)\b/ },
    { area: "technical trades", said: /\b(monteur|las|lassen|leiding|stroom|motor|cv)\b/ },
    { area: "cleaning", said: /\b(dweil\w*|schoonma\w*|poets\w*|stofzuig\w*|schrob\w*)\b/ },
    { area: "care", said: /\b(cliënt\w*|bewoners?|patiënt\w*|verpleeghuis|thuiszorg)\b/ },
    { area: "childcare", said: /\b(opvang|kinderen|peuters?|baby|crèche|kleuters?)\b/ },
    { area: "offices", said: /\b(kantoor|agenda|factu\w*|notulen|e-?mails?|mail)\b/ },
    { area: "ICT", said: /\b(website|server|code|computer|laptop|programm\w*|netwerk)\b/ },
    { area: "teaching", said: /\b(les|lessen|klas|leerlingen|school|cursus)\b/ },
    { area: "transport", said: /\b(vrachtwagen|bus|taxi|bezorg\w*|chauffeur|bestelbus)\b/ },
    { area: "farms and gardens", said: /\b(koeien|oogst\w*|kas|boer|boerderij|tuin|snoei\w*)\b/ },
    { area: "hair and beauty", said: /\b(haar|kapsalon|kapper|nagels|make-?up|gezicht)\b/ },
    { area: "factories", said: /\b(fabriek|lopende band|machine|lijn|productie)\b/ },
    { area: "security", said: /\b(beveilig\w*|portier|toegang|surveil\w*|camera's|alarm)\b/ },
    { area: "making and performing", said: /\b(teken\w*|schilder\w*|foto's|muziek|toneel|optred\w*|zing|gitaar)\b/ },
    { area: "care for family", said: /\b(mijn|m'n) (moeder|vader|oma|opa|man|vrouw|broer|zus|tante)\b/ },
    { area: "raising children", said: /\b(mijn|m'n|onze) (kinderen|kind|dochter|zoon|zoontje|dochtertje|kleine)\b/ },
    { area: "a household", said: /\b(was|wassen|strijk\w*|boodschappen|kook|koken|huishouden)\b/ },
    { area: "volunteering", said: /\b(vrijwillig\w*|voedselbank|collecte|buurthuis|buurt)\b/ },
    { area: "clubs", said: /\b(club|vereniging|voetbal\w*|elftal|kantine|bestuur)\b/ },
    { area: "gaming communities", said: /\b(game\w*|discord|clan|minecraft|gamen)\b/ },
    { area: "repairing", said: /\b(repare\w*|fiets\w*|band plakken|maak .* weer|kapot\w*)\b/ },
    { area: "languages", said: /\b(duits|frans|spaans|arabisch|turks|pools|engels|vertaal\w*|tolk\w*)\b/ },
    { area: "courses and certificates", said: /\b(cursus|diploma|certificaat|opleiding|examen|vca|bhv)\b/ },
  ])("knows of $area", ({ said }) => {
    const found = concepts.filter(({ phrases }) => phrases.nl.some((phrase) => said.test(lower(phrase))));
    expect(found.length).toBeGreaterThanOrEqual(10);
  });
});
