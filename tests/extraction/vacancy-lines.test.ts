import { describe, expect, test } from "vitest";
import { vacancyLines } from "../../src/extraction/vacancy-lines.ts";

const dutch = `Medewerker keuken (24 uur)
Ben jij een aanpakker?
Wat ga je doen?
- Je bereidt broodjes en salades
- Bestellingen opnemen
Wie ben jij?
• Je spreekt goed Nederlands
1. Ben je netjes. Je kunt goed samenwerken
Wat bieden wij?
- Een vriendelijk team
- Een salaris van € 2.300 per maand
Functie-eisen
- In bezit van rijbewijs B
Solliciteren
Stuur je brief naar Jan Verzonnen, jan@example.org`;

const english = `Warehouse assistant
You will pick orders. You must lift boxes.
Requirements:
* Able to drive a forklift
What we offer: a pension
* 25 days off
What you bring
- You explain things
Perks
- Free lunch and a phone`;

const read = (text: string, language: "nl" | "en") => vacancyLines(text, language).map((line) => line.text);

describe("R31: the lines of a vacancy that may ask a skill", () => {
  test("Dutch: the work and who does it; not its title, questions, what is offered and how to apply", () => {
    expect(read(dutch, "nl")).toEqual([
      "Je bereidt broodjes en salades",
      "Bestellingen opnemen",
      "Je spreekt goed Nederlands",
      "Ben je netjes.",
      "Je kunt goed samenwerken",
      "In bezit van rijbewijs B",
    ]);
  });

  test("English", () => {
    expect(read(english, "en")).toEqual(["You will pick orders.", "You must lift boxes.", "Able to drive a forklift", "You explain things"]);
  });

  test("each is told as who does the work would tell it", () => {
    expect(vacancyLines("Je bereidt broodjes.", "nl")[0]?.asTold).toBe("Ik bereidt broodjes.");
    expect(vacancyLines("You will pick orders.", "en")[0]?.asTold).toBe("I pick orders.");
    expect(vacancyLines("De ideale kandidaat kan lassen.", "nl")[0]?.asTold).toBe("ik kan lassen.");
    expect(vacancyLines("The candidate can weld.", "en")[0]?.asTold).toBe("I weld.");
  });

  test("one line is no title, and one after a colon is read", () => {
    expect(read("Je veegt de straat", "nl")).toEqual(["Je veegt de straat"]);
    expect(read("Taken: de straat vegen", "nl")).toEqual(["de straat vegen"]);
    expect(read("Sweeper\nRequirements\nGood communication skills", "en")).toEqual(["Good communication skills"]);
  });

  test("what is endless is cut, and nothing makes nothing", () => {
    expect(vacancyLines(`Kop\n${"Je veegt de straat\n".repeat(500)}`, "nl")).toHaveLength(60);
    expect(vacancyLines(`Kop\n${"veeg ".repeat(2000)}`, "nl")[0]?.text.length).toBeLessThanOrEqual(400);
    for (const text of ["", "   \n\n", "€ 12 per uur", "???"]) expect(vacancyLines(text, "nl")).toEqual([]);
  });
});
