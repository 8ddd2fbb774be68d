import { describe, expect, test } from "vitest";
import { meaningOf } from "../../src/dialogs/answers.ts";
import { stanceOf } from "../../src/dialogs/stance.ts";
import { conceptCard, startInterview } from "../support/interview-player.ts";

describe("a yes, wherever it stands", () => {
  test.for([
    ["klopt eigenlijk wel, daar had ik nog nooit aan gedacht", null],
    ["yes that is true, I never realised", null],
    ["een beetje ja", null],
    ["dat ook wel ja", null],
    ["I guess so, come to think of it", null],
    ["ik denk het wel", null],
    ["uhu", null],
    ["goed. ja dat zei ik toch al", null],
    ["vrachtwagen ja, bus nooit gereden", "bus nooit gereden"],
    ["alleen die van de kinderen, met gordijnen heb ik niks", "alleen die van de kinderen, met gordijnen heb ik niks"],
    ["only at weekends", "only at weekends"],
    ["jep, mits het droog is", "mits het droog is"],
    ["Just soup, not bread, but yes", "Just soup, not bread"],
    ["ja maar niet elke week", "ja maar niet elke week"],
    ["yes but not the big ones", "yes but not the big ones"],
  ] as const)("“%s”, with this limit: %s", ([said, limit]) => {
    expect(stanceOf(said)).toMatchObject({ says: "yes", limit });
  });

  test.for([
    "ja maar dat doe ik niet meer",
    "yes but I don't do that",
    "ja en nee",
    "ja maar liever iets met hout",
    "ja, maar dat was vroeger",
    "yes, I mean the other one",
  ])("“%s” is none", (said) => {
    expect(stanceOf(said)?.says).not.toBe("yes");
  });
});

describe("a no, wherever it stands", () => {
  test.for([
    ["wat? zingen? nee hoor", null, false],
    ["tja dat gaat over planten niet over mensen. nee", "dat gaat over planten", false],
    ["Good gracious me, oh no. Those are the neighbour's", "Those are the neighbour's", false],
    ["I beg your pardon? That's not what I said at all.", null, true],
    ["huh?? dat is mijn vader die ik naar bed breng", "dat is mijn vader die ik naar bed breng", false],
    ["sort of? i meant the plan i drew", "the plan i drew", true],
    ["I wrote the songs, not sang them", "I wrote the songs", true],
    ["niet precies. ik teken de tuin en leg hem dan zelf aan", "ik teken de tuin en leg hem dan zelf aan", true],
    ["niet helemaal, dat zijn geen klanten", null, false],
    ["not quite, the lads load it, I strap it down", "I strap it down", true],
    ["noem het liever: ik regel de ritten", "ik regel de ritten", true],
    ["zo zou ik het niet noemen, ik let op de kassa", "ik let op de kassa", true],
    ["I'd say I keep the peace", "I keep the peace", true],
    ["it's the bulbs I store, in boxes, until spring", "the bulbs I store", true],
    ["hmm not invoices, Petra has those. I call when we are late", "I call when we are late", true],
  ] as const)("“%s”, and what it is instead: %s", ([said, better, named]) => {
    expect(stanceOf(said)).toEqual({ says: "no", better, named });
  });
});

test.for([
  "ik werkte ook bij de bakker, daar maakte ik deeg",
  "dat is mijn werk",
  "dat doe ik elke dag",
  "that is the work I do every day",
  "I peel potatoes, and no one helps me",
  "no problem, I do that every day",
  "ik doe het samen met mijn collega, zij knipt",
  "poeh wat een gedoe zeg",
  "I reversed into a dock, no scratch, the first time",
  "als het stormt blijf ik rustig, ik bel de klant en zeg hoe laat het wordt",
])("“%s” says neither", (said) => {
  expect(stanceOf(said)).toBeNull();
});

const search = { search: () => [conceptCard("indelen")] };
function offered() {
  const player = startInterview(undefined, search);
  player.press("begin");
  player.say("ik *kook* en *poets*");
  expect(player.question()).toBe("offer.ask");
  return player;
}
type Player = ReturnType<typeof offered>;
const keys = (player: Player) => player.heard().map(({ key }) => key);
const cardShown = (player: Player) => player.heard().findLast(({ asks }) => asks)?.card;

describe("at an offer", () => {
  test("a limit is kept with the yes, in the holder's words", () => {
    const player = offered();
    player.say("soep ja, vlees nooit gedaan");
    expect(player.passport().claims).toMatchObject([{ evidence: [{ quote: "kook" }, { quote: "vlees nooit gedaan" }] }]);
    expect(player.state().answers).toBe(2);
  });

  test.for(["noem het maar: ik verdeel het eten", "not exactly, I share out the food"])(
    "“%s”: those words are offered, and not the same card",
    (said) => {
      const player = offered();
      player.say(said);
      const card = cardShown(player);
      const names = card?.type === "alternatives" ? card.options.map(({ label }) => label.nl) : [];
      expect(names).toEqual(["indelen", said.replace(/^.*(?=ik verdeel|I share)/, "")]);
    },
  );

  test.for(["wat? koken? nee man", "Good heavens, no. They were my aunt's.", "nee dat ging over de soep!!", "pardon? dat bedoelde ik helemaal niet"])(
    "“%s” lets it go, and nothing of it is read or kept",
    (said) => {
      const player = offered();
      const reads = player.work().length;
      const before = player.passport().experiences;
      player.say(said);
      expect(keys(player)[0]).toMatch(/^offer\.rejected/);
      expect(player.work()).toHaveLength(reads);
      expect(player.passport()).toMatchObject({ claims: [], experiences: before });
    },
  );

  test.for([
    ["ja. wat doe je met mijn gegevens?", 1],
    ["yes. what do you do with my data?", 1],
    ["nee. hoe lang duurt dit nog?", 0],
    ["ja wat doe je met mijn gegevens", 1],
  ] as const)("“%s”: the question is answered, and so is the offer", ([said, claims]) => {
    const player = offered();
    player.say(said);
    expect(keys(player)[0]).toMatch(/^faq\./);
    expect(keys(player)[1]).toMatch(/^offer\.(?:confirmed|rejected)/);
    expect(player.passport().claims).toHaveLength(claims);
  });

  test("a story with a question in it: both are heard", () => {
    const player = startInterview(undefined, search);
    player.press("begin");
    player.say("ik *kook* elke dag voor de buren. wacht wat doe je met mijn gegevens");
    expect(keys(player)).toEqual(["faq.what_kept", "offer.ask"]);
    expect(player.state().offers).toHaveLength(1);
  });

  test("asked with a question mark too", () => {
    const player = startInterview(undefined, search);
    player.press("begin");
    player.say("de buren *kook* ik elke dag soep voor. wie leest dit?");
    expect(keys(player)).toEqual(["faq.who_reads", "offer.ask"]);
    expect(player.state().offers).toHaveLength(1);
  });

  test("a question alone stays a question", () => {
    const player = offered();
    player.say("voor we verder gaan, wat doe je met mijn gegevens? mijn dochter waarschuwt altijd.");
    expect(keys(player)).toEqual(["faq.what_kept", "offer.ask"]);
  });
});

describe("neither yes nor no", () => {
  test("is asked plainly once; then the card waits for later, and it goes on", () => {
    const player = offered();
    const first = cardShown(player);
    player.say("poeh wat een gedoe zeg");
    expect(keys(player)).toEqual(["offer.ask_plainly"]);
    player.say("tsja pfoe nou");
    expect(keys(player)[0]).toBe("offer.kept_for_later");
    expect(cardShown(player)).not.toEqual(first);
    expect(player.passport().offers).toMatchObject([{ state: "later" }]);
  });

  test("what is told meanwhile is read, both times", () => {
    const player = offered();
    player.say("vroeger *naaide* ik ook gordijnen");
    expect(keys(player)).toEqual(["offer.noted", "offer.ask_plainly"]);
    player.say("en ik *strijk* voor de buren");
    expect(keys(player)[0]).toBe("offer.kept_for_later");
    expect(player.question()).toBe("offer.ask");
    expect(player.state().offers.map(({ evidence }) => evidence.quote)).toEqual(expect.arrayContaining(["naaide", "strijk"]));
  });
});

describe("at the cards behind a no", () => {
  test.for(["wat? poetsen? nee joh", "that isn't what I meant at all"])("“%s” is no name to search with", (said) => {
    const player = offered();
    player.press("no");
    player.say(said);
    expect(player.work().filter(({ kind }) => kind === "search")).toEqual([]);
    expect(keys(player)[0]).toBe("offer.rejected");
  });

  test("“noem het maar …” is searched for with the words behind it", () => {
    const player = offered();
    player.press("no");
    player.say("noem het maar: eten verdelen over de borden");
    expect(player.work().at(-1)).toMatchObject({ kind: "search", text: "eten verdelen over de borden" });
  });

  test("“zei ik al”: sorry, and on", () => {
    const player = offered();
    player.press("no");
    player.press("something_else");
    player.say("dat zei ik net toch");
    expect(keys(player)).toEqual(["open.already_said", "offer.ask"]);
  });
});

describe("said before", () => {
  test.for([
    "zei ik net toch",
    "dat vraagt u al twee keer",
    "I told you that already",
    "you asked me this before",
    "dat heb ik net al verteld",
    "you keep asking me this",
    "je vraagt telkens hetzelfde",
    "dat heb ik net genoemd hoor",
  ])("“%s”: sorry, and on, and nothing is kept", (said) => {
    const player = offered();
    const reads = player.work().length;
    player.say(said);
    expect(keys(player)).toEqual(["open.already_said", "offer.ask"]);
    expect(player.work()).toHaveLength(reads);
  });

  test.for(["je herhaalt jezelf steeds", "you're asking me the same thing again", "dat heb ik zonet uitgelegd"])(
    "“%s” is no name for a skill",
    (said) => {
      const player = offered();
      player.press("no");
      player.press("own_words");
      player.say(said);
      expect(player.passport().claims).toEqual([]);
    },
  );

  test.for([
    ["dat vraag jij al. schoonmaken is hetzelfde", "offer.ask"],
    ["ehbo 2019 zei ik al", "offer.ask"],
  ] as const)("“%s” too, with what it was", ([said, question]) => {
    const player = offered();
    player.say(said);
    expect(keys(player)).toEqual(["open.already_said", question]);
  });

  test.for([
    ["I did tell you about my stall and the school, didn't I?", "already_said"],
    ["ik heb je toch al over de winkel verteld", "already_said"],
    ["I did tell them stories, every night", null],
    ["ik heb de kinderen al veel verteld", null],
    ["nee zei ik al", "no"],
    ["ja dat zei ik toch al", "yes"],
    ["terug zei ik", "undo"],
    ["ik zei tegen de klant dat het al klaar was", null],
    ["rustig maar, zei ik", null],
    ["ik vertelde de kinderen elke avond een verhaal", null],
    ["ik vraag steeds hetzelfde aan de klant", null],
    ["I keep asking them the same thing", null],
    ["dat heb ik de nieuwe collega net uitgelegd", null],
    ["je vraagt steeds of het goed gaat", null],
  ] as const)("“%s” means %s", ([said, meaning]) => {
    expect(meaningOf(said)).toBe(meaning);
  });
});

describe("the words of a button", () => {
  test.for([
    ["laat het maar zo", "go_on"],
    ["nee laat maar zo", "go_on"],
    ["leave it as it is", "go_on"],
    ["ja boeien", "yes"],
    ["o nee, doe ik niet", "skip"],
    ["oh nee heb ik niet", "skip"],
    ["ik laat het deeg zo staan", null],
  ] as const)("“%s”: %s", ([said, meaning]) => {
    expect(meaningOf(said)).toBe(meaning);
  });
});

describe("no by the button", () => {
  const many = () => {
    const player = startInterview(undefined, search);
    player.press("begin");
    player.say("ik *kook* en *poets*");
    return player;
  };

  test("asks what it is instead, until that was twice nothing; then one tap is enough, and it is told how to name another word", () => {
    const player = many();
    for (const more of [null, "en ik *naai* en *strijk*"]) {
      if (more !== null) player.say(more);
      player.press("no");
      expect(player.question()).toBe("wrong.ask");
      player.press("plain_no");
      if (more === null) player.press("yes");
    }
    expect(player.question()).toBe("offer.ask");
    player.press("no");
    expect(keys(player)[0]).toBe("offer.rejected_first");
    expect(player.passport().offers.filter(({ state }) => state === "rejected")).toHaveLength(3);
    player.say("ander woord");
    expect(player.question()).toBe("alternatives.ask");
  });

  test("who names other words is asked for them again", () => {
    const player = many();
    player.press("no");
    player.press("plain_no");
    player.press("no");
    player.press("something_else");
    expect(player.state().plainRefusals).toBe(0);
  });
});

describe("a story, and then a stop", () => {
  test.for([
    "en ik *naai* kleren voor de buren, vooral broeken. kan ik nu stoppen",
    "and I *sew* clothes for the neighbours, mostly trousers. that's enough for today",
  ])("“%s”: it is kept, and nothing more is asked", (said) => {
    const player = startInterview();
    player.press("begin");
    player.say(said);
    expect(keys(player)).toEqual(["stop.kept"]);
    expect(player.state()).toMatchObject({ phase: "paused", isLeaving: false, offers: [{ state: "waiting" }] });
    player.press("go_on");
    expect(player.question()).toBe("offer.ask");
  });

  test("“ik was af, ik veeg de vloer, ik ga slapen” is a story", () => {
    const player = startInterview();
    player.press("begin");
    player.say("ik *was af*, ik veeg de vloer, ik ga slapen");
    expect(player.question()).toBe("offer.ask");
  });
});
