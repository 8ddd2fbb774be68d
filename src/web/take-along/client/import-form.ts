import { numberIn, valueIn } from "../../chat/client/api.ts";
import { element } from "../../chat/client/dom.ts";
import type { PageSpeech } from "../../chat/client/words.ts";

/** As `importLimits` on the server has it. */
const maxBytes = 5 * 1024 * 1024;
const parts = ["claims", "experiences", "credentials", "wants", "who"] as const;

const refusals: Readonly<Record<number, string>> = { 409: "no_consent", 413: "too_large", 415: "newer", 422: "unreadable", 429: "busy" };

async function send(path: string, file: File): Promise<{ readonly answer: unknown } | { readonly refused: string }> {
  if (file.size > maxBytes) return { refused: "too_large" };
  const form = new FormData();
  form.append("file", file, "passport.json");
  try {
    const response = await fetch(path, { method: "POST", credentials: "same-origin", headers: { "X-Skillsgesprek": "1" }, body: form });
    return response.ok ? { answer: await response.json() } : { refused: refusals[response.status] ?? "failed" };
  } catch {
    return { refused: "failed" };
  }
}

/** What came of it, in lines: what is new, what stood there, what stays behind. */
function told(answer: unknown, { say }: PageSpeech): { readonly added: number; readonly lines: readonly string[] } {
  const counts = parts.map((part) => {
    const count = valueIn(valueIn(answer, "counts"), part);
    return { part, added: numberIn(count, "added") ?? 0, known: numberIn(count, "known") ?? 0 };
  });
  const left = valueIn(answer, "left");
  const line = (key: string, count: number) => (count === 0 ? [] : [say(`take.${key}_${count === 1 ? "one" : "other"}`, { count })]);
  return {
    added: counts.reduce((sum, { added }) => sum + added, 0),
    lines: [
      ...counts.flatMap(({ part, added }) => line(`new_${part}`, added)),
      ...line(
        "known",
        counts.reduce((sum, { known }) => sum + known, 0),
      ),
      ...(["endorsements", "files", "words"] as const).flatMap((what) => line(`left_${what}`, numberIn(left, what) ?? 0)),
    ],
  };
}

/** A passport from another place: first is told what it would bring, then it is taken in, or not. @param onImported once it is there */
export function importForm(speech: PageSpeech, onImported: () => void): HTMLElement {
  const { say } = speech;
  const status = element("p", { role: "status", id: "take-in-status" });
  const question = element("div", { id: "take-in-question" });
  const input = element("input", { type: "file", id: "take-in-file", accept: "application/json,.json", "aria-describedby": "take-in-hint" });
  const clear = () => {
    question.replaceChildren();
    input.value = "";
    input.disabled = false;
  };

  async function takeIn(file: File): Promise<void> {
    question.replaceChildren();
    status.textContent = say("take.reading");
    const sent = await send("/api/passport/import", file);
    clear();
    status.textContent = say("refused" in sent ? `take.in_${sent.refused}` : "take.in_done");
    if (!("refused" in sent)) onImported();
    input.focus();
  }

  async function look(file: File): Promise<void> {
    status.textContent = say("take.reading");
    input.disabled = true;
    const sent = await send("/api/passport/import/look", file);
    if ("refused" in sent) {
      clear();
      status.textContent = say(`take.in_${sent.refused}`);
      return;
    }
    const { added, lines } = told(sent.answer, speech);
    status.textContent = say(added === 0 ? "take.in_nothing_new" : "take.in_question");
    const yes = element("button", { type: "button", id: "take-in-yes", class: "primary", click: () => void takeIn(file) }, say("take.in_yes"));
    const no = element(
      "button",
      {
        type: "button",
        id: "take-in-no",
        class: "quiet",
        click() {
          clear();
          status.textContent = say("take.in_left");
          input.focus();
        },
      },
      say("take.in_no"),
    );
    question.replaceChildren(
      element("ul", { class: "found" }, ...lines.map((line) => element("li", {}, line))),
      element("div", { class: "buttons" }, yes, no),
    );
    yes.focus();
  }

  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file) void look(file);
  });
  return element(
    "div",
    {},
    element("p", { class: "hint", id: "take-in-hint" }, say("take.in_hint")),
    element(
      "label",
      { class: "file", for: input.id },
      input,
      element("span", { "aria-hidden": "true" }, say("take.in_choose")),
      element("span", { class: "unseen" }, say("take.in_choose")),
    ),
    status,
    question,
  );
}
