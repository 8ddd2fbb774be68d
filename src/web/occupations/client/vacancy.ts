import { callApi, RequestFailedError, valueIn } from "../../chat/client/api.ts";
import { element } from "../../chat/client/dom.ts";
import type { PageSpeech } from "../../chat/client/words.ts";
import { longestVacancy } from "../../../domain/vacancy.ts";
import type { AskedView, VacancyView } from "../occupations-view.ts";
import { skillList } from "./comparison.ts";

export interface VacancyBox {
  readonly box: HTMLElement;
  /** The same in another language. */
  redraw(): void;
}

/** Our own server's answer: its shape was checked there. */
function isVacancy(value: unknown): value is VacancyView {
  return Array.isArray(valueIn(value, "asks"));
}

/** A vacancy beside the passport: pasted, read, and kept nowhere. */
export function vacancyBox(speech: PageSpeech): VacancyBox {
  const { say } = speech;
  const box = element("div", {});
  const answer = element("div", { "aria-live": "polite" });
  let view: VacancyView | null = null;
  let typed = "";

  function line({ line: said, skill }: VacancyView["asks"][number], has: boolean): HTMLElement {
    return element("li", {}, skillList([skill], has, speech), element("p", { class: "quote" }, element("q", {}, said)));
  }

  function drawAnswer(): void {
    if (view === null) return answer.replaceChildren();
    if (!view.isAgreed) return answer.replaceChildren(element("p", {}, say("occupations.vacancy_consent")));
    if (view.asks.length === 0) return answer.replaceChildren(element("p", {}, say("occupations.vacancy_none")));
    const isHad = (skill: AskedView) => skill.answering !== null && skill.answering.kind !== "broader";
    const has = view.asks.filter(({ skill }) => isHad(skill));
    const lacks = view.asks.filter(({ skill }) => !isHad(skill));
    const part = (title: string, asks: VacancyView["asks"], had: boolean) =>
      asks.length === 0
        ? []
        : [element("p", { class: "kind" }, title), element("ul", { class: "vacancy-lines" }, ...asks.map((each) => line(each, had)))];
    answer.replaceChildren(
      element(
        "p",
        {},
        say(has.length === 0 ? "occupations.vacancy_held_none" : "occupations.vacancy_held", { count: has.length, total: view.asks.length }),
      ),
      ...part(say("occupations.has"), has, true),
      ...part(say("occupations.lacks"), lacks, false),
      element("p", { class: "hint" }, say("occupations.vacancy_guess")),
    );
  }

  async function read(button: HTMLButtonElement): Promise<void> {
    button.disabled = true;
    answer.replaceChildren(element("p", {}, say("occupations.vacancy_reading")));
    try {
      const read = await callApi("POST", "/api/occupations/vacancy", { text: typed, language: speech.language });
      view = isVacancy(read) ? read : null;
      drawAnswer();
    } catch (error) {
      const isBusy = error instanceof RequestFailedError && error.status === 429;
      answer.replaceChildren(element("p", {}, say(isBusy ? "occupations.vacancy_busy" : "status.failed")));
    } finally {
      button.disabled = false;
    }
  }

  function redraw(): void {
    const input = element("textarea", { id: "vacancy-text", rows: 6, maxlength: longestVacancy, required: true }, typed);
    const go = element("button", { type: "submit", class: "primary" }, say("occupations.vacancy_go"));
    const form = element(
      "form",
      { class: "edit" },
      element("label", { for: "vacancy-text" }, element("span", {}, say("occupations.vacancy_label")), input),
      go,
    );
    input.addEventListener("input", () => (typed = input.value));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (typed.trim() !== "") void read(go);
    });
    box.replaceChildren(element("p", { class: "hint" }, say("occupations.vacancy_hint")), form, answer);
    drawAnswer();
  }
  redraw();
  return { box, redraw };
}
