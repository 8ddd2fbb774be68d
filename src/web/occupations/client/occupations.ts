import { callApi, listIn, valueIn } from "../../chat/client/api.ts";
import { createDisclosures } from "../../chat/client/disclosures.ts";
import { element } from "../../chat/client/dom.ts";
import { inLanguage, type PageSpeech } from "../../chat/client/words.ts";
import type { ComparisonView, GoalView, OccupationBrief, OccupationsView, OpenGoalView } from "../occupations-view.ts";
import { capital, comparison, stepBox } from "./comparison.ts";
import { vacancyBox } from "./vacancy.ts";

export interface OccupationsPanel {
  refresh(): Promise<void>;
}

export interface OccupationsActions {
  /** Goes to the conversation, to be asked about what the goal still lacks. */
  talkAboutGoal(): void;
  /** The passport holds another goal now. */
  onPassportChanged(): void;
}

/** Our own server's answers: their shape was checked there. */
function isOccupations(value: unknown): value is OccupationsView {
  return valueIn(value, "fitting") !== undefined && Array.isArray(valueIn(value, "goals"));
}

function isComparison(value: unknown): value is ComparisonView {
  return Array.isArray(valueIn(value, "has")) && Array.isArray(valueIn(value, "lacks"));
}

function isBrief(value: unknown): value is OccupationBrief {
  return valueIn(value, "uri") !== undefined && valueIn(value, "label") !== undefined;
}

/** Work beside the passport, for its holder alone: goals and what they lack, occupations that go with it, one looked for, a vacancy. */
export function createOccupations(root: HTMLElement, speech: PageSpeech, actions: OccupationsActions): OccupationsPanel {
  const { say } = speech;
  const disclose = createDisclosures();
  let view: OccupationsView | null = null;
  const told = element("p", { class: "announced", role: "status" });
  const goals = element("div", {});
  const fitting = element("div", {});
  /** What was looked for stays while the rest is drawn anew. */
  const found = element("div", { "aria-live": "polite" });
  const vacancy = vacancyBox(speech);
  /** The occupation that is looked at, of those that were found. */
  let chosen: ComparisonView | null = null;
  let results: readonly OccupationBrief[] | null = null;

  const label = ({ label: name }: Pick<OccupationBrief, "label">) => capital(inLanguage(name, speech.language));
  const button = (key: string, click: () => void, name: string, kind = "quiet") =>
    element("button", { type: "button", class: kind, "aria-label": `${say(key)}: ${name}`, click }, say(key));

  function show(answer: unknown): void {
    if (!isOccupations(answer)) return;
    const same = JSON.stringify(answer) === JSON.stringify(view);
    view = answer;
    if (!same || !root.hasChildNodes()) draw();
  }

  async function act(path: string, body: object, doneKey: string): Promise<void> {
    try {
      show(await callApi("POST", path, body));
      told.textContent = say(doneKey);
      actions.onPassportChanged();
    } catch {
      told.textContent = say("status.failed");
    }
  }

  const choose = (occupationUri: string, wantId: string | null) =>
    void act("/api/occupations/goal", { occupationUri, wantId }, "occupations.goal_chosen");

  function goalItem({ wantId, text, comparison: beside, nextStep }: GoalView): HTMLElement {
    const name = label(beside.occupation);
    const own = text.toLowerCase() === name.toLowerCase() ? null : element("p", { class: "kind" }, say("occupations.goal_said", { text }));
    const step = nextStep === null ? element("p", {}, say("occupations.complete")) : stepBox(nextStep, speech);
    return element(
      "li",
      { class: "goal" },
      element("h4", { class: "row-title" }, say("occupations.goal", { name })),
      own,
      step,
      element(
        "div",
        { class: "row" },
        nextStep === null
          ? null
          : element("button", { type: "button", class: "primary", click: () => actions.talkAboutGoal() }, say("occupations.talk")),
        button("occupations.goal_leave", () => void act("/api/occupations/goal/leave", { wantId }, "occupations.goal_left"), name),
      ),
      disclose(`goal-${wantId}`, say("occupations.goal_skills"), () => comparison(beside, `goal-${wantId}`, disclose, speech)),
    );
  }

  function openGoal({ wantId, text, suggestions }: OpenGoalView): HTMLElement | null {
    if (suggestions.length === 0) return null;
    const each = suggestions.map((one) => element("button", { type: "button", class: "quiet", click: () => choose(one.uri, wantId) }, label(one)));
    return element(
      "li",
      { class: "goal" },
      element("p", { class: "row-title" }, text),
      element("p", {}, say("occupations.mean")),
      element("div", { class: "row" }, ...each),
    );
  }

  function drawGoals({ goals: chosenGoals, openGoals }: OccupationsView): void {
    const items = [...chosenGoals.map(goalItem), ...openGoals.map(openGoal)].filter((each) => each !== null);
    goals.replaceChildren(...(items.length > 0 ? [element("ul", { class: "rows" }, ...items)] : []));
  }

  function isGoal(uri: string): boolean {
    return view?.goals.some((goal) => goal.comparison.occupation.uri === uri) ?? false;
  }

  function goalButton(of: ComparisonView): HTMLElement {
    const { occupation } = of;
    if (isGoal(occupation.uri)) return element("p", { class: "kind" }, say("occupations.is_goal"));
    return button("occupations.make_goal", () => choose(occupation.uri, null), label(occupation));
  }

  function fits({ fitting: fit, ownWords }: OccupationsView): readonly (Node | null)[] {
    const own =
      ownWords === 0
        ? null
        : element("p", { class: "hint" }, say(ownWords === 1 ? "occupations.own_one" : "occupations.own_other", { count: ownWords }));
    switch (fit.state) {
      case "unavailable":
        return [];
      case "too_early":
        return [element("p", {}, say("occupations.too_early", { count: fit.counted, needed: fit.needed })), own];
      case "none":
        return [element("p", {}, say("occupations.none")), own];
      case "found":
        return [
          element("p", { class: "hint" }, say("occupations.fits_hint")),
          element(
            "ul",
            { class: "rows" },
            ...fit.fits.map((one) =>
              element(
                "li",
                {},
                element("h4", { class: "row-title" }, label(one.occupation)),
                ...comparison(one, one.occupation.uri, disclose, speech, goalButton(one)).filter((each) => each !== null),
              ),
            ),
          ),
          own,
        ];
    }
  }

  async function search(text: string): Promise<void> {
    const answer = await callApi("POST", "/api/occupations/search", { text, language: speech.language });
    results = listIn(answer, "occupations").filter(isBrief);
    chosen = null;
    drawFound();
  }

  async function look(occupationUri: string): Promise<void> {
    const answer = await callApi("POST", "/api/occupations/compare", { occupationUri });
    if (isComparison(answer)) chosen = answer;
    drawFound();
    document.getElementById("occupation-chosen")?.focus({ preventScroll: true });
  }

  const failed = () => void (told.textContent = say("status.failed"));

  function drawFound(): void {
    const list =
      results === null
        ? null
        : results.length === 0
          ? element("p", {}, say("occupations.search_none"))
          : element(
              "ul",
              { class: "row found-occupations" },
              ...results.map((one) =>
                element("li", {}, element("button", { type: "button", class: "quiet", click: () => void look(one.uri).catch(failed) }, label(one))),
              ),
            );
    const looked =
      chosen === null
        ? []
        : [
            element("h4", { class: "row-title", id: "occupation-chosen", tabindex: -1 }, label(chosen.occupation)),
            ...comparison(chosen, "chosen", disclose, speech, goalButton(chosen)),
          ];
    found.replaceChildren(...[list, ...looked].filter((each) => each !== null));
  }

  function searchBox(): HTMLElement {
    const input = element("input", {
      type: "search",
      id: "occupation-search",
      maxlength: 200,
      autocomplete: "off",
      enterkeyhint: "search",
      required: true,
    });
    const form = element(
      "form",
      { class: "edit" },
      element("label", { for: "occupation-search" }, element("span", {}, say("occupations.search_label")), input),
      element("button", { type: "submit", class: "primary" }, say("occupations.search_go")),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (input.value.trim() !== "") void search(input.value.trim()).catch(failed);
    });
    return form;
  }

  function draw(): void {
    if (view === null) return;
    const focused = root.contains(document.activeElement) ? document.activeElement?.id : undefined;
    const isThere = view.fitting.state !== "unavailable";
    drawGoals(view);
    drawFound();
    const heading = element("h3", { id: "occupations-heading", tabindex: -1 }, say("occupations.heading"));
    const current = view;
    fitting.replaceChildren(
      ...(isThere
        ? [
            disclose("fits", say("occupations.fits"), () => fits(current)),
            disclose("search-occupation", say("occupations.search"), () => [searchBox(), found]),
          ]
        : [element("p", { class: "notice" }, say("occupations.unavailable"))]),
    );
    root.replaceChildren(
      heading,
      element("p", { class: "hint" }, say("occupations.intro")),
      told,
      goals,
      fitting,
      disclose("vacancy", say("occupations.vacancy"), () => [vacancy.box]),
      ...(isThere ? [element("p", { class: "hint" }, say("occupations.source"))] : []),
    );
    root.setAttribute("aria-labelledby", heading.id);
    if (focused !== undefined && focused !== "") (document.getElementById(focused) ?? heading).focus({ preventScroll: true });
  }

  speech.onChange(() => {
    told.textContent = "";
    vacancy.redraw();
    draw();
  });
  return {
    async refresh() {
      show(await callApi("GET", "/api/occupations"));
    },
  };
}
