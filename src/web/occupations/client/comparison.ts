import { element, icon, icons } from "../../chat/client/dom.ts";
import { inLanguage, type PageSpeech } from "../../chat/client/words.ts";
import type { AskedView, ComparisonView, NextStepView, OtherName } from "../occupations-view.ts";

/** Makes a part that opens with a tap, filled then. */
export type Disclose = (id: string, title: string, content: () => readonly (Node | null)[]) => HTMLElement;

/** "kok" at the beginning of a line. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What beside the name has to be said of a skill: by which other it is answered, that help is needed, that it was asked about. */
function remark({ answering, isNotYet }: AskedView, { say, language }: PageSpeech): string | null {
  if (answering === null) return isNotYet ? say("occupations.not_yet") : null;
  const name = inLanguage(answering.label, language);
  const how = answering.kind === "same" ? null : say(`occupations.by_${answering.kind}`, { name });
  const help = answering.isWithHelp ? say("occupations.with_help") : null;
  const said = [how, help].filter((each) => each !== null);
  return said.length > 0 ? said.join(" ") : null;
}

/** The name in the language that the holder chose beside Dutch and English. */
export function otherName(name: OtherName | null): HTMLElement | null {
  return name === null ? null : element("span", { class: "other-name", lang: name.language, dir: "auto" }, name.label);
}

function skillItem(skill: AskedView, has: boolean, speech: PageSpeech): HTMLElement {
  const said = remark(skill, speech);
  return element(
    "li",
    { class: has ? "has" : "lacks" },
    has ? icon(icons.check) : element("span", { class: "open-mark", "aria-hidden": "true" }),
    element(
      "span",
      {},
      element("span", { class: "unseen" }, `${speech.say(has ? "occupations.has_mark" : "occupations.lacks_mark")} `),
      capital(inLanguage(skill.label, speech.language)),
      otherName(skill.otherName),
      said === null ? null : element("small", {}, ` ${said}`),
    ),
  );
}

export function skillList(skills: readonly AskedView[], has: boolean, speech: PageSpeech): HTMLElement | null {
  return skills.length === 0 ? null : element("ul", { class: "asked" }, ...skills.map((skill) => skillItem(skill, has, speech)));
}

function titled(title: string, list: HTMLElement | null): HTMLElement | null {
  return list === null ? null : element("div", {}, element("p", { class: "kind" }, title), list);
}

/** How the passport stands beside an occupation, in sentences and lists: what is there, what is not (yet).
 *  @param id names it among the parts that open */
export function comparison(
  view: ComparisonView,
  id: string,
  disclose: Disclose,
  speech: PageSpeech,
  more: Node | null = null,
): readonly (Node | null)[] {
  const { say, language } = speech;
  const { has, lacks, lacksMore, alsoHas, asks, occupation } = view;
  const description = inLanguage(occupation.description, language);
  const left =
    lacksMore === 0
      ? null
      : element("p", { class: "kind" }, say(lacksMore === 1 ? "occupations.lacks_one" : "occupations.lacks_other", { count: lacksMore }));
  return [
    otherName(occupation.otherName),
    element("p", {}, say(has.length === 0 ? "occupations.held_none" : "occupations.held", { count: has.length, total: asks })),
    titled(say("occupations.has"), skillList(has, true, speech)),
    titled(say("occupations.lacks"), skillList(lacks, false, speech)),
    left,
    more,
    alsoHas.length === 0
      ? null
      : disclose(`${id}-also`, say("occupations.also_has", { count: alsoHas.length }), () => [skillList(alsoHas, true, speech)]),
    description === "" ? null : disclose(`${id}-what`, say("occupations.what"), () => [element("p", {}, description)]),
  ];
}

/** One thing to do next, in a sentence. */
export function stepBox({ skill, from }: NextStepView, { say, language }: PageSpeech): HTMLElement {
  const name = inLanguage(skill.label, language);
  return element(
    "div",
    { class: "next-step" },
    element("p", { class: "row-title" }, say("occupations.step")),
    element("p", {}, say(`occupations.step_${skill.type}`, { name })),
    from === null ? null : element("p", { class: "kind" }, say("occupations.step_from", { name: inLanguage(from, language) })),
  );
}
