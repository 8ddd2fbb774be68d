import { codeGroups, codeLength, isWholeCode, readCode } from "../../../domain/come-back-code.ts";
import { callApi, RequestFailedError } from "./api.ts";
import { showDialog } from "./dialogs.ts";
import { element } from "./dom.ts";
import { arePasskeysPossible } from "../../doors/client/passkeys-possible.ts";
import type { PageSpeech } from "./words.ts";

export interface EnterCodeOptions {
  readonly speech: PageSpeech;
  /** To begin with, as it was typed or stood in a link. */
  readonly typed?: string;
  /** A link brought it: said, so that nobody is led into a conversation that is not theirs. */
  readonly fromLink?: boolean;
  /** Keeps the code of the conversation that is in the way. */
  readonly keepCode: () => void;
  /** True while the server is asked, and for good once it said yes: what was on this device may then end. */
  readonly onAsking: (asking: boolean) => void;
}

/** The code that the address of the page brings along; it is taken out of the address bar at once. */
export function takeCodeFromAddress(): string | null {
  const written = /^#terug=(.+)$/i.exec(location.hash)?.[1];
  if (written === undefined) return null;
  history.replaceState(null, "", location.pathname + location.search);
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

function refusal(error: unknown, { say }: PageSpeech): string {
  // Without an answer of ours: the browser asked for a passkey, and got none.
  if (!(error instanceof RequestFailedError)) return say(error instanceof TypeError ? "status.failed" : "enter_code.no_passkey");
  if (error.status === 403 || error.status === 401) return say("enter_code.no_passkey");
  if (error.status === 404) return say("enter_code.unknown");
  if (error.status !== 429) return say("status.failed");
  const minutes = Math.ceil((error.retryAfterSeconds ?? 60) / 60);
  return minutes === 1 ? say("enter_code.wait_one") : say("enter_code.wait", { minutes });
}

/** Asks for a code and goes on with it. @returns true: this device now has the conversation that the code is of */
export async function enterCode(options: EnterCodeOptions): Promise<boolean> {
  const { speech, typed = "", fromLink = false } = options;
  const { say } = speech;
  let instead = false;
  /** True while a passkey was used and something is in its way. */
  let isByPasskey = false;
  // Two lines, so that all of a code is in sight on a phone.
  const input = element("textarea", {
    id: "code-input",
    rows: 2,
    autocomplete: "off",
    autocapitalize: "characters",
    autocorrect: "off",
    spellcheck: "false",
    maxlength: 200,
    enterkeyhint: "go",
    "aria-describedby": "code-hint code-problem",
  });
  input.value = codeGroups(readCode(typed)).join(" ");
  const problem = element("p", { id: "code-problem", class: "problem", role: "alert" });
  const keep = element("button", { type: "button", class: "quiet", hidden: true, click: options.keepCode }, say("menu.code"));
  const go = element("button", { type: "submit", class: "primary" }, say("enter_code.go"));
  const back = element("button", { type: "button", class: "quiet", click: () => dialog.close("") }, say("enter_code.back"));
  const passkey = arePasskeysPossible()
    ? element("button", { type: "button", class: "link", click: () => void byPasskey() }, say("enter_code.passkey"))
    : null;
  const form = element(
    "form",
    { class: "enter-code", novalidate: true },
    element("label", { for: "code-input" }, say("enter_code.label")),
    input,
    element("p", { id: "code-hint", class: "hint" }, say("enter_code.hint", { count: codeLength })),
    problem,
    keep,
    element("div", { class: "dialog-buttons" }, back, go),
    passkey,
  );
  const dialog = element(
    "dialog",
    { "aria-labelledby": "code-title" },
    element("h2", { id: "code-title" }, say("enter_code.title")),
    fromLink ? element("p", { class: "explained" }, say("enter_code.from_link")) : null,
    form,
  );

  function complain(text: string, isInput: boolean): void {
    problem.textContent = text;
    input.setAttribute("aria-invalid", String(isInput));
    if (isInput) input.focus();
  }

  /** Asks the server to be let in. @param knock with a code, or with a passkey */
  async function enter(knock: () => Promise<unknown>): Promise<void> {
    options.onAsking(true);
    go.disabled = true;
    try {
      await knock();
      return dialog.close("returned");
    } catch (error) {
      options.onAsking(false);
      const inTheWay = error instanceof RequestFailedError && error.status === 409;
      instead = inTheWay;
      keep.hidden = !inTheWay;
      go.textContent = say(inTheWay ? "enter_code.go_instead" : "enter_code.go");
      complain(inTheWay ? say("enter_code.in_the_way") : refusal(error, speech), !inTheWay);
      if (inTheWay) keep.focus();
    } finally {
      go.disabled = false;
    }
  }

  async function submit(): Promise<void> {
    if (isByPasskey) return byPasskey();
    const code = readCode(input.value);
    if (!isWholeCode(code)) return complain(say("enter_code.incomplete", { needed: codeLength, count: code.length }), true);
    await enter(() => callApi("POST", "/api/come-back-code/redeem", { code, instead }));
  }

  async function byPasskey(): Promise<void> {
    isByPasskey = true;
    complain("", false);
    const { signIn } = await import("../../doors/client/passkeys.ts");
    await enter(() => signIn(instead));
    isByPasskey = instead;
  }

  function attempt(): void {
    if (!go.disabled) void submit();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    attempt();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    attempt();
  });
  input.addEventListener("input", () => {
    instead = false;
    isByPasskey = false;
    keep.hidden = true;
    go.textContent = say("enter_code.go");
    complain("", false);
  });
  return (await showDialog(dialog, fromLink ? go : input)) === "returned";
}
