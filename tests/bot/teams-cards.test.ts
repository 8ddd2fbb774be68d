import { describe, expect, test } from "vitest";
import { z } from "zod";
import { alternativesCard, card, closingCard, offerCard, passportCard, plain, summaryCard, summaryForm } from "../../src/bot/cards.ts";
import { documentCard } from "../../src/bot/document-card.ts";
import type { Choice } from "../../src/dialogs/events.ts";
import type { Offer } from "../../src/domain/offer.ts";
import { Credential, emptyPassport, Experience, type Passport } from "../../src/domain/passport.ts";
import { Card, cardProblems, inputsOf, type Submit } from "../support/card-rules.ts";
import { conceptCard, testTaxonomy } from "../support/interview-player.ts";
import { someClaim } from "../support/passport-samples.ts";
import { talkInTeams } from "../support/teams-talk.ts";
import { wording } from "../support/teams-bot.ts";

const talk = talkInTeams();
const { nl } = wording;
const others = ["ramen lappen", "vloeren dweilen", "trappen vegen"].map((name) => conceptCard(name));

type Talk = Awaited<ReturnType<typeof talk.begin>>;

/** The last card that came, and how its buttons are pressed. */
function cardsOf(going: Talk) {
  const { sent } = talk.beside.channel;
  const content = () => sent.findLast(({ attachments }) => attachments)?.attachments?.[0]?.content;
  return {
    content,
    submit: (given: Card, action: Submit, filled: Readonly<Record<string, unknown>> = {}) =>
      going.send({ text: undefined, replyToId: "sent-1", value: { ...action.data, ...inputsOf(given), ...filled } }),
  };
}

describe("every card", () => {
  const choices: readonly Choice[] = [{ label: { key: "choice.yes" }, action: { action: "yes", about: "x" } }];
  const experience = Experience.parse({
    id: "e1",
    area: "paid_work",
    title: "Schoonmaker",
    organisation: null,
    start: "2019",
    end: null,
    summary: null,
    noSkills: false,
  });
  const credential = Credential.parse({ id: "d1", title: "BHV", institution: null, date: "2020", level: null, finished: true });
  const offer: Offer = {
    id: "o1",
    state: "waiting",
    experienceId: null,
    source: { extractor: "embedded", model: null, promptHash: null },
    concept: others[0] ?? null,
    ownLabel: null,
    alternatives: [],
    evidence: { utteranceId: "u", start: 0, end: 9, quote: "ik dweil de gang", about: "paid_work" },
    score: 1,
    probability: 0.9,
    discovered: false,
  };
  const concepts = { get: () => undefined };
  const passport: Passport = { ...emptyPassport("nl", testTaxonomy), claims: [someClaim("c1", "ik veeg"), someClaim("c2", "ik lap")] };
  const summary = { part: "paid_work", experiences: [experience], credentials: [credential], shows: "lines" } as const;
  const document = { type: "document", kind: "cv", experiences: [experience], credentials: [{ ...credential, isCourse: true }] } as const;

  test.for(["nl", "en"] as const)("keeps to version 1.5, to Action.Submit and to what Teams draws, in %s", (language) => {
    const words = wording[language];
    const cards = [
      offerCard({ offer, explained: false, isEarlier: false }, choices, words, concepts),
      offerCard({ offer, explained: true, isEarlier: true }, choices, words, concepts),
      offerCard({ offer: { ...offer, concept: null, ownLabel: "flessen sorteren" }, explained: true, isEarlier: false }, choices, words, concepts),
      alternativesCard(others, choices, words),
      summaryCard(summary, choices, words),
      summaryCard({ ...summary, shows: "list" }, choices, words),
      summaryForm(summary, "summary_change:paid_work", choices, words),
      documentCard({ ...document, shows: "lines" }, choices, words),
      documentCard({ ...document, shows: "list" }, choices, words),
      documentCard({ ...document, shows: "form" }, choices, words),
      passportCard(passport, words, concepts),
      closingCard(passport, { openParts: ["hobby"], waiting: 2 }, true, words, concepts),
    ];
    expect(cards.map(cardProblems)).toEqual(cards.map(() => []));
  });

  test("that would not do is seen", () => {
    const good = card(nl, [plain("hoi")], choices, "hoi");
    expect(cardProblems(good)).toEqual([]);
    expect(cardProblems({ ...good, version: "1.6" })).not.toEqual([]);
    expect(cardProblems({ ...good, actions: [{ type: "Action.Execute", title: "x", data: { action: "yes" } }] })).not.toEqual([]);
    expect(cardProblems({ ...good, actions: [{ type: "Action.Submit", title: "x" }] })).not.toEqual([]);
    expect(cardProblems({ ...good, body: [{ type: "CompoundButton", title: "x" }] })).not.toEqual([]);
    expect(cardProblems({ ...good, body: [{ type: "Input.Text", id: "a.b" }] })).not.toEqual([]);
  });
});

describe("a whole conversation in Teams by cards and buttons", () => {
  test("what a card asks stands under what it is about", async () => {
    const going = await talk.begin();
    await going.say("Ik *maak kantoren schoon*");
    for (let tries = 0; tries < 6 && !talk.beside.channel.sent.at(-1)?.attachments; tries += 1) await going.say("dat was alles");
    const message = talk.beside.channel.sent.at(-1);
    const body = JSON.stringify(Card.parse(message?.attachments?.[0]?.content).body);
    expect(message?.text).toBeUndefined();
    expect(body.indexOf("maak kantoren schoon")).toBeGreaterThan(-1);
    expect(body.indexOf("Klopt")).toBeGreaterThan(body.indexOf("maak kantoren schoon"));
    expect(message?.["summary"]).toMatch(/Klopt/);
  });

  test("comes to its end with nothing but Action.Submit and offered words; every card is sound and every answer understood", async () => {
    const going = await talk.begin({}, async () => others);
    const { submit } = cardsOf(going);
    const { channel } = talk.beside;
    const pressed = new Map<string, number>();
    const stories = ["Ik *maak kantoren schoon* en ik *lap ramen*", "Thuis *kook ik* en *repareer ik fietsen*", "Daar *help ik mensen* met brieven"];
    const misunderstood: unknown[] = [];
    let told = 0;
    let seen = 0;
    for (let turn = 0; turn < 150; turn += 1) {
      const fresh = channel.sent.slice(seen);
      seen = channel.sent.length;
      for (const { attachments = [] } of fresh) for (const each of attachments) expect(cardProblems(each.content)).toEqual([]);
      const asking = fresh.findLast(({ type }) => type === "message");
      const drawn = Card.safeParse(asking?.attachments?.[0]?.content).data;
      const words = asking?.suggestedActions?.actions ?? [];
      const least = (keys: readonly string[]) => keys.indexOf(keys.toSorted((a, b) => (pressed.get(a) ?? 0) - (pressed.get(b) ?? 0))[0] ?? "");
      const note = (key: string) => pressed.set(key, (pressed.get(key) ?? 0) + 1);
      let heard: readonly unknown[];
      if (drawn && drawn.actions.length > 0) {
        const keys = drawn.actions.map(({ data }) => `card ${data.action}`);
        const chosen = drawn.actions[least(keys)];
        if (!chosen) break;
        note(`card ${chosen.data.action}`);
        heard = await submit(drawn, chosen);
      } else if (told % 2 === 1 && words.length > 0) {
        const chosen = words[least(words.map(({ value }) => `words ${value}`))];
        note(`words ${chosen?.value ?? ""}`);
        told += 1;
        heard = await going.say(chosen?.value ?? "");
      } else {
        heard = await going.say(stories[told % stories.length] ?? "");
        told += 1;
      }
      misunderstood.push(
        ...heard.filter((text) => text === nl.say("unreadable") || text === nl.say("offer.superseded") || text === nl.say("apology")),
      );
      if (turn === 40) await going.say("mijn paspoort");
    }
    expect(misunderstood).toEqual([]);
    expect([...pressed.keys()]).toEqual(expect.arrayContaining(["card yes", "card no", "card pick", "card change", "card save", "card go_on"]));
    expect((await passportOf(going)).claims.length).toBeGreaterThanOrEqual(3);
  });

  test("a card answered twice, or after another took its place, says so kindly and changes nothing", async () => {
    const going = await talk.begin();
    const { content, submit } = cardsOf(going);
    await going.say("Ik *maak kantoren schoon* en ik *lap ramen*");
    for (let tries = 0; tries < 6 && !Card.safeParse(content()).success; tries += 1) await going.say("dat was alles");
    const offered = Card.parse(content());
    const yes = offered.actions.find(({ data }) => data.action === "yes");
    if (!yes) throw new Error("there is no yes on it");
    await submit(offered, yes);
    const claims = async () => (await passportOf(going)).claims.length;
    expect(await claims()).toBe(1);
    const again = await submit(offered, yes);
    expect(again[0]).toBe(nl.say("offer.superseded"));
    expect(again.length).toBeGreaterThan(1);
    const no = offered.actions.find(({ data }) => data.action === "no");
    if (no) expect((await submit(offered, no))[0]).toBe(nl.say("offer.superseded"));
    expect(await claims()).toBe(1);
  });

  test.for([{ value: { action: "format_disk" } }, { value: "yes" }, { value: [1] }, { value: { action: "yes", about: "x".repeat(5000) } }])(
    "a card that is none of ours asks again, kindly: $value",
    async ({ value }) => {
      const going = await talk.begin();
      expect((await going.send({ text: undefined, value }))[0]).toBe(nl.say("unreadable"));
    },
  );
});

const Account = z.object({ kind: z.literal("channel-account"), value: z.object({ holderId: z.string() }) });

async function passportOf({ store }: Talk): Promise<Passport> {
  const records = z.array(z.unknown()).parse(JSON.parse(store.dumpRecords()));
  const holderId = records.flatMap((each) => Account.safeParse(each).data?.value.holderId ?? [])[0] ?? "";
  const passport = await store.passport(holderId);
  if (!passport) throw new Error("there is no passport");
  return passport;
}
