import { experienceAreas } from "../../../domain/experience-areas.ts";
import { element } from "../../chat/client/dom.ts";
import type { PanelTools } from "./panel.ts";

/** To put in a skill by hand: in own words, and kept as such. */
export function addOwn({ speech, act, discloseLazily, form }: PanelTools): HTMLElement {
  const part = discloseLazily("add-own", speech.say("passport.add"), () => [
    form(
      "add-own",
      [
        { name: "label", label: speech.say("passport.add_label"), value: "", maxLength: 120, needed: true },
        { name: "example", label: speech.say("passport.add_example"), value: "", maxLength: 600, needed: false, isLong: true },
        {
          name: "about",
          label: speech.say("passport.add_about"),
          value: experienceAreas[0],
          maxLength: 0,
          needed: true,
          choices: experienceAreas.map((area) => [area, speech.say(`area.${area}`)] as const),
        },
      ],
      ({ label, example, about }) =>
        act({ action: "add_own", label, example: example === undefined || example === "" ? null : example, about }, speech.say("passport.added"), {
          keepTyped: false,
        }),
      speech.say("passport.add_save"),
    ),
  ]);
  return element("div", { class: "add-own" }, part);
}
