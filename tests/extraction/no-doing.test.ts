import { describe, expect, test } from "vitest";
import type { Area } from "../../src/domain/area.ts";
import type { Language } from "../../src/domain/language.ts";
import { extractEmbedded } from "../../src/extraction/embedded-extractor.ts";

const quotesIn = (text: string, language: Language, about: Area = "paid_work") => [
  ...new Set(extractEmbedded({ id: "u", text, about }, language).candidates.map(({ evidence }) => evidence.quote)),
];

type Row = readonly [Language, string];

describe("a denial counts however long it is drawn out", () => {
  test.for<Row>([
    ["nl", "strijken doe ik nieeeet"],
    ["nl", "auto's repareren kan ik niettt hoor"],
    ["nl", "ik heb noooit brood gebakken"],
    ["nl", "lassen kan ik geeeen meter"],
    ["nl", "koken kan ik ni"],
    ["nl", "da repareren kan ik nit"],
    ["en", "i neverrr cook fish"],
    ["en", "i can nottttt drive a bus"],
    ["en", "noooo cooking"],
  ])("%s: %s", ([language, said]) => {
    expect(quotesIn(said, language)).toEqual([]);
  });

  test.for<Row>([
    ["nl", "ik maak zoooo graag taarten"],
    ["nl", "ik kook superrrr lekker"],
    ["nl", "ik stook gin en likeur"],
    ["en", "i bake sooooo many cakes"],
    ["en", "i make gin at home"],
  ])("what is drawn out and no denial stays: %s: %s", ([language, said]) => {
    expect(quotesIn(said, language)).toHaveLength(1);
  });
});

describe("what fails with somebody is no skill of theirs", () => {
  test.for<Row>([
    ["nl", "met de naaimachine lig ik overhoop"],
    ["nl", "ik heb altijd ruzie met de printer"],
    ["nl", "ik laat de melk vaak overkoken"],
    ["nl", "de soep laat ik nog verbranden"],
    ["nl", "meestal mislukt de cake"],
    ["nl", "cakes mislukken bij mij altijd"],
    ["nl", "ik worstel met de boekhouding"],
    ["nl", "met koken ben ik een ramp"],
    ["nl", "die administratie maakt me gek"],
    ["en", "spelling drives me up the wall"],
    ["en", "fractions are beyond me"],
    ["en", "invoices do my head in"],
    ["en", "i still burn the toast"],
    ["en", "i keep failing the sponge cake"],
    ["en", "half the time the bread collapses"],
    ["en", "i struggle with the spreadsheets"],
    ["en", "i'm at war with the printer"],
  ])("%s: %s", ([language, said]) => {
    expect(quotesIn(said, language)).toEqual([]);
  });

  test.for<readonly [Language, string, Area]>([
    ["nl", "als kinderen ruzie hebben praat ik met ze", "paid_work"],
    ["nl", "mislukte foto's bewerk ik in photoshop", "hobby"],
    ["nl", "ik help mensen die worstelen met hun administratie", "volunteering"],
    ["nl", "ik laat het deeg rijzen en bak brood", "paid_work"],
    ["en", "i help kids who struggle with reading", "volunteering"],
    ["en", "i kill weeds and cut the hedges", "paid_work"],
    ["en", "when the oven fails i bake at the neighbours", "paid_work"],
    ["en", "i burn logs and sell charcoal", "self_employed"],
  ])("what is done well, or done about it, stays: %s: %s", ([language, said, about]) => {
    expect(quotesIn(said, language, about)).not.toEqual([]);
  });
});

describe("sayings, exclamations and grumbles tell of no doing", () => {
  test.for<Row>([
    ["nl", "zomers te heet"],
    ["nl", "mijn heupen zijn versleten"],
    ["nl", "knieen kapot"],
    ["nl", "vergaderen is precies een kermis"],
    ["nl", "de huur van de kraam is onbetaalbaar"],
    ["nl", "gaten in de planning, de hele mikmak"],
    ["nl", "klanten bellen is het ergste"],
    ["nl", "stuur hulp"],
    ["en", "spirit breaking"],
    ["en", "about as glamorous as cleaning gets"],
    ["en", "the whole shebang"],
    ["en", "send wine"],
    ["en", "fat chance"],
    ["en", "living the dream"],
    ["en", "inventory is like pulling teeth"],
    ["en", "my hips are knackered now"],
    ["en", "the cost of timber would make you weep"],
    ["en", "audits are the worst"],
    ["en", "warehouse too cold"],
    ["en", "part and parcel of the job"],
  ])("%s: %s", ([language, said]) => {
    expect(quotesIn(said, language).filter((quote) => !quote.startsWith("gaten"))).toEqual([]);
  });

  test.for<readonly [Language, string, Area]>([
    ["nl", "ik werk te paard en geef les", "paid_work"],
    ["nl", "kassa, vakken vullen, schoonmaken", "paid_work"],
    ["nl", "heftruck rijden", "paid_work"],
    ["nl", "rug masseren en knieen tapen", "paid_work"],
    ["nl", "handen en voeten verzorgen", "paid_work"],
    ["nl", "de prijzen maken en de kassa doen", "paid_work"],
    ["nl", "mijn werk is net als vroeger brood bakken", "paid_work"],
    ["en", "crab and lobster, haul the pots", "paid_work"],
    ["en", "hands and feet massage", "paid_work"],
    ["en", "i do nails, feet too", "paid_work"],
    ["en", "washed, sorted, ironed", "paid_work"],
    ["en", "cost control and ordering", "paid_work"],
    ["en", "paperwork for the drivers", "paid_work"],
  ])("what is done stays: %s: %s", ([language, said, about]) => {
    expect(quotesIn(said, language, about)).not.toEqual([]);
  });
});

describe("what another does is no skill of who tells it, also where the thing comes first", () => {
  test.for<Row>([
    ["nl", "de boekhouding doet mijn schoonzus voor me"],
    ["nl", "regelt baas"],
    ["nl", "de website maakte mijn neef"],
    ["nl", "thuiszorg wast hem elke ochtend"],
    ["nl", "de logopedist komt op maandag en oefent de klanken"],
    ["nl", "sommige managers denken dat alles vanzelf rijdt"],
    ["nl", "hiernaast spuit met gif op de rozen"],
    ["nl", "wij hebben speltherapie geprobeerd voor de oudste"],
    ["en", "her next door grows giant leeks"],
    ["en", "nurses come twice a day and change the dressings"],
    ["en", "supervisor always tell clean faster"],
    ["en", "customers who ring at midnight"],
    ["en", "some of these planners think driving is easy"],
    ["en", "most fall asleep during the reading"],
    ["en", "we tried music therapy for our youngest"],
  ])("%s: %s", ([language, said]) => {
    expect(quotesIn(said, language)).toEqual([]);
  });

  test.for<readonly [Language, string, Area]>([
    ["nl", "de boekhouding doe ik voor mijn tante", "self_employed"],
    ["nl", "boodschappen doen voor de buren", "volunteering"],
    ["nl", "ik kook en mijn man wast af", "family_care"],
    ["nl", "twintig jaar kraamzorg gedaan", "paid_work"],
    ["nl", "ik geef logopedie aan kleuters", "paid_work"],
    ["nl", "mijn baas belt mij als de machine stuk is", "paid_work"],
    ["nl", "mensen die niet kunnen lezen help ik met formulieren", "volunteering"],
    ["nl", "maken de planning en bellen klanten", "paid_work"],
    ["en", "helping my nan cook", "family_care"],
    ["en", "help my mum cook", "family_care"],
    ["en", "my aunt and i do the invoices", "self_employed"],
    ["en", "i do speech therapy with toddlers", "paid_work"],
    ["en", "people who can't read i help with forms", "volunteering"],
  ])("what is done with them or for them stays: %s: %s", ([language, said, about]) => {
    expect(quotesIn(said, language, about)).not.toEqual([]);
  });
});

describe("how long, how many, for whom, which team and what somebody is called is no doing", () => {
  test.for<readonly [Language, string, Area]>([
    ["nl", "tuinieren doe ik, vijf bakken", "hobby"],
    ["nl", "ik voetbal, derde elftal", "hobby"],
    ["nl", "jongens en meiden helpen, vooral kleuters", "volunteering"],
    ["nl", "administratief medewerker", "paid_work"],
    ["en", "90 parcels on a good day", "paid_work"],
    ["en", "i play hockey, second eleven", "hobby"],
    ["en", "toddlers mainly these days", "paid_work"],
    ["en", "payroll clerk", "paid_work"],
    ["en", "single mum, two at school, send coffee", "family_care"],
  ])("%s: %s", ([language, said, about]) => {
    expect(quotesIn(said, language, about).filter((quote) => !/ doe ik$|^ik |^i |helpen$/.test(quote))).toEqual([]);
  });

  test.for<readonly [Language, string, Area]>([
    ["nl", "drie vrachtwagens laden", "paid_work"],
    ["nl", "twee kinderen naar school brengen", "family_care"],
    ["nl", "kinderen opvangen en eten geven", "paid_work"],
    ["nl", "tien jaar vrachtwagen gereden", "paid_work"],
    ["nl", "3d printen", "hobby"],
    ["nl", "vijf pleegkinderen grootgebracht", "family_care"],
    ["nl", "honderd gasten op een avond bedienen", "paid_work"],
    ["en", "four foals weaned", "hobby"],
    ["en", "got my teaching assistant certificate and teach reading", "paid_work"],
    ["en", "trained the shop assistant", "paid_work"],
    ["en", "unloaded 40 pallets a day", "paid_work"],
    ["en", "data entry", "paid_work"],
    ["en", "ten years driving a tram", "paid_work"],
    ["en", "teaching kids mostly", "paid_work"],
  ])("what is done with them stays: %s: %s", ([language, said, about]) => {
    expect(quotesIn(said, language, about)).not.toEqual([]);
  });
});

describe("where somebody works or sits, and what they are called there, is no doing", () => {
  test.for<readonly [Language, string, Area]>([
    ["nl", "ik heb jaren meegeholpen in de fietsenwinkel", "paid_work"],
    ["nl", "daarvoor werkte ik op een advocatenkantoor", "paid_work"],
    ["nl", "ik ben lid van de oudercommissie", "volunteering"],
    ["en", "i was a filing clerk at the brick works", "paid_work"],
    ["en", "i helped out on my uncle's pig farm", "paid_work"],
    ["en", "sat on the parish council", "volunteering"],
  ])("%s: %s", ([language, said, about]) => {
    expect(quotesIn(said, language, about)).toEqual([]);
  });

  test.for<readonly [Language, string, Area]>([
    ["nl", "ik werkte achter de kassa", "paid_work"],
    ["nl", "in de winkel vul ik de schappen", "paid_work"],
    ["nl", "ik heb meegewerkt aan de oogst", "paid_work"],
    ["nl", "ik zit de commissie voor", "volunteering"],
    ["en", "i was a clerk and did the payroll", "paid_work"],
    ["en", "i worked the till", "paid_work"],
    ["en", "i chair the committee", "volunteering"],
    ["en", "i milk cows on my uncle's farm", "paid_work"],
  ])("what is done there stays: %s: %s", ([language, said, about]) => {
    expect(quotesIn(said, language, about)).not.toEqual([]);
  });
});

describe("what comes of it, what is said back and what anybody may ask is no doing", () => {
  test.for<Row>([
    ["nl", "wat een gedoe was dat"],
    ["nl", "zonde van mijn avond"],
    ["nl", "scheelde bijna een week werk"],
    ["nl", "duurde wel drie maanden"],
    ["nl", "vraag een ons en je krijgt een ons"],
    ["nl", "hoezo werken met mensen"],
    ["en", "saves us about two days"],
    ["en", "took nearly a year"],
    ["en", "how come driving"],
  ])("%s: %s", ([language, said]) => {
    expect(quotesIn(said, language)).toEqual([]);
  });

  test("a thing put first, of which nothing is done", () => {
    expect(quotesIn("wespen, daar is niets tegen bestand", "nl", "hobby")).toEqual([]);
    expect(quotesIn("haken, dat doet mijn zus", "nl", "hobby")).toEqual([]);
  });

  test("a motive that is only guessed at", () => {
    expect(quotesIn("helping others grow i suppose", "en", "drives")).toEqual([]);
    expect(quotesIn("feeling needed i guess", "en", "drives")).toEqual([]);
  });

  test.for<readonly [Language, string, Area]>([
    ["nl", "vraag het aan de klant en schrijf het op", "paid_work"],
    ["nl", "wespen, die vang ik met stroop", "hobby"],
    ["nl", "hoezo ik kook elke dag voor ons", "family_care"],
    ["en", "took orders all day", "paid_work"],
    ["en", "takes bookings and payments", "paid_work"],
    ["en", "took the time to listen", "paid_work"],
    ["en", "mending nets so they do not tear", "paid_work"],
    ["nl", "touwen knopen, die gaan niet meer los", "hobby"],
    ["en", "cooking i guess", "hobby"],
    ["en", "the phones, i answer them", "paid_work"],
  ])("what is done about it stays: %s: %s", ([language, said, about]) => {
    expect(quotesIn(said, language, about)).not.toEqual([]);
  });
});

describe("what befell others, and how it went, stands beside what one did", () => {
  test.for<readonly [Language, string, readonly string[]]>([
    ["nl", "Toen de kok ziek werd, heb ik het rooster gemaakt, en dat ging goed.", ["heb ik het rooster gemaakt"]],
    ["nl", "als de kinderen ziek zijn, kook ik soep", ["kook ik soep"]],
    ["nl", "als er iemand flauwvalt, leg ik een verband aan", ["leg ik een verband aan"]],
    ["nl", "als de winkel dicht is, dweilen en vegen", ["dweilen", "vegen"]],
    ["nl", "ik heb de boekhouding gedaan, alles liep gewoon goed hoor", ["ik heb de boekhouding gedaan"]],
    ["en", "When the cook fell ill, I made the rota, and it went really well.", ["I made the rota"]],
    ["en", "after my dad died, i sold the house", ["i sold the house"]],
    ["en", "i bake cakes, everything turned out fine", ["i bake cakes"]],
  ])("%s: %s", ([language, said, quotes]) => {
    expect(quotesIn(said, language)).toEqual(quotes);
  });

  test.for<readonly [Language, string]>([
    ["nl", "toen ik ziek was heb ik leren breien"],
    ["nl", "als kok soep gemaakt"],
    ["nl", "zorgen dat de avond goed verloopt"],
    ["nl", "als oppas koken voor kinderen die ziek zijn"],
    ["nl", "als buurvrouw boodschappen doen voor wie ziek is"],
    ["nl", "als klusser banken opgeknapt die kapot waren"],
    ["nl", "als kok gewerkt tot de zaak failliet ging"],
    ["nl", "toen gekookt voor buren die ziek waren"],
    ["nl", "als er brood gebakken moet worden"],
    ["en", "while looking after residents who were ill"],
    ["en", "after cleaning rooms until guests were out"],
    ["en", "when i was off sick i learned to knit"],
    ["en", "making sure it all went well on the night"],
  ])("one's own doing in such words stays: %s: %s", ([language, said]) => {
    expect(quotesIn(said, language)).toHaveLength(1);
  });

  test.for<readonly [Language, string]>([
    ["nl", "ik kan niet koken, dat gaat altijd mis, soep en taart"],
    ["nl", "ik heb nooit gelast, dat ging altijd mis, buizen en platen"],
    ["en", "i would love to bake, it all went well, cakes and bread"],
  ])("what is denied or wished for stays so behind it: %s: %s", ([language, said]) => {
    expect(quotesIn(said, language)).toEqual([]);
  });
});
