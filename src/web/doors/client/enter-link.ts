import { callApi, RequestFailedError } from "../../chat/client/api.ts";
import { showDialog } from "../../chat/client/dialogs.ts";
import { element } from "../../chat/client/dom.ts";
import type { PageSpeech } from "../../chat/client/words.ts";
import { pageLinkFragment } from "../../../domain/page-link.ts";

/** The one-time link that the address of the page brings along; it is taken out of the address bar at once. */
export function takeLinkFromAddress(): string | null {
  if (!location.hash.startsWith(pageLinkFragment)) return null;
  const link = location.hash.slice(pageLinkFragment.length);
  history.replaceState(null, "", location.pathname + location.search);
  return link;
}

/** Asks whether to go on with the passport that a link is of. @returns true: this device now has it */
export async function enterLink(link: string, speech: PageSpeech): Promise<boolean> {
  const { say } = speech;
  let instead = false;
  const problem = element("p", { class: "problem", role: "alert" });
  const go = element("button", { type: "button", class: "primary", click: () => void enter() }, say("enter_code.go"));
  const back = element("button", { type: "button", class: "quiet", click: () => dialog.close("") }, say("enter_code.back"));
  const dialog = element(
    "dialog",
    { "aria-labelledby": "link-title", "aria-describedby": "link-text" },
    element("h2", { id: "link-title" }, say("enter_link.title")),
    element("p", { id: "link-text" }, say("enter_link.text")),
    problem,
    element("div", { class: "dialog-buttons" }, back, go),
  );

  async function enter(): Promise<void> {
    go.disabled = true;
    try {
      await callApi("POST", "/api/page-link/redeem", { link, instead });
      return dialog.close("returned");
    } catch (error) {
      const status = error instanceof RequestFailedError ? error.status : 0;
      instead = status === 409;
      problem.textContent = say(status === 409 ? "enter_code.in_the_way" : status === 404 ? "enter_link.unknown" : "status.failed");
      if (status === 409) go.textContent = say("enter_code.go_instead");
      go.hidden = status === 404;
    } finally {
      go.disabled = false;
    }
  }

  return (await showDialog(dialog, go)) === "returned";
}
