import { describe, expect, test } from "vitest";
import { meaningOf } from "../../src/dialogs/answers.ts";
import { questionToBot } from "../../src/dialogs/questions-to-bot.ts";
import { commandIn } from "../../src/dialogs/commands.ts";
import { asksHowFar } from "../../src/dialogs/how-far.ts";
import { saidWithin } from "../../src/dialogs/said-within.ts";
import { startInterview } from "../support/interview-player.ts";

describe("stopping, being tired and going back inside a sentence", () => {
  test.for([
    ["stop, enough for today", "stop"],
    ["stop. ik ben moe", "stop"],
    ["ben moe. stop maar voor vandaag", "stop"],
    ["ik moet zo weg, kan ik stoppen?", "stop"],
    ["I go sleep now, good night", "stop"],
    ["ok bye, see you tomorrow", "stop"],
    ["welterusten, tot morgen", "stop"],
    ["nee, ja, ik ben zo moe", "tired"],
    ["ben beetje moe, net gewerkt", "tired"],
    ["I am little tired now, I drove all night", "tired"],
    ["ff terug, ik wil nog wat over de vrijdag zeggen", "undo"],
    ["back again please, one more", "undo"],
  ] as const)("“%s” does what “%s” does", ([said, command]) => {
    expect(saidWithin(said)).toBe(command);
  });

  test.for([
    "ik stop altijd voor rood",
    "stopped smoking class",
    "ik ga terug naar de keuken",
    "moe van het tillen was ik nooit",
    "stop, zeg ik dan tegen de klant",
    "ik kook, ik was af, ik ga slapen",
    "ik ben moe, maar ik kook toch elke dag",
    "ik ben moe, ik wil niet meer leven",
    "als ik thuis kom, ben ik moe",
    "pauze, daarna weer vakken vullen",
    "goedemorgen zeggen, afrekenen, tot ziens",
    "ik breng de kar terug, en dan naar huis",
    "back, neck and shoulders massage",
    "good night shift is my job",
    "What? No. I am tired",
    "kan ik stoppen?",
    "dag, vandaag werkte ik in de keuken",
  ])("“%s” is an answer", (said) => {
    expect(saidWithin(said)).toBeNull();
  });

  test.for([
    ["I am little tired now, I drove all night", "tired.kind"],
    ["stop, enough for today", "stop.kept"],
    ["ff terug, ik wil nog wat zeggen", "undo.done"],
  ] as const)("“%s” is no story: %s", ([said, key]) => {
    const player = startInterview();
    player.press("begin");
    player.say("ik *kook* en *poets*");
    const reads = player.work().length;
    player.say(said);
    expect(player.heard().map((message) => message.key)).toContain(key);
    expect(player.work()).toHaveLength(reads);
  });

  test("a no, and tired: the skill goes, and what comes next waits", () => {
    const player = startInterview();
    player.press("begin");
    player.say("ik *kook* en *poets*");
    player.say("What? No. I am tired");
    expect(player.heard().map((message) => message.key)).toEqual(["offer.rejected", "tired.kind", "distress.ask"]);
    player.press("go_on");
    expect(player.question()).toBe("offer.ask");
  });

  test("a button is what it is", () => {
    expect(commandIn({ type: "answered", action: { action: "yes" }, text: "stop, enough for today" } as Parameters<typeof commandIn>[0])).toBeNull();
  });
});

describe("questions to the bot inside longer sentences", () => {
  test.for([
    ["wat doe je eigenlijk met mijn gegevens? krijgt mn baas dit te zien", "what_kept"],
    ["What you do with my data? The tax man can see this?", "what_kept"],
    ["ik vroeg of mn baas kan lezen wat ik hier typ", "who_reads"],
    ["maar krijgt mn baas dit te zien", "who_reads"],
    ["The tax man can see this?", "who_reads"],
    ["can my boss read it", "who_reads"],
    ["where goes my data?", "what_kept"],
    ["de belastingdienst kan mijn administratie zien", null],
    ["ik vroeg of de klant een bonnetje wilde", null],
    ["I help people with tax and read letters", null],
  ] as const)("“%s”: %s", ([said, question]) => {
    expect(questionToBot(said)).toBe(question);
  });

  test.for(["wat doe je eigenlijk met mijn gegevens? krijgt mn baas dit te zien", "What you do with my data? The tax man can see this?"])(
    "“%s”: both are answered, and nothing is read",
    (said) => {
      const player = startInterview();
      player.press("begin");
      player.say(said);
      expect(
        player
          .heard()
          .map((message) => message.key)
          .slice(0, 2),
      ).toEqual(["faq.what_kept", "faq.who_reads"]);
      expect(player.work()).toEqual([]);
    },
  );

  test.for(["dat had je al gevraagd", "dat had je al gevraagt", "you already asked that"])("“%s” says it was said", (said) => {
    expect(meaningOf(said)).toBe("already_said");
  });
});

describe("enough, tired and back, with words around it", () => {
  test.for([
    ["je maakt me doodmoe. stop", "stop"],
    ["That was enough for today, thanks.", "stop"],
    ["ik heb genoeg gedaan voor vandaag", "stop"],
    ["het is wel genoeg voor nu", "stop"],
    ["can I stop here please", "stop"],
    ["kan ik nu even stoppen", "stop"],
    ["let's leave it there for today", "stop"],
    ["laten we het hierbij laten", "stop"],
    ["oef im pretty tired tbh", "tired"],
    ["I'm feeling rather worn out, dear, it was a long week", "tired"],
    ["ben gesloopt van de nachtdienst, duurt het nog lang", "tired"],
    ["wacht, ga eens even terug", "undo"],
    ["ik wil graag terug, naar de vorige", "undo"],
    ["Would you go back one question, please?", "undo"],
    ["kunnen we even terug? dat van de winkel klopte nog niet helemaal, ik wil het anders zeggen", "undo"],
  ] as const)("“%s”: %s", ([said, command]) => {
    expect(saidWithin(said)).toBe(command);
  });

  test.for([
    "genoeg brood voor vandaag bakken, dat deed ik",
    "ik zorg dat er genoeg is voor vandaag en morgen",
    "I make enough soup for today and freeze the rest",
    "ik ging terug naar de vorige baas",
    "de machine was kapot van het zand, ik maakte hem",
    "can I stop smoking there",
    "klanten worden moe van wachten, dan maak ik een praatje",
    "I go back to the kitchen",
  ])("“%s” is an answer", (said) => {
    expect(saidWithin(said)).toBeNull();
  });

  test.for([
    "zijn we er al bijna?",
    "hoe ver ben ik nu",
    "duurt het nog lang?",
    "how far along are we",
    "are we nearly done?",
    "how much longer",
    "nog veel vragen?",
  ])("“%s” asks how far one is, and is told", (said) => {
    const player = startInterview();
    player.press("begin");
    player.say("ik *kook* en *poets*");
    player.say(said);
    expect(player.heard().map(({ key, params }) => [key, params])).toMatchObject([
      ["faq.how_far", { at: 1 }],
      ["offer.ask", {}],
    ]);
  });

  test.for([
    "hoe ver de klant moest lopen wist ik precies",
    "how long it takes depends on the dough",
    "de bus was er bijna, ik rende",
    "zijn we bezig, dan bel ik",
  ])("“%s” does not", (said) => {
    expect(asksHowFar(said)).toBe(false);
  });

  test("tired, and how far: told, and a rest is offered", () => {
    const player = startInterview();
    player.press("begin");
    player.say("pff ik ben echt moe, hoe ver zijn we");
    expect(player.heard().map(({ key }) => key)).toEqual(["faq.how_far", "tired.kind", "distress.ask"]);
  });

  test("back goes to the question before, and not to the same one, whatever was typed beside it", () => {
    const player = startInterview();
    player.press("begin");
    player.say("ik *kook* en *poets*");
    const first = player.heard().findLast(({ asks }) => asks)?.card;
    player.press("yes");
    player.say("en vroeger *naaide* ik");
    player.say("could you go back one, please");
    expect(player.heard().findLast(({ asks }) => asks)?.card).toEqual(first);
    expect(player.passport().claims).toEqual([]);
  });
});

describe("what the passport holds", () => {
  test.for([
    "wat staat er nu in mijn paspoort?",
    "kan ik mijn paspoort even zien",
    "wat heb je tot nu toe van mij?",
    "can I see my passport please",
    "what have you got so far",
  ])("“%s” shows it", (said) => {
    const player = startInterview();
    player.press("begin");
    player.say("ik *kook* en *poets*");
    player.say(said);
    expect(player.heard().map(({ key }) => key)).toEqual(["passport.empty", "offer.ask"]);
  });

  test.for([
    "ik laat mijn paspoort zien aan de balie",
    "wat de klant in zijn paspoort heeft staan neem ik over",
    "what I have done so far is cooking",
  ])("“%s” is an answer", (said) => {
    expect(saidWithin(said)).toBeNull();
  });
});
