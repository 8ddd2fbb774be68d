import { callApi, listIn, textIn, valueIn } from "../../chat/client/api.ts";
import { confirmed } from "../../chat/client/dialogs.ts";
import { reloadAnd } from "../../chat/client/told-after-reload.ts";
import { createDisclosures } from "../../chat/client/disclosures.ts";
import { element } from "../../chat/client/dom.ts";
import type { PageSpeech } from "../../chat/client/words.ts";
import { makePasskey } from "./passkeys.ts";
import { arePasskeysPossible } from "./passkeys-possible.ts";

export interface DoorsPanel {
  refresh(): Promise<void>;
}

export interface DoorsActions {
  /** Shows the code to come back with. */
  readonly keepCode: () => void;
  /** Ends the session on this device, after asking. */
  readonly wipe: () => void;
  /** Erases all there is of the holder, after asking. */
  readonly erase: () => void;
}

/** The holder's part about coming back: ways back, where one is signed in, and the conversations there were. */
export function createDoors(root: HTMLElement, speech: PageSpeech, actions: DoorsActions): DoorsPanel {
  const { say } = speech;
  const told = element("p", { class: "announced", role: "status" });
  const content = element("div", {});
  root.replaceChildren(content, told);

  const day = (iso: string | null) =>
    iso === null ? "" : new Date(iso).toLocaleDateString(speech.language, { day: "numeric", month: "long", year: "numeric" });
  const button = (label: string, click: () => void, kind = "quiet") => element("button", { type: "button", class: kind, click }, label);
  const row = (text: string, ...buttons: (HTMLElement | null)[]) => element("li", { class: "door" }, element("span", {}, text), ...buttons);

  /** @param doneKey what is told once it is done */
  async function act(work: () => Promise<unknown>, doneKey: string): Promise<void> {
    told.textContent = "";
    try {
      await work();
      await refresh();
      told.textContent = say(doneKey);
    } catch {
      told.textContent = say("status.failed");
    }
  }

  async function make(): Promise<void> {
    told.textContent = "";
    try {
      await makePasskey();
    } catch {
      told.textContent = say("doors.passkey_failed");
      return;
    }
    await refresh();
    told.textContent = say("doors.passkey_made");
  }

  /** What has to be said to the bot in Teams, so that it uses this passport there. */
  async function showTeamsLink(beside: HTMLElement): Promise<void> {
    told.textContent = "";
    try {
      const answer = await callApi("POST", "/api/teams-link", { language: speech.language });
      const opening = element("a", { href: textIn(answer, "url") ?? "", target: "_blank", rel: "noopener noreferrer" }, say("doors.teams_open"));
      beside.replaceChildren(
        element("p", {}, say("doors.teams_how")),
        element("p", {}, element("code", { class: "teams-message" }, textIn(answer, "message") ?? "")),
        element("p", {}, opening),
        element("p", { class: "hint" }, say("doors.teams_read")),
      );
    } catch {
      told.textContent = say("status.failed");
    }
  }

  function teamsLink(): HTMLElement {
    const beside = element("div", { role: "status" });
    return element(
      "div",
      {},
      element("p", { class: "hint" }, say("doors.teams")),
      button(say("doors.teams_go"), () => void showTeamsLink(beside)),
      beside,
    );
  }

  function waysBack(answer: unknown): HTMLElement {
    const passkeys = listIn(answer, "passkeys");
    const codeMadeAt = textIn(answer, "codeMadeAt");
    const canMake = arePasskeysPossible() && valueIn(answer, "hasSomething") === true;
    const code = say(codeMadeAt === null ? "doors.no_code" : "doors.code", { date: day(codeMadeAt) });
    return element(
      "div",
      {},
      codeMadeAt === null && passkeys.length === 0 ? element("p", { class: "hint" }, say("doors.intro")) : null,
      element(
        "ul",
        { class: "doors" },
        row(code, button(say("menu.code"), actions.keepCode)),
        ...passkeys.map((each) => {
          const id = textIn(each, "id") ?? "";
          const name = say("doors.passkey", { date: day(textIn(each, "madeAt")) });
          const remove = button(say("doors.remove"), () => void act(() => callApi("POST", `/api/passkeys/${id}/remove`, {}), "doors.removed"));
          remove.setAttribute("aria-label", `${say("doors.remove")}: ${name}`);
          return row(name, remove);
        }),
      ),
      canMake ? button(say("doors.make_passkey"), () => void make()) : null,
      canMake ? element("p", { class: "hint" }, say("doors.passkey_hint")) : null,
      valueIn(answer, "inTeams") === true ? teamsLink() : null,
    );
  }

  function devices(answer: unknown): HTMLElement {
    const sessions = listIn(answer, "sessions");
    const rows = sessions.map((each) => {
      const id = textIn(each, "id") ?? "";
      const isThis = valueIn(each, "isThis") === true;
      const device = say(`doors.device_${textIn(each, "device") ?? "other"}`);
      const name = say(isThis ? "doors.this_device" : "doors.other_device", { device, date: day(textIn(each, "seenOn")) });
      const end = button(say("doors.sign_out"), () => void act(() => callApi("POST", `/api/sessions/${id}/end`, {}), "doors.signed_out"));
      end.setAttribute("aria-label", `${say("doors.sign_out")}: ${name}`);
      return row(name, isThis ? button(say("menu.wipe"), actions.wipe) : end);
    });
    const others = button(say("doors.sign_out_others"), () => void act(() => callApi("POST", "/api/sessions/end-others", {}), "doors.signed_out"));
    return element("div", {}, element("ul", { class: "doors" }, ...rows), rows.length > 1 ? others : null);
  }

  async function eraseOne(id: string, isCurrent: boolean): Promise<void> {
    const question = { title: say("doors.erase_title"), text: say("doors.erase_text"), yes: say("doors.erase_yes") };
    if (!(await confirmed(question, speech))) return;
    await act(async () => {
      await callApi("POST", `/api/conversations/${id}/erase`, {});
      // What stands on the page is of that conversation.
      if (isCurrent) reloadAnd("doors.erased");
    }, "doors.erased");
  }

  async function begin(): Promise<void> {
    await act(async () => {
      await callApi("POST", "/api/conversations", {});
      location.reload();
    }, "status.saved");
  }

  function talks(answer: unknown): HTMLElement {
    const rows = listIn(answer, "conversations").map((each) => {
      const id = textIn(each, "id") ?? "";
      const isCurrent = valueIn(each, "isCurrent") === true;
      const from = textIn(each, "from");
      const name = say(isCurrent ? "doors.talk_now" : from === null ? "doors.talk_empty" : "doors.talk", {
        from: day(from),
        until: day(textIn(each, "until")),
      });
      const erase = button(say("doors.erase"), () => void eraseOne(id, isCurrent));
      erase.setAttribute("aria-label", `${say("doors.erase")}: ${name}`);
      return row(name, erase);
    });
    return element(
      "div",
      {},
      element("p", { class: "hint" }, say("doors.talks_intro")),
      element("ul", { class: "doors" }, ...rows),
      button(say("doors.new_talk"), () => void begin()),
    );
  }

  const disclose = createDisclosures();
  const part = (key: string, inner: HTMLElement) => disclose(`doors-${key}`, say(`doors.${key}`), () => [inner]);

  async function refresh(): Promise<void> {
    const [answer, conversations] = await Promise.all([callApi("GET", "/api/doors"), callApi("GET", "/api/conversations")]);
    const focused = content.contains(document.activeElement) ? document.activeElement?.closest("details")?.querySelector("summary")?.id : undefined;
    content.replaceChildren(
      element("h3", {}, say("doors.title")),
      part("ways", waysBack(answer)),
      part("devices", devices(answer)),
      part("talks", talks(conversations)),
      button(say("menu.erase"), actions.erase, "danger"),
    );
    if (focused !== undefined) document.getElementById(focused)?.focus({ preventScroll: true });
  }

  return { refresh };
}
