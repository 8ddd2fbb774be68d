import { describe, expect, test } from "vitest";
import { messageWish } from "../../src/dialogs/reminders.ts";

describe("what somebody wants of messages", () => {
  test.for([
    { text: "stuur me over een week een berichtje", days: 7 },
    { text: "Stuur mij over 2 weken een bericht.", days: 14 },
    { text: "kun je me morgen een berichtje sturen?", days: 1 },
    { text: "Wilt u mij over drie dagen een herinnering sturen?", days: 3 },
    { text: "stuur me overmorgen nog een berichtje", days: 2 },
    { text: "Stuur me volgende maand een seintje", days: 30 },
    { text: "ok stuur me over een paar weken een berichtje", days: 14 },
    { text: "herinner me over een maand", days: 30 },
    { text: "Herinner mij morgen hieraan", days: 1 },
    { text: "geef me over tien dagen een seintje", days: 10 },
    { text: "stuur me over een jaar een berichtje", days: 365 },
    { text: "stuur me over een uur een berichtje", days: 0 },
    { text: "stuur me een berichtje", days: null },
    { text: "send me a message in a week", days: 7 },
    { text: "Please send me a reminder in two weeks", days: 14 },
    { text: "can you send me a message tomorrow?", days: 1 },
    { text: "remind me next week", days: 7 },
    { text: "Remind me in 3 months to go on", days: 90 },
    { text: "send me a note the day after tomorrow", days: 2 },
    { text: "send me a reminder", days: null },
  ])("“$text” asks for one in $days days", ({ text, days }) => {
    expect(messageWish(text)).toEqual({ kind: "remind", days });
  });

  test.for([
    "geen berichtje",
    "Geen berichtjes meer!",
    "toch geen berichtje",
    "stuur me geen berichtjes meer",
    "stuur geen herinnering",
    "liever geen herinneringen",
    "stop met berichtjes",
    "no message",
    "no more messages",
    "don't send me messages",
    "do not remind me",
    "send me no messages",
    "cancel the reminder",
  ])("“%s” wants none", (text) => {
    expect(messageWish(text)).toEqual({ kind: "stop" });
  });

  test.for(["wel berichtjes", "stuur me toch wel berichtjes", "messages please"])("“%s” wants them again", (text) => {
    expect(messageWish(text)).toEqual({ kind: "allow" });
  });

  test.for([
    "stop",
    "Mijn baas stuurt me elke week een berichtje",
    "Ik stuur klanten een berichtje als hun fiets klaar is",
    "Herinner me nog goed dat ik in een bakkerij werkte",
    "Ik herinner mensen aan hun afspraak",
    "Ik beantwoord berichtjes en mail",
    "ik heb geen berichten gehad van mijn werk",
    "I send reminders to patients",
    "My manager sends me a message every week",
    "over een week begin ik met een cursus",
    "stuur me over een week een berichtje en dan vertel ik je alles over mijn werk in de haven en over de schepen die we daar laadden",
  ])("“%s” is something else", (text) => {
    expect(messageWish(text)).toBeNull();
  });
});
