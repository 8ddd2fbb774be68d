import { callApi, listIn, textIn, valueIn } from "../../chat/client/api.ts";
import { confirmed } from "../../chat/client/dialogs.ts";
import { createDisclosures } from "../../chat/client/disclosures.ts";
import { type Attributes, element } from "../../chat/client/dom.ts";
import type { PageSpeech } from "../../chat/client/words.ts";
import { seenClaims } from "../../../domain/told-lines.ts";
import type { PassportView } from "../passport-view.ts";
import { addOwn } from "./add-own.ts";
import { chart } from "./chart.ts";
import { findAll } from "./find.ts";
import { watchPressing } from "./pressing.ts";
import { profile } from "./profile.ts";
import { restOfPassport } from "./rest.ts";
import { skills } from "./skills.ts";
import { pictures } from "./strengths.ts";

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly needed: boolean;
  /** Short: two of them stand beside one another. */
  readonly isShort?: boolean;
  /** More than a line. */
  readonly isLong?: boolean;
  /** One of these, by value and words. */
  readonly choices?: readonly (readonly [string, string])[];
}

/** What the parts of the panel work with. */
export interface PanelTools {
  readonly speech: PageSpeech;
  /** Sends one change, and shows the passport as it is then. @param saved what is told once it is kept */
  act(action: object, saved?: string, drawing?: Drawing): Promise<void>;
  /** Shows the passport that a call of its own was answered with, and tells this. */
  replace(answer: unknown, saved: string): Promise<void>;
  /** The same passport, looked at otherwise. */
  redraw(): void;
  /** The same for something that goes: asks first. */
  remove(name: string, action: object): Promise<void>;
  /** A part that opens with a tap, and stays open when the passport is drawn anew. */
  disclose(id: string, title: string, ...content: readonly (Node | null)[]): HTMLElement;
  /** The same, filled when it is opened: there may be hundreds. */
  discloseLazily(id: string, title: string, content: () => readonly (Node | null)[]): HTMLElement;
  form(
    id: string,
    fields: readonly Field[],
    onSave: (values: Readonly<Record<string, string>>) => Promise<void>,
    /** What the button says. */
    saveWord?: string,
  ): HTMLElement;
}

interface Drawing {
  /** Whether what stands typed in boxes stays there. */
  readonly keepTyped: boolean;
  /** The part that closes once it is kept: by the id that it was disclosed under. */
  readonly closes?: string | null;
}

export interface PassportPanel {
  /** Fetches the passport once what comes in together has come in. */
  refreshSoon(): void;
  /** The same passport in another language. */
  redraw(): void;
}

interface PanelOptions {
  readonly root: HTMLElement;
  readonly count: HTMLElement;
  /** Read out by screen readers when it changes. */
  readonly announce: HTMLElement;
  /** Only where there is something to take along. */
  readonly download: HTMLElement;
  readonly speech: PageSpeech;
  /** Whenever it is drawn: whether there is something in it, and whether something may be put in. */
  readonly onShown: (state: { readonly isFilled: boolean; readonly isAgreed: boolean }) => void;
}

const refreshAfterMs = 150;
const tellForMs = 8000;

type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function boxFor(field: Field, said: Attributes & { readonly id: string }): Box {
  if (field.choices) {
    const { id, required } = said;
    const options = field.choices.map(([value, words]) => element("option", { value, selected: value === field.value }, words));
    return element("select", { id, required }, ...options);
  }
  return field.isLong ? element("textarea", { ...said, rows: 3 }, field.value) : element("input", { ...said, value: field.value });
}

/** Our own server's answer: its shape was checked where it was stored; here only that it is a passport of this version. */
function isPassport(value: unknown): value is PassportView {
  return (
    textIn(value, "format") === "skillsgesprek-passport" &&
    ["claims", "experiences", "credentials", "wants", "who", "offers", "consents"].every((key) => Array.isArray(valueIn(value, key)))
  );
}

/** The passport beside the conversation: grows as skills are confirmed, and can be changed in place. */
export function createPassportPanel({ root, count, announce, download, speech, onShown }: PanelOptions): PassportPanel {
  let passport: PassportView | null = null;
  let known: ReadonlySet<string> | null = null;
  let timer = 0;
  let tellingTimer = 0;
  const finding = findAll();
  // All that scrolls with it: what grows moves what stands below it.
  const pressing = watchPressing(root.parentElement ?? root);
  let timesShown = 0;

  const tools: PanelTools = {
    speech,
    act: (action, saved, drawing) => act(action, saved, drawing),
    async replace(answer, saved) {
      await pressing.released();
      show(answer);
      tell(saved, false);
    },
    redraw: () => draw(),
    async remove(name, action) {
      const question = {
        title: speech.say("confirm.remove_title"),
        text: speech.say("confirm.remove_text", { name }),
        yes: speech.say("confirm.remove_yes"),
      };
      if (await confirmed(question, speech)) await act(action);
    },
    disclose: (id, title, ...content) => tools.discloseLazily(id, title, () => content),
    discloseLazily: createDisclosures(),
    form(id, fields, onSave, saveWord = speech.say("passport.save")) {
      const inputs = fields.map((field) => {
        const said = { id: `${id}-${field.name}`, maxlength: field.maxLength, required: field.needed, autocomplete: "off" };
        return { field, input: boxFor(field, said) };
      });
      const rows = inputs.map(({ field, input }) =>
        element("label", { for: input.id, class: field.isShort ? "short" : null }, element("span", {}, field.label), input),
      );
      const save = element("button", { type: "submit", id: `${id}-save`, class: "primary" }, saveWord);
      const made = element("form", { class: "edit" }, ...rows, element("div", { class: "save-bar" }, save));
      made.addEventListener("submit", (event) => {
        event.preventDefault();
        void onSave(Object.fromEntries(inputs.map(({ field, input }) => [field.name, input.value.trim()])));
      });
      return made;
    },
  };

  async function act(action: object, saved = speech.say("status.saved"), drawing: Drawing = { keepTyped: true }): Promise<void> {
    try {
      const answer = await callApi("POST", "/api/passport/events", { actions: [action] });
      await pressing.released();
      const leftOut = listIn(answer, "leftOut").map(String);
      // What was typed and is not kept goes from the box too.
      show(answer, leftOut.length > 0 ? { keepTyped: false } : drawing);
      if (leftOut.length > 0) draw({ keepTyped: false });
      tell(leftOut.length > 0 ? withoutSome(leftOut, valueIn(answer, "isChanged") !== false) : saved, leftOut.length > 0);
      // After what is told has its room: then what comes into sight stays there.
      if (leftOut.length === 0 && drawing.closes) close(drawing.closes);
    } catch {
      await pressing.released();
      tell(speech.say("status.failed"), true);
      draw();
    }
  }

  /** Whoever was in it goes on at what opens it: in sight, also once what came into sight above it has its true height. */
  function close(id: string): void {
    const summary = document.getElementById(`part-${id}`);
    const part = summary?.closest("details");
    if (part) part.open = false;
    summary?.focus();
    requestAnimationFrame(() => requestAnimationFrame(() => summary?.scrollIntoView({ block: "nearest" })));
  }

  /** Stays in sight wherever one is on the page. @param stays until something else is told; else it goes by itself */
  function tell(line: string, stays: boolean): void {
    window.clearTimeout(tellingTimer);
    announce.textContent = line;
    announce.classList.toggle("told", stays);
    if (!stays) tellingTimer = window.setTimeout(() => (announce.textContent = ""), tellForMs);
  }

  /** In one line: whether it was saved, and what was left out. */
  function withoutSome(leftOut: readonly string[], isChanged: boolean): string {
    const what = leftOut.map((one) => speech.say(`passport.left_out_${one}`)).join(", ");
    return speech.say(isChanged ? "passport.left_out" : "passport.left_out_all", { what });
  }

  function empty(): HTMLElement {
    return element(
      "div",
      { class: "empty" },
      element("p", { class: "empty-title" }, speech.say("passport.empty_title")),
      element("p", {}, speech.say("passport.empty")),
    );
  }

  /** What is true of the passport as it is now. */
  function welcome(seen: number, hidden: number): HTMLElement {
    const key = seen > 1 ? "many" : seen === 1 ? "one" : "no_skills_yet";
    const apart =
      hidden === 0 ? null : element("p", {}, speech.say(hidden === 1 ? "passport.hidden_one" : "passport.hidden_other", { count: hidden }));
    return element(
      "div",
      { class: "welcome" },
      element("p", { class: "welcome-title" }, speech.say(`passport.welcome_${key}`, { count: seen })),
      apart,
    );
  }

  function draw({ keepTyped }: Drawing = { keepTyped: true }): void {
    if (!passport) return;
    const { claims } = passport;
    const inUse = root.contains(document.activeElement) ? document.activeElement : null;
    const top = inUse?.getBoundingClientRect().top ?? 0;
    const boxes = keepTyped ? [...root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")] : [];
    const typed = boxes
      .filter((input) => input.type !== "radio" && input.type !== "file" && input.type !== "search" && input.value !== input.defaultValue)
      .map((input) => [input.id, input.value] as const);
    const seen = seenClaims(claims);
    const parts = [
      ...pictures(seen, speech),
      seen.length > 0 ? chart(seen, speech) : null,
      profile(seen, tools),
      claims.length > 0 ? skills(passport, finding, known, tools) : null,
      ...restOfPassport(passport, tools),
    ];
    const shown = parts.filter((part) => part !== null);
    const add = passport.consents.length > 0 ? [addOwn(tools)] : [];
    root.replaceChildren(...(shown.length > 0 ? [welcome(seen.length, claims.length - seen.length), ...shown, ...add] : [empty(), ...add]));
    download.hidden = shown.length === 0;
    onShown({ isFilled: shown.length > 0, isAgreed: passport.consents.length > 0 });
    count.textContent = seen.length > 0 ? String(seen.length) : "";
    // What somebody is in the middle of typing outlives a passport that grows meanwhile.
    for (const [id, value] of typed) {
      const input = document.getElementById(id);
      if (input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement) input.value = value;
    }
    if (!inUse) return;
    const same = document.getElementById(inUse.id);
    const again = same ?? root.querySelector<HTMLElement>("[tabindex]");
    again?.focus({ preventScroll: true });
    // What is drawn anew above it may be higher or lower than it was: what was in use stays where it was on the screen.
    if (same) root.parentElement?.scrollBy({ top: same.getBoundingClientRect().top - top, behavior: "instant" });
  }

  function show(answer: unknown, drawing?: Drawing): void {
    if (!isPassport(answer)) return;
    timesShown += 1;
    const same = passport !== null && JSON.stringify(passport) === JSON.stringify(answer);
    const before = passport;
    passport = answer;
    if (same) return;
    known = before === null ? null : new Set(before.claims.map((claim) => claim.id));
    draw(drawing);
  }

  async function refresh(): Promise<void> {
    try {
      let answer: unknown;
      let before: number;
      // What was shown meanwhile may be newer than what was fetched.
      do {
        before = timesShown;
        answer = await callApi("GET", "/api/passport");
        await pressing.released();
      } while (before !== timesShown);
      show(answer);
    } catch {
      if (passport === null) announce.textContent = speech.say("passport.failed");
    }
  }

  return {
    refreshSoon() {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void refresh(), refreshAfterMs);
    },
    redraw() {
      known = null;
      draw();
    },
  };
}
