import { startAuthentication, startRegistration } from "@simplewebauthn/browser";
import { callApi, textIn, valueIn } from "../../chat/client/api.ts";
import { element } from "../../chat/client/dom.ts";
import type { Desk } from "./desk.ts";

type CreationOptions = Parameters<typeof startRegistration>[0]["optionsJSON"];
type RequestOptions = Parameters<typeof startAuthentication>[0]["optionsJSON"];

function heading(text: string): HTMLElement {
  return element("h1", { tabindex: -1 }, text);
}

/** The screen of somebody who is not signed in. @param refused a sign-in elsewhere just failed  @param linkWaits a review's link was opened */
export async function showSignIn(desk: Desk, { refused, linkWaits }: { refused: boolean; linkWaits: boolean }): Promise<void> {
  const { speech } = desk;
  const hasProvider = valueIn(await callApi("GET", "/api/counsellor/ways"), "oidc") === true;
  async function passkey(): Promise<void> {
    try {
      const optionsJSON = (await callApi("POST", "/api/counsellor/passkey", {})) as RequestOptions;
      await callApi("POST", "/api/counsellor/passkey/finish", { response: await startAuthentication({ optionsJSON }) });
      await desk.openQueue();
    } catch {
      desk.tell(speech.say("sign_in.passkey_failed"));
    }
  }
  const quiet = hasProvider ? "quiet" : "primary";
  desk.show(
    heading(speech.say("sign_in.title")),
    element("p", {}, speech.say(linkWaits ? "sign_in.link_waits" : "sign_in.intro")),
    refused ? element("p", { class: "problem", role: "alert" }, speech.say("sign_in.refused")) : null,
    element(
      "p",
      { class: "row" },
      hasProvider ? element("a", { href: "/counsellor/sign-in", class: "button primary" }, speech.say("sign_in.oidc")) : null,
      element("button", { type: "button", class: quiet, click: () => void passkey() }, speech.say("sign_in.passkey")),
    ),
  );
}

/** Making a passkey with a one-time invitation. @param invitation the secret of its link */
export async function showInvitation(desk: Desk, invitation: string): Promise<void> {
  const { speech } = desk;
  const unusable = () => desk.show(heading(speech.say("sign_in.title")), element("p", { class: "problem" }, speech.say("invitation.used")));
  let begun: unknown;
  try {
    begun = await callApi("POST", "/api/counsellor/invitation", { invitation });
  } catch {
    return unusable();
  }
  async function make(): Promise<void> {
    try {
      // A challenge lives five minutes; somebody may have read longer than that.
      const again = await callApi("POST", "/api/counsellor/invitation", { invitation });
      const response = await startRegistration({ optionsJSON: valueIn(again, "options") as CreationOptions });
      await callApi("POST", "/api/counsellor/invitation/finish", { invitation, response });
      await desk.openQueue();
    } catch {
      desk.tell(speech.say("sign_in.passkey_failed"));
    }
  }
  desk.show(
    heading(speech.say("invitation.title", { name: textIn(begun, "name") ?? "" })),
    element("p", {}, speech.say("invitation.intro", { organisation: textIn(begun, "organisation") ?? "" })),
    element("p", {}, element("button", { type: "button", class: "primary", click: () => void make() }, speech.say("invitation.make"))),
  );
}
