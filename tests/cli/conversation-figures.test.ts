import { expect, test } from "vitest";
import { conversationFigures } from "../../src/cli/conversation-figures.ts";
import type { PlayedLine } from "../../src/cli/persona-player.ts";

const bot = (text: string, buttons: readonly string[] = [], asks = buttons.length > 0): PlayedLine => ({ who: "bot", text, buttons, asks });
const holder = (text: string): PlayedLine => ({ who: "holder", text, buttons: [], asks: false });

test("a question put again in the same words is counted, however it is spelled; a card tells two apart", () => {
  const figures = conversationFigures([
    bot("Wat klopt niet?", ["Iets"]),
    holder("Wat klopt niet?"),
    bot("wat klopt  niet", ["Iets"]),
    bot("Wat klopt niet?", ["Iets"]),
    bot("Je kookt\nKlopt dit?", ["Ja"]),
    bot("Je naait\nKlopt dit?", ["Ja"]),
    bot("Goed."),
    bot("Goed."),
  ]);
  expect(figures.questionsAskedTwice).toBe(2);
});

test("words are counted per message and per sentence, lines of a card apart, the person's own not at all", () => {
  const figures = conversationFigures([
    bot("Je kookt soep\nKlopt dit? Ja of nee."),
    holder("ik kook al twintig jaar soep voor de hele straat"),
    bot("Goed."),
  ]);
  expect(figures).toMatchObject({ botMessages: 2, wordsPerMessage: 4.5, mostWordsInMessage: 8, wordsPerSentence: 2.3, mostWordsInSentence: 3 });
});

test("buttons are counted of the messages that have them", () => {
  const figures = conversationFigures([bot("Klopt dit?", ["Ja", "Nee", "Later"]), bot("Goed."), bot("Beginnen?", ["Ja"])]);
  expect(figures).toMatchObject({ buttonsPerMessage: 2, mostButtonsInMessage: 3 });
  expect(conversationFigures([])).toMatchObject({ wordsPerMessage: null, buttonsPerMessage: null, mostButtonsInMessage: 0 });
});
