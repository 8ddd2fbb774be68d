import { describe, expect, test } from "vitest";
import type { Area } from "../../src/domain/area.ts";
import type { FoundExperience } from "../../src/domain/finding.ts";
import type { Language } from "../../src/domain/language.ts";
import type { Message } from "../../src/dialogs/events.ts";
import type { Part } from "../../src/dialogs/state.ts";
import { type Player, startInterview, starredFindings } from "../support/interview-player.ts";

const experience = (area: Area, title: string): FoundExperience => ({ area, title, organisation: null, start: null, end: null });

/** Somebody who told this of an ordinary day, "[hobby:Vissen]" naming an experience. */
function told(said: string, language: Language = "nl"): Player {
  const player = startInterview(
    (utterance) => ({
      ...starredFindings(utterance),
      followUps: [],
      experiences: [...utterance.text.matchAll(/\[(\w+):(.+?)\]/g)].map(([, area = "", title = ""]) => experience(area as Area, title)),
    }),
    { language },
  );
  player.press("begin");
  player.say(said);
  return player;
}

/** The question by which this part of life is begun. */
function questionFor(player: Player, part: Part): Message | undefined {
  for (let turn = 0; turn < 40 && player.state().phase === "talking"; turn++) {
    const { asking } = player.state();
    if (asking.step === "open" && asking.part === part) return player.heard().findLast(({ asks }) => asks);
    player.press(asking.step === "summary" || asking.step === "offer" ? "yes" : "skip");
  }
  return undefined;
}

describe("what was told before it was asked about is not asked as if nothing was said", () => {
  test.for([
    ["volunteering", "[paid_work:Kok] *koken* [volunteering:Scheidsrechter bij de hockeyclub]", "Scheidsrechter bij de hockeyclub"],
    ["hobby", "[paid_work:Kok] *koken* [hobby:Trompet spelen]", "Trompet spelen"],
    ["family_care", "[paid_work:Kok] *koken* [family_care:Zorg voor mijn schoonvader]", "Zorg voor mijn schoonvader"],
  ] as const)("%s: more of it is asked, by its name", ([part, said, title]) => {
    expect(questionFor(told(said), part)).toMatchObject({ key: `open_told.${part}`, params: { title } });
  });

  test("what is answered is read beside the same question, whatever name it was asked by", () => {
    const player = told("[paid_work:Kok] *koken* [hobby:Trompet spelen]");
    expect(questionFor(player, "hobby")?.key).toBe("open_told.hobby");
    player.say("ik *brei* truien");
    expect(
      player
        .work()
        .flatMap((work) => (work.kind === "find_skills" ? [work.questionKey] : []))
        .at(-1),
    ).toBe("open_touched.hobby");
  });

  test("a whole sentence is no name", () => {
    const player = told("[paid_work:Kok] *koken* [hobby:Ik ben altijd wel met iets van hout bezig]");
    expect(questionFor(player, "hobby")?.key).toBe("open_touched.hobby");
  });

  test.for([
    ["nl", "ik *lever pakketten af* en ik doe vrijwilligerswerk", "volunteering"],
    ["nl", "ik heb drie kinderen en ik *lever pakketten af*", "family_care"],
    ["nl", "ik *lever pakketten af*. ik hou van vissen", "hobby"],
    ["nl", "ik *lever pakketten af*, heb ooit een cursus gedaan", "course"],
    ["nl", "ik doe een opleiding en ik *lever pakketten af*", "diploma"],
    ["en", "i *drop parcels*. i love my allotment", "hobby"],
    ["en", "i *drop parcels* and i am a volunteer too", "volunteering"],
    ["en", "i'm at college and i *drop parcels*", "diploma"],
  ] as const)("%s: “%s”: what was mentioned is asked after", ([language, said, part]) => {
    expect(questionFor(told(said, language), part)?.key).toBe(`open_mentioned.${part}`);
  });

  test.for([
    ["nl", "ik *lever pakketten af*, vrijwilligerswerk doe ik niet", "volunteering"],
    ["nl", "ik *leer nieuwe vrijwilligers de kassa*", "volunteering"],
    ["nl", "ik *pas op* kinderen bij mensen", "family_care"],
    ["nl", "ik *geef* een cursus aan collega's", "course"],
    ["nl", "ik zou graag een opleiding doen. ik *lever pakketten af*", "diploma"],
    ["en", "i *drop parcels* at a college", "diploma"],
    ["en", "i *drop parcels*, never been to the gym", "hobby"],
  ] as const)("%s: “%s” mentions nothing of the holder's own", ([language, said, part]) => {
    expect(questionFor(told(said, language), part)?.key).toBe(`open.${part}`);
  });
});
