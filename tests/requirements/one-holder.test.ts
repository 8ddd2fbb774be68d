import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openRealBot, type RealBot } from "../support/real-bot.ts";

let bot: RealBot;
beforeAll(async () => {
  bot = await openRealBot();
}, 180_000);
afterAll(() => bot.close());

type Talk = Awaited<ReturnType<RealBot["begin"]>>;

/** A holder who has agreed, with an offer on the table. */
async function offered(holderId: string, story: string) {
  const talk = await bot.begin(holderId);
  await talk.say("Goed, beginnen");
  return { talk, heard: await talk.say(story) };
}

/** Says yes as long as there are offers. @returns how often */
async function confirmAll(talk: Talk, question: string): Promise<number> {
  let times = 0;
  for (let open = question; open.startsWith("offer:"); times += 1) open = (await talk.say("ja")).question;
  return times;
}

const bakery = "Ik bak elke dag brood en ik help klanten aan de kassa";

describe("R1: a digital instrument to keep track of competences", () => {
  test("R1: skills survive the end of a conversation, a restart, and a conversation after it that tells the same", async () => {
    const { talk, heard } = await offered("keeper", bakery);
    const confirmed = await confirmAll(talk, heard.question);
    expect(confirmed).toBeGreaterThan(1);
    await talk.say("stop");
    const { claims } = await talk.passport();
    expect(claims).toHaveLength(confirmed);

    await bot.restart();
    const later = await bot.begin("keeper", "keeper-2");
    expect((await later.passport()).claims).toEqual(claims);
    await later.say("Goed, beginnen");
    await confirmAll(later, (await later.say(bakery)).question);
    const more = await later.say("Ik rij ook op een heftruck door het magazijn");
    expect(await confirmAll(later, more.question)).toBeGreaterThan(0);
    const after = (await later.passport()).claims;
    expect(after.slice(0, confirmed)).toEqual(claims);
    expect(after.length).toBeGreaterThan(confirmed);
    // What is in the passport already was not offered, and so not confirmed, a second time.
    expect(new Set(after.map(({ uri }) => uri)).size).toBe(after.length);
  });

  test("R1: every claim has a history: when it was confirmed, and what was changed since", async () => {
    const { talk, heard } = await offered("historian", bakery);
    await confirmAll(talk, heard.question);
    const { claims } = await talk.passport();
    const [first, second, ...others] = claims;
    if (!first || !second) throw new Error("two claims were confirmed");
    const at = "2026-03-02T19:00:00.000Z";
    const level = { scheme: "plain", value: "on_my_own" } as const;
    await bot.store().changePassport("historian", [
      { type: "claim_level_set", at, claimId: first.id, level },
      { type: "claim_erased", at, claimId: second.id },
    ]);
    const { claims: left, history } = await talk.passport();
    const about = (id: string) => history.filter(({ subject }) => subject === id).map(({ event, detail }) => ({ event, detail }));
    expect(left.map(({ id }) => id)).toEqual([first, ...others].map(({ id }) => id));
    expect(about(first.id)).toEqual([
      { event: "claim_confirmed", detail: { label: first.label, uri: first.uri } },
      { event: "claim_level_set", detail: { from: { level: null }, to: { level } } },
    ]);
    expect(history.find(({ subject }) => subject === first.id)?.at).toBe(first.origin.confirmedAt);
    // Of what was erased only the fact is left.
    expect(about(second.id)).toEqual([
      { event: "claim_confirmed", detail: null },
      { event: "claim_erased", detail: null },
    ]);
  });
});

describe("R2: nothing about personality or emotion is inferred", () => {
  const feelings = [
    "Ik ben vaak verdrietig",
    "Ik voel me eenzaam in huis",
    "Ik word snel boos op mijn kinderen",
    "Ik ben zenuwachtig als mensen naar me kijken",
    "Ik was er kapot van toen het bedrijf sloot",
    "Ik heb veel stress gehad",
    "Ik ben heel gelukkig met mijn gezin",
    "Ik ben altijd vrolijk op mijn werk",
    "Ik ben een lieve, eerlijke man",
    "Ik ben perfectionistisch",
    "Ik ben verlegen en een beetje lui",
    "Ik heb een kort lontje",
    "Ik heb weinig zelfvertrouwen",
    "I feel lonely at home",
    "I get angry easily",
    "I was heartbroken when the shop closed",
    "I am a shy and honest person",
    "I am always cheerful at work",
    "I have a short temper",
    "I had a lot of stress at my last job",
  ];

  test.for(feelings)("R2: “%s” gives no skill, no experience and nothing under who", async (text) => {
    const holderId = `feels: ${text}`;
    const { talk, heard } = await offered(holderId, text);
    expect(heard.question).not.toMatch(/^offer:/);
    const { claims, offers, experiences, who } = await talk.passport();
    expect({ claims, offers, experiences, who }).toEqual({ claims: [], offers: [], experiences: [], who: [] });
  });

  test("R2: what somebody does is still heard beside how they feel", async () => {
    const { heard } = await offered("proud", "Ik ben trots op mijn werk, want ik maak elke dag de keuken schoon");
    expect(heard.question).toMatch(/^offer:/);
    expect(heard.json).toContain("ik maak elke dag de keuken schoon");
  });

  test("R2: asked how they are, what they say is kept as they said it; a skill comes of it only with their yes", async () => {
    const said = "Ik ben vaak verlegen. Als een klant boos is, blijf ik rustig en luister ik eerst.";
    const { talk, heard } = await offered("shy", "sla over");
    let { question } = heard;
    while (question !== "open:who") ({ question } = await talk.say("sla over"));
    ({ question } = await talk.say(said));
    const before = await talk.passport();
    expect(before.who.map(({ text }) => text)).toEqual([said]);
    expect(before.claims).toEqual([]);
    while (question.startsWith("offer:")) ({ question } = await talk.say("nee, dat klopt niet"));
    const after = await talk.passport();
    expect(after.who).toEqual(before.who);
    expect(after.claims).toEqual([]);
  });
});

describe("R16: room to add own elements and skills", () => {
  test("R16: a skill in the holder's own words is kept as typed, marked as own, and forced onto no concept", async () => {
    const { talk, heard } = await offered("maker", "Ik werk in een keuken en ik maak elke dag de keuken schoon");
    expect(heard.question).toMatch(/^offer:/);
    await talk.say("nee");
    expect((await talk.say("Mijn eigen woorden")).question).toMatch(/^own_words:/);
    await talk.say("Poppen haken voor de rommelmarkt");
    const [own] = (await talk.passport()).claims;
    expect(own).toMatchObject({ uri: null, type: null, taxonomy: null, meaning: null, group: null, status: "self_declared" });
    expect(own?.label).toEqual({ nl: "Poppen haken voor de rommelmarkt", en: null });
    expect(own?.evidence.length).toBeGreaterThan(0);

    // And it stays the holder's to word.
    await bot
      .store()
      .changePassport("maker", [{ type: "claim_relabelled", at: "2026-03-02T19:00:00.000Z", claimId: own?.id ?? "", label: "Poppen haken" }]);
    expect((await talk.passport()).claims[0]?.label.nl).toBe("Poppen haken");
  });

  test("R16: experiences, wants and who somebody is are kept in their own words too", async () => {
    const { talk, heard } = await offered("teller", "sla over");
    const answers: Readonly<Record<string, string>> = {
      "open:hobby": "Ik haak poppen voor de rommelmarkt",
      "open:motive": "Ik word blij van rommelmarkten",
      "open:goal": "Ik wil een eigen kraam",
      "open:who": "Ik ben graag onder de mensen",
    };
    for (let { question } = heard; question !== "closed";)
      ({ question } = await talk.say(answers[question] ?? (question.startsWith("offer:") ? "later" : "sla over")));
    const { experiences, wants, who } = await talk.passport();
    expect(experiences.map(({ area, title }) => [area, title])).toEqual([["hobby", "Poppen haken voor de rommelmarkt"]]);
    expect(wants.map(({ kind, text }) => [kind, text])).toEqual([
      ["motive", answers["open:motive"]],
      ["goal", answers["open:goal"]],
    ]);
    expect(who.map(({ text }) => text)).toEqual([answers["open:who"]]);
  });
});

describe("R23: clear rules before anything else", () => {
  test("R23: the notice comes first; what is typed before it is agreed to is neither read for skills nor kept", async () => {
    const talk = await bot.begin("careful");
    expect(talk.opening.question).toBe("consent");
    const notice = talk.opening.texts.join("\n");
    for (const rule of ["computer (AI)", "Niemand leest mee", "wis alles", "16 jaar"]) expect(notice).toContain(rule);

    const readBefore = bot.read.length;
    const typed = ["Ik bak elke dag brood bij bakkerij Kwibusmolen", "mijn bsn is 111222333", "waarom wil je dat weten?", "Meer lezen"];
    for (const text of typed) expect((await talk.say(text)).question).toBe("consent");
    expect(bot.read).toHaveLength(readBefore);
    const { claims, offers, experiences, who, wants, consents, history } = await talk.passport();
    expect({ claims, offers, experiences, who, wants, consents, history }).toEqual({
      claims: [],
      offers: [],
      experiences: [],
      who: [],
      wants: [],
      consents: [],
      history: [],
    });
    const kept = JSON.stringify(await talk.log());
    for (const word of ["brood", "Kwibusmolen", "111222333", "waarom wil je"]) expect(kept).not.toContain(word);

    expect((await talk.say("Goed, beginnen")).question).toBe("open:day");
    expect((await talk.passport()).consents).toMatchObject([{ language: "nl", disclosure: { modelHost: null } }]);
    await talk.say("Ik bak elke dag brood");
    expect(bot.read.slice(readBefore).map(({ text }) => text)).toEqual(["Ik bak elke dag brood"]);
  });

  test.for(["Nee", "stop", "liever niet"])("R23: whoever answers “%s” is read no further, and nothing is kept", async (answer) => {
    const talk = await bot.begin(`declines: ${answer}`);
    const readBefore = bot.read.length;
    await talk.say(answer);
    expect((await talk.say("Ik bak elke dag brood")).question).toBe("consent");
    expect(bot.read).toHaveLength(readBefore);
    expect(await talk.passport()).toMatchObject({ claims: [], consents: [], history: [] });
    expect(JSON.stringify(await talk.log())).not.toContain("brood");
  });
});
