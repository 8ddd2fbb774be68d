import { describe, expect, test } from "vitest";
import type { Language } from "../../src/domain/language.ts";
import { extractEmbedded } from "../../src/extraction/embedded-extractor.ts";
import { cuesIn } from "../../src/extraction/story-cues.ts";

interface Told {
  readonly cue: string;
  readonly language: Language;
  /** Told of the holder, and it shows the skill. */
  readonly shown: readonly string[];
  /** Words that also stand where it is shown, and here tell of something else. */
  readonly not: readonly string[];
}

const told: readonly Told[] = [
  {
    cue: "react calmly in stressful situations",
    language: "nl",
    shown: ["als het alarm gaat kan ik kalm blijven", "ik word niet zenuwachtig van volle zalen", "een bewoner is overstuur, dan praat ik rustig"],
    not: ["ik blijf lekker rustig op de bank", "ik kan er niet tegen in dat stof", "ik praat zacht in de leeszaal", "een pet houdt mijn hoofd koel"],
  },
  {
    cue: "react calmly in stressful situations",
    language: "en",
    shown: ["i remain calm if the line stops", "i calm upset parents down", "i didn't panic when the lights went out"],
    not: [
      "i keep cool bags for the fish",
      "i sew when things calm down",
      "i keep my head down at work",
      "so the dogs don't get nervous i walk slowly",
    ],
  },
  {
    cue: "exercise patience",
    language: "nl",
    shown: ["ik doe het elke keer opnieuw voor", "ik neem voor iedere leerling de tijd", "ik leg het tien keer uit"],
    not: [
      "ik moet telkens opnieuw het wachtwoord typen",
      "ik wacht tot de winkels opengaan",
      "ik heb tien keer in Rome geslapen",
      "ik neem de tijd voor mijn ontbijt",
    ],
  },
  {
    cue: "exercise patience",
    language: "en",
    shown: ["i explained the phone to my neighbour twenty times", "i wait for them to finish", "i take my time with new members"],
    not: ["i waited for her at the gate", "i take my time in the bath", "i lift boxes fifty times a day", "i iron it as long as he pays me"],
  },
  {
    cue: "listen actively",
    language: "nl",
    shown: ["ik laat iedereen uitpraten", "bij mij kunnen ze hun verhaal kwijt", "ik luister naar de vrouwen in het buurthuis"],
    not: [
      "ik luister jazz bij het lassen",
      "met mijn broer moest ik het uitpraten",
      "bij de dokter kon ik mijn verhaal kwijt",
      "ik hoor ze aan de overkant",
    ],
  },
  {
    cue: "listen actively",
    language: "en",
    shown: ["i let people talk", "i listened to the tenants", "i heard them out"],
    not: ["i listen to rap on the bus", "i let him talk to the boss", "they tell me everything in advance"],
  },
  {
    cue: "show empathy",
    language: "nl",
    shown: ["ik troostte een meisje dat haar moeder miste", "ik stel nieuwe bewoners op hun gemak", "ik praat met mensen die alleen zitten"],
    not: ["ik vond troost bij mijn hond", "ik zat alleen in de kantine", "in de trein ging ik naast hem zitten", "dat heb ik me getroost"],
  },
  {
    cue: "show empathy",
    language: "en",
    shown: ["i sit with patients who are afraid", "i put new guests at ease", "i comforted a little girl"],
    not: ["the pumps run by themselves", "i sew comfort blankets", "i sit with my back to the door", "my sister gave me a hug"],
  },
  {
    cue: "negotiate compromises",
    language: "nl",
    shown: ["we zijn er met de verhuurder samen uitgekomen", "ik ging het gesprek aan met de school"],
    not: ["ik heb mijn paspoort teruggekregen", "ik ben overgehaald door mijn nicht", "ik ben in beroep gegaan", "de inkt is eruit gekomen"],
  },
  {
    cue: "negotiate compromises",
    language: "en",
    shown: ["we came to an agreement with the neighbours", "i helped them find a compromise"],
    not: ["that work appealed to me", "i got my coat back", "the seams meet in the middle"],
  },
  {
    cue: "negotiate price",
    language: "nl",
    shown: ["bij de groothandel ding ik altijd af", "ik heb een lagere prijs afgesproken met de drukker"],
    not: ["ik verkoop brood voor een goede prijs", "met mijn spaarkaart heb ik korting gekregen"],
  },
  {
    cue: "negotiate price",
    language: "en",
    shown: ["i haggled at the auction", "i got a better deal from the printer"],
    not: ["the lamp was a bargain", "i got the price tags ready"],
  },
  {
    cue: "resolve conflicts",
    language: "nl",
    shown: ["bij een vechtpartij haal ik ze uit elkaar", "ik bemiddelde tussen twee huurders"],
    not: ["ik haal radio's uit elkaar", "ik kreeg ruzie met mijn zwager", "ik heb een conflict gehad met mijn chef", "ik sus mijn baby"],
  },
  {
    cue: "resolve conflicts",
    language: "en",
    shown: ["i broke up rows in the queue", "i settle disputes between members"],
    not: ["i argue with my dad", "there were fights between fans", "i made peace with my job"],
  },
  {
    cue: "train employees",
    language: "nl",
    shown: ["ik werk nieuwe chauffeurs in", "we hebben nieuwelingen, die leer ik het snijden", "ik heb stagiaires begeleid"],
    not: ["ik leer er nieuwe mensen kennen", "ik werk in een nieuwe hal", "ik ben ingewerkt door een collega", "ik was stagiaire bij een kapper"],
  },
  {
    cue: "train employees",
    language: "en",
    shown: ["i showed a new driver the ropes", "new staff come in june and i teach them the till"],
    not: ["i love meeting new people", "i show them to their seats", "i teach them to read", "i was an apprentice"],
  },
  {
    cue: "train volunteers",
    language: "nl",
    shown: ["ik leg nieuwe vrijwilligers alles uit"],
    not: ["ik kook met vrijwilligers in de wijk", "ik heb een handleiding voor de wasmachine"],
  },
  { cue: "train volunteers", language: "en", shown: ["i trained the new helpers"], not: ["i welcome new members", "i read a guide for new mums"] },
  {
    cue: "lead a team",
    language: "nl",
    shown: ["ik stuur tien vrijwilligers aan", "ik leidde een team van koks", "ik had zes man onder mij"],
    not: [
      "ik stuur een brief aan de gemeente",
      "in een ploeg van vier leg ik tegels",
      "ik leid een rustig leven",
      "ik zeg tegen mijn man wat we gaan doen",
      "thuis verdelen we de taken",
    ],
  },
  {
    cue: "lead a team",
    language: "en",
    shown: ["i led a crew of roofers", "i had nine drivers under me", "i brief the volunteers"],
    not: ["i lead a quiet life", "i have 5 people in my house", "i tell them what it costs", "i led the pony home"],
  },
  {
    cue: "motivate others",
    language: "nl",
    shown: ["ik moedig de spelers aan", "ik hou een peptalk"],
    not: ["ik kreeg een peptalk van mijn coach", "mijn vader moedigde mij aan"],
  },
  {
    cue: "motivate others",
    language: "en",
    shown: ["i encourage the beginners"],
    not: ["i was encouraged by a teacher", "old engines, i keep them going"],
  },
  {
    cue: "manage difficult clients",
    language: "nl",
    shown: ["ik sta boze reizigers te woord"],
    not: ["er waren die dag boze klanten", "ik ben een lastige klant"],
  },
  { cue: "manage difficult clients", language: "en", shown: ["i handle rude guests"], not: ["i complain a lot", "i was an angry customer"] },
  {
    cue: "work in teams",
    language: "nl",
    shown: ["we sjouwen de kasten met z'n drieen", "samen met mijn collega's maak ik de zaal klaar"],
    not: ["met z'n vijven gingen we uit", "ik borrel samen met mijn collega's"],
  },
  { cue: "work in teams", language: "en", shown: ["we all pitch in at harvest"], not: ["we all like pizza", "lunch with the team"] },
  {
    cue: "plan schedule",
    language: "nl",
    shown: ["ik maak de roosters voor de kantine", "ik hield de agenda van de dokter bij"],
    not: ["mijn rooster is elke week anders", "ik bak worst op het rooster", "ik kocht een kalender", "ik naai volgens schema"],
  },
  {
    cue: "plan schedule",
    language: "en",
    shown: ["i wrote the rota", "i update the calendar of the club"],
    not: ["i am on the rota", "i have a busy schedule", "i keep to the timetable"],
  },
  {
    cue: "show initiative",
    language: "nl",
    shown: ["ik heb een leeskring opgezet", "ik veeg uit mezelf de stoep"],
    not: ["ik heb thee opgezet", "ik ben begonnen met werken in een hotel", "ik heb zelf gevraagd om een ander team", "mijn was regel ik zelf"],
  },
  {
    cue: "show initiative",
    language: "en",
    shown: ["i started a walking group", "i mop without being asked"],
    not: ["i started the van", "i started the course", "after that we made tea"],
  },
  {
    cue: "assume responsibility",
    language: "nl",
    shown: ["ik heb de sleutel van de sporthal", "ik kan er niet tegen als er werk blijft liggen"],
    not: ["de brommer staat op mijn naam", "ik sluit af met een grap", "ik kan er niet tegen als het waait", "ik kreeg de sleutels van mijn huis"],
  },
  {
    cue: "assume responsibility",
    language: "en",
    shown: ["i lock up after the match", "they rely on me"],
    not: ["i lock up my car", "dogs come up to me", "the bike is on my name"],
  },
  {
    cue: "attend to detail",
    language: "nl",
    shown: ["ik werk altijd precies", "ik knip alles precies op maat"],
    not: ["ik begin precies op tijd", "ik doe precies wat er staat", "ik doe de deur weer open"],
  },
  {
    cue: "attend to detail",
    language: "en",
    shown: ["i check every bolt", "if a row is uneven i do it again"],
    not: ["i finish at precisely four", "he did a neat trick", "i have a spot on my coat", "i start the mower again", "i undo my laces"],
  },
  {
    cue: "work independently",
    language: "nl",
    shown: ["ik run de kiosk in mijn eentje", "storingen moet ik zelf oplossen"],
    not: ["ik was in mijn eentje op reis", "ik woon helemaal alleen", "de leerlingen laat ik het zelf oplossen", "niemand helpt mij"],
  },
  {
    cue: "work independently",
    language: "en",
    shown: ["i do the early shift by myself", "this girl rewired the whole hall by herself"],
    not: ["i travelled on my own", "nobody helps me", "i have it on my own phone"],
  },
  {
    cue: "adapt to changing situations",
    language: "nl",
    shown: ["ik kan makkelijk schakelen", "valt er iemand uit dan gooi ik het rooster om"],
    not: ["ik schakel de lamp uit", "ik gooi een glas om", "elke dag is anders", "ik boek last minute"],
  },
  {
    cue: "adapt to changing situations",
    language: "en",
    shown: ["i found another road"],
    not: ["there is another way to say it", "i pack at the last minute", "every day is different"],
  },
  {
    cue: "demonstrate willingness to learn",
    language: "nl",
    shown: ["ik heb haken van filmpjes geleerd", "ik heb mezelf tegelen aangeleerd"],
    not: ["ik koop schoenen van internet", "ik heb de film afgekeken", "ik lees voor uit boeken"],
  },
  {
    cue: "demonstrate willingness to learn",
    language: "en",
    shown: ["i learnt plastering from youtube"],
    not: ["i know the song by heart", "i download films from the internet"],
  },
  {
    cue: "demonstrate trustworthiness",
    language: "nl",
    shown: ["ik ben nooit te laat", "mijn buren vragen veel en ik kom mijn afspraken na"],
    not: ["het is nooit te laat voor taart", "mijn bus is altijd op tijd", "ik ben nog nooit ziek geweest"],
  },
  {
    cue: "demonstrate trustworthiness",
    language: "en",
    shown: ["i never missed a training"],
    not: ["to be honest i stack shelves", "i never missed my old flat"],
  },
  {
    cue: "think analytically",
    language: "nl",
    shown: ["ik zocht de oorzaak van de lekkage", "ik zoek uit waar het door komt"],
    not: ["ik moest uitzoeken hoe laat het begon", "de oorzaak was ijs", "ik vertelde wat er mis ging"],
  },
  {
    cue: "think analytically",
    language: "en",
    shown: ["i work out why the drill sticks", "i find the cause of the noise"],
    not: ["i figured out which tram to take", "i said what went wrong"],
  },
  { cue: "manage time", language: "nl", shown: ["ik combineer school met een bijbaan en mijn gezin"], not: ["ik combineer groen met geel"] },
  { cue: "manage time", language: "en", shown: ["i juggle shifts and college"], not: ["i can juggle clubs", "i have a bath before nine"] },
  {
    cue: "comply with regulations",
    language: "nl",
    shown: ["ik vraag om legitimatie", "ik hou me aan alle regels"],
    not: ["volgens de regels krijg ik geen geld", "ik heb wettelijk recht op pauze"],
  },
  { cue: "comply with regulations", language: "en", shown: ["i stick to the rules"], not: ["i know the rules of darts", "i moved here legally"] },
  {
    cue: "show determination",
    language: "nl",
    shown: ["ik zet altijd door", "ik oefen net zo lang tot het lukt"],
    not: ["ik zet het bericht door", "ik roer net zo lang tot het zacht is", "ik heb die uren niet opgegeven"],
  },
  {
    cue: "show determination",
    language: "en",
    shown: ["i kept going until dark"],
    not: ["i kept going to church", "i am stuck with it", "i pushed through the queue"],
  },
];

const offeredOf = (text: string, language: Language) =>
  extractEmbedded({ id: "u", text, about: "paid_work" }, language).candidates.map(({ en }) => en);

describe.for(told)("$language: $cue", ({ cue, language, shown, not }) => {
  test.for(shown)("is shown: %s", (said) => {
    expect(offeredOf(said, language)).toContain(cue);
  });
  test.for(not)("is not shown: %s", (said) => {
    expect(offeredOf(said, language)).not.toContain(cue);
  });
});

describe("whom “them” means stands in what was said before", () => {
  test.for([
    ["er komen nieuwe collega's. die leer ik de kassa", "train employees", true],
    ["mijn nichtjes komen vaak. die leer ik de kassa", "train employees", false],
    ["er was een vechtpartij. ik haalde ze uit elkaar", "resolve conflicts", true],
    ["oude klokken zijn mooi. ik haalde ze uit elkaar", "resolve conflicts", false],
  ] as const)("%s: %s, %s", ([said, cue, isShown]) => {
    expect(offeredOf(said, "nl").includes(cue)).toBe(isShown);
  });
});

test.for(["ik ", "de ", "i ", "we ", "a ", "heel ", "the new ", "leer ik ze ", "als het mis gaat ", "stuur ik mensen "])(
  "a long run of “%s” is read as fast as any text",
  (words) => {
    // Twice as long may take a few times as long; what doubles for each word more would not end.
    for (const language of ["nl", "en"] as const) expect(Array.isArray(cuesIn(` ${words.repeat(4_000)}`, language, words.repeat(20)))).toBe(true);
  },
);
