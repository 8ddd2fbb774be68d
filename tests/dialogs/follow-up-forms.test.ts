import { expect, test } from "vitest";
import { followUpForm } from "../../src/dialogs/follow-up-forms.ts";
import { loadWording } from "../../src/dialogs/wording.ts";
import type { Area } from "../../src/domain/area.ts";
import type { Experience } from "../../src/domain/passport.ts";

const thing = (title: string, area: Area = "paid_work", organisation: string | null = null): Experience => ({
  id: "e",
  area,
  title,
  organisation,
  start: null,
  end: null,
  summary: null,
  noSkills: false,
});

test.for([
  ["Perzisch en Somalisch", "hobby", null, { what: null, how: null, result: null, learned: null }],
  ["Speaking three languages", "informal_learning", null, { what: null, how: null, result: null, learned: null }],
  ["Huishoudschool", "informal_learning", null, { what: "follow_up_school.what", how: null, result: "follow_up_about.result", learned: null }],
  ["Vmbo kader groen", "family_care", null, { what: "follow_up_school.what", how: null, result: "follow_up_about.result", learned: null }],
  ["Two evenings we're at the allotment", "hobby", null, { what: "follow_up_now.what", how: null, result: "follow_up.result", learned: null }],
  ["Zes uur ben ik op", "paid_work", null, { what: "follow_up.what", how: null, result: "follow_up.result", learned: null }],
  ["Gestopt voor de kinderen", "family_care", null, { what: "follow_up_now.what", how: null, result: "follow_up.result", learned: null }],
  [
    "Vier jaar was ik daar in de inpak",
    "paid_work",
    "Hema",
    { what: "follow_up_at.what", how: "follow_up_at.how", result: "follow_up_at.result", learned: "follow_up_at.learned" },
  ],
  ["Kleermaker", "paid_work", null, { what: "follow_up_about.what", how: "follow_up_about.how", result: "follow_up_about.result" }],
  ["Keeping bees", "hobby", null, { what: "follow_up_about_now.what", how: "follow_up_about.how", learned: "follow_up_about.learned" }],
  ["Engelse les geven", "volunteering", null, { what: "follow_up_about_now.what", how: "follow_up_about.how" }],
] as const)("“%s” (%s, at %s) is asked on about in a form that makes sense", ([title, area, organisation, forms]) => {
  for (const [followUp, form] of Object.entries(forms))
    expect(followUpForm(thing(title, area, organisation), followUp as "what", false), followUp).toBe(form);
});

test("of nothing it is not asked how that was done", () => {
  expect(followUpForm(undefined, "how", false)).toBeNull();
  expect(followUpForm(undefined, "what", false)).toBe("follow_up.what");
});

test("what goes on now is not asked after as what was done", () => {
  expect(followUpForm(thing("Kapper"), "what", true)).toBe("follow_up_about_now.what");
  expect(followUpForm({ ...thing("Koor", "hobby"), end: "2019" }, "what", false)).toBe("follow_up_about.what");
});

test("every form has its words", () => {
  const { nl, en } = loadWording();
  const named = [thing("Kapper"), thing("Koken", "hobby"), thing("Mbo zorg"), thing("ik was daar"), thing("ik was daar", "volunteering", "Hema")];
  const forms = named.flatMap((each) =>
    (["what", "how", "result", "learned"] as const).flatMap((followUp) => [true, false].map((isOfToday) => followUpForm(each, followUp, isOfToday))),
  );
  for (const form of forms) if (form !== null) expect([form, nl.has(form), en.has(form)]).toEqual([form, true, true]);
});
