import { describe, expect, test } from "vitest";
import type { Area } from "../../src/domain/area.ts";
import type { Language } from "../../src/domain/language.ts";
import { extractEmbedded } from "../../src/extraction/embedded-extractor.ts";

const quotesIn = (text: string, language: Language, about: Area = "paid_work") => [
  ...new Set(extractEmbedded({ id: "u", text, about }, language).candidates.map(({ evidence }) => evidence.quote)),
];

describe("in free talk, what is not the holder's doing shows nothing", () => {
  test.for([
    ["nl", "ik ben niet in de winkel", "denied"],
    ["nl", "wij verkopen daar geen brood", "denied"],
    ["nl", "reachtruck nog niet gedaan", "denied"],
    ["nl", "de kat is geen baan", "denied"],
    ["nl", "nergens mee bezig", "denied"],
    ["en", "we are not at the depot", "denied"],
    ["en", "I bake nothing", "denied"],
    ["en", "I have no workshop", "denied"],
    ["en", "not the kitchen", "denied"],
    ["en", "I didn't steer the crane", "denied"],
    ["nl", "Brood bakken hij kan", "another's doing, the verb behind"],
    ["nl", "auto maken zij doet", "another's doing, the verb behind"],
    ["en", "the cooking she does", "another's doing, the verb behind"],
    ["nl", "chef geeft de opdrachten", "another's doing"],
    ["nl", "directeur belt de klanten", "another's doing"],
    ["en", "manager writes the rota", "another's doing"],
    ["en", "some chap fixes the lift", "another's doing"],
    ["nl", "gasten vragen altijd iets over de kamers", "what the guests do"],
    ["nl", "kinderen rennen de hele dag door de gang", "what the children do"],
    ["nl", "die vraag jij weer", "said to the interviewer"],
    ["nl", "jij vraagt dit twee keer", "said to the interviewer"],
    ["nl", "dat antwoord zei ik", "said to the interviewer"],
    ["nl", "ik zei daarnet dat ik bij de bakker werk", "said to the interviewer"],
    ["nl", "nee! ik zei zus naait", "told again"],
    ["en", "this one you asked already", "said to the interviewer"],
    ["en", "as I said before", "said to the interviewer"],
    ["en", "no! I said my aunt", "told again"],
    ["nl", "ik ben het wel zat nu", "said to the interviewer"],
    ["en", "ok I'm done with these questions now", "said to the interviewer"],
    ["en", "you see", "a filler"],
    ["en", "to be fair", "a filler"],
    ["nl", "eerlijk is eerlijk", "a filler"],
    ["en", "I was getting a bit weary", "tiredness"],
    ["en", "it was quite a week for me", "how it was"],
    ["nl", "de rok is hetzelfde", "how a thing is"],
    ["en", "coat longer is the same", "how a thing is"],
  ] as const)("$0: $1 ($2)", ([language, said]) => {
    expect(quotesIn(said, language)).toEqual([]);
  });

  test.for([
    ["nl", "ik kan elke tv repareren hihi. nee serieus: ik maak lampen", ["ik maak lampen"]],
    ["nl", "Ik spreek negen talen! Nou ja, Pools en Duits spreek ik", ["Pools en Duits spreek ik"]],
    ["en", "I can build any house, even a palace lol. I lay bricks", ["I lay bricks"]],
    ["en", "I have painted every wall in Leeds. Well, I paint our hall", ["I paint our hall"]],
    ["nl", "ik maak alle kamers schoon. Daarna de gang dweilen", ["ik maak alle kamers schoon", "Daarna de gang dweilen"]],
    ["en", "I clean all the rooms. Then I mop the hall", ["I clean all the rooms", "Then I mop the hall"]],
  ] as const)("what is taken back in the same breath is no more than a joke: %s: %s", ([language, said, left]) => {
    expect(quotesIn(said, language)).toEqual(left);
  });
});

describe("a negation that denies no doing, and others named beside one's own, stay", () => {
  test.for([
    ["nl", "als een naad niet recht zit haal ik hem los"],
    ["nl", "ik help mensen die de weg niet weten"],
    ["nl", "ik laat niemand wachten en vergeet nooit een bestelling"],
    ["nl", "ik werk niet alleen met hout"],
    ["nl", "ik gooi geen eten weg"],
    ["nl", "ik ga niet naar huis voordat alles schoon is"],
    ["en", "I help people who can't read the form"],
    ["en", "I never rush anybody"],
    ["en", "I don't just sweep the floor"],
    ["en", "if it is not straight I sew it again"],
    ["en", "we throw nothing away without checking it"],
    ["nl", "klanten zoeken voor de zaak"],
    ["nl", "gasten bedienen"],
    ["nl", "mensen helpen die iets zoeken"],
    ["nl", "ik zeg tegen de jongens wat ze moeten doen"],
    ["nl", "netjes inpakken wat hij maakt"],
    ["en", "I tell the drivers where to go"],
    ["en", "I brush tired horses"],
  ] as const)("%s: %s", ([language, said]) => {
    expect(quotesIn(said, language)).not.toEqual([]);
  });
});

describe("the quote holds the doing", () => {
  test.for([
    ["en", "heavy machines, I haul them", "heavy machines, I haul them"],
    ["nl", "zware balen, ik til ze", "zware balen, ik til ze"],
    ["nl", "ik leg het klaar en pas op", "ik leg het klaar en pas op"],
    ["nl", "ik kook soep en ruim op", "ruim op"],
    ["nl", "zaterdag veeg ik het plein en ruim daarna op", "ruim daarna op"],
    ["nl", "ik ben klaar met de vloer en dan veeg ik", "dan veeg ik"],
    ["en", "soup, bread", "soup, bread"],
  ] as const)("%s: %s", ([language, said, quote]) => {
    expect(quotesIn(said, language)).toContain(quote);
  });
});

describe("a word that shows a skill only together with others", () => {
  const shownIn = (text: string, language: Language) =>
    extractEmbedded({ id: "u", text, about: "paid_work" }, language).candidates.flatMap(({ en, nl }) => (nl === null && en !== null ? [en] : []));
  test.for([
    ["en", "i did the rules", "comply with regulations", false],
    ["en", "i stick to the rules", "comply with regulations", true],
    ["nl", "als een zoom scheef zit doe ik hem opnieuw", "attend to detail", true],
    ["nl", "een naad fout dan ik haal weer open", "attend to detail", true],
    ["nl", "ik doe de winkel open", "attend to detail", false],
    ["en", "if the hem is crooked i unpick it", "attend to detail", true],
    ["nl", "ik laat klanten uitpraten", "resolve conflicts", false],
    ["nl", "ik sus ruzies", "resolve conflicts", true],
    ["nl", "ik heb het schuurtje opnieuw geverfd", "exercise patience", false],
    ["nl", "als hij het niet snapt begin ik gewoon opnieuw", "exercise patience", true],
    ["nl", "die som leg ik elke keer opnieuw uit", "exercise patience", true],
    ["nl", "kleding uitzoeken voor de rommelmarkt", "think analytically", false],
    ["nl", "ik zoek uit waarom de band stilvalt", "think analytically", true],
    ["en", "i work out what we eat that week", "think analytically", false],
    ["en", "i worked out why the belt kept stopping", "think analytically", true],
  ] as const)("%s: “%s”, %s: %s", ([language, said, cue, isShown]) => {
    expect(shownIn(said, language).includes(cue)).toBe(isShown);
  });
});
