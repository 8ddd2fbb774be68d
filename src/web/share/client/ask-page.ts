import { callApi, RequestFailedError, textIn } from "../../chat/client/api.ts";
import { element } from "../../chat/client/dom.ts";
import type { PageSpeech } from "../../chat/client/words.ts";
import { copyLink } from "./copy-link.ts";

/** Lets somebody ask to see a passport. It tells nothing about the passport, not even whether there is one. */
export function startAskPage(root: HTMLElement, status: HTMLElement, speech: PageSpeech): void {
  const { say } = speech;
  let sent: string | null = null;
  const name = element("input", { id: "ask-name", maxlength: 120, required: true, autocomplete: "organization" });
  const purpose = element("textarea", { id: "ask-purpose", maxlength: 200, rows: 3, required: true });

  function draw(): void {
    if (sent !== null) {
      const words = { label: say("ask.link"), copy: say("ask.copy"), copied: say("ask.copied") };
      const title = element("h1", { tabindex: -1 }, say("ask.sent_title"));
      root.replaceChildren(title, element("p", {}, say("ask.sent")), copyLink(sent, "ask-link", words));
      title.focus();
      return;
    }
    const form = element(
      "form",
      { class: "fields" },
      element("label", { for: name.id }, say("ask.name")),
      name,
      element("label", { for: purpose.id }, say("ask.purpose")),
      purpose,
      element("button", { type: "submit", class: "primary" }, say("ask.send")),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void send();
    });
    root.replaceChildren(element("h1", { tabindex: -1 }, say("ask.heading")), element("p", {}, say("ask.intro")), form);
  }

  async function send(): Promise<void> {
    status.textContent = "";
    try {
      const from = { name: name.value.trim(), purpose: purpose.value.trim() };
      sent = textIn(await callApi("POST", "/api/requests", { link: location.hash.slice(1), from }), "link");
      draw();
    } catch (error) {
      const known = error instanceof RequestFailedError ? error.status : 0;
      // A link that was cut off in an e-mail is refused as unusable: for who asks it is the same.
      status.textContent = say(known === 404 || known === 400 ? "ask.gone" : known === 429 ? "ask.wait" : "share.failed");
    }
  }

  speech.onChange(draw);
  draw();
}
