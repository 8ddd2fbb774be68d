import { levelFits } from "../../../domain/ladder.ts";
import type { PlainLevel } from "../../../domain/passport.ts";
import { element } from "../../chat/client/dom.ts";
import type { ClaimView } from "../passport-view.ts";
import type { PanelTools } from "./panel.ts";

const plainLevels = ["with_help", "on_my_own", "i_teach_it"] as const satisfies readonly PlainLevel[];
const cefrLevels = ["A1", "A2", "B1", "B2", "C1", "C2"] as const;

interface Scale {
  readonly id: string;
  readonly scheme: "plain" | "cefr";
  readonly legend: string;
  readonly hint: string | null;
  readonly steps: readonly (readonly [string, string])[];
}

function scale(claim: ClaimView, { id, scheme, legend, hint, steps }: Scale, { act }: PanelTools): HTMLElement {
  const choices = steps.map(([value, text]) => {
    const radio = element("input", {
      type: "radio",
      id: `${id}-${value}`,
      value,
      name: id,
      checked: claim.level?.scheme === scheme && claim.level.value === value,
      change: () => void act({ action: "set_level", claimId: claim.id, level: { scheme, value } }),
    });
    return element("label", { for: radio.id }, radio, element("span", {}, text));
  });
  return element(
    "fieldset",
    { class: "level", "aria-describedby": hint === null ? null : `${id}-hint` },
    element("legend", {}, legend),
    hint === null ? null : element("p", { class: "hint", id: `${id}-hint` }, hint),
    element("div", {}, ...choices),
  );
}

/** How well, in the holder's own judgement: a language by Europe's levels, everything else in plain words. An own skill may be a
 *  language; then its holder says so. Neither scale is read off the other. */
export function levelOf(claim: ClaimView, tools: PanelTools): HTMLElement {
  const { speech, discloseLazily } = tools;
  const plain = () =>
    scale(
      claim,
      {
        id: `level-${claim.id}`,
        scheme: "plain",
        legend: speech.say("passport.level"),
        hint: null,
        steps: plainLevels.map((value) => [value, speech.say(`passport.level_${value}`)] as const),
      },
      tools,
    );
  if (!levelFits({ scheme: "cefr" }, claim.heading)) return plain();
  const cefr = () =>
    scale(
      claim,
      {
        id: `cefr-${claim.id}`,
        scheme: "cefr",
        legend: speech.say("passport.level_language"),
        hint: speech.say("passport.level_language_hint"),
        steps: cefrLevels.map((value) => [value, value] as const),
      },
      tools,
    );
  const isLanguage = claim.level === null ? claim.heading === "languages" : claim.level.scheme === "cefr";
  const [first, other] = isLanguage ? [cefr, plain] : [plain, cefr];
  const title = speech.say(isLanguage ? "passport.level" : claim.uri === null ? "passport.level_language_own" : "passport.level_language");
  return element(
    "div",
    {},
    first(),
    discloseLazily(`scale-${claim.id}`, title, () => [other()]),
  );
}
