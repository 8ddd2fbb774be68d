import { callApi, listIn, RequestFailedError, textIn, valueIn } from "../../chat/client/api.ts";
import { byId, element } from "../../chat/client/dom.ts";
import { setUpLanguageButtons } from "../../chat/client/language-buttons.ts";
import { createSpeech, isLanguage, readEmbeddedWords } from "../../chat/client/words.ts";
import { isToDo } from "../../../review/claim-state.ts";
import type { QueueEntry } from "../../../review/reviews.ts";
import type { ReviewView } from "../../../review/review-view.ts";
import type { Desk } from "./desk.ts";
import { showQueue, showTakeUp } from "./queue.ts";
import { type ReviewScreen, showReview } from "./review.ts";
import { showInvitation, showSignIn } from "./sign-in.ts";

/** A review that was taken back goes off the screen within this time. */
const checkEveryMs = 15_000;
/** A link that waits for somebody to sign in: in this tab alone, until it is taken up. */
const linkKey = "skillsgesprek-link";

const pageLanguage = document.documentElement.lang;
const speech = createSpeech(readEmbeddedWords(), isLanguage(pageLanguage) ? pageLanguage : "nl");
const main = byId("desk", HTMLElement);
const account = byId("account", HTMLElement);
const status = byId("desk-status", HTMLElement);
let redraw: () => void = () => undefined;
let openId: string | null = null;
/** Of the review on the screen: another one once the holder changed something. */
let shownMark: string | null = null;
let update: ReviewScreen["update"] | null = null;

/** What the address brought along; it leaves the address bar at once. */
function takeFromAddress(): { readonly invitation: string | null } {
  const secret = decodeURIComponent(location.hash.slice(1));
  if (secret === "") return { invitation: null };
  history.replaceState(null, "", location.pathname);
  if (secret.startsWith("invite=")) return { invitation: secret.slice("invite=".length) };
  sessionStorage.setItem(linkKey, secret);
  return { invitation: null };
}

function drawAccount(me: unknown): void {
  const out = (path: string, key: string) =>
    element(
      "button",
      { type: "button", class: "quiet", click: () => void callApi("POST", path, {}).then(desk.signedOut, desk.signedOut) },
      speech.say(key),
    );
  const who = speech.say("account.who", { name: textIn(me, "name") ?? "", organisation: textIn(me, "organisation") ?? "" });
  account.replaceChildren(
    element("span", { class: "who" }, who),
    out("/api/counsellor/sign-out", "account.out"),
    out("/api/counsellor/sign-out-everywhere", "account.everywhere"),
  );
}

const desk: Desk = {
  speech,

  show(heading, ...content) {
    main.replaceChildren(heading, ...content.filter((each) => each !== null));
    status.textContent = "";
    heading.focus({ preventScroll: true });
  },

  tell(line) {
    status.textContent = line;
  },

  async openQueue() {
    openId = null;
    redraw = () => void desk.openQueue();
    try {
      drawAccount(await callApi("GET", "/api/counsellor/me"));
      const link = sessionStorage.getItem(linkKey);
      if (link !== null) {
        sessionStorage.removeItem(linkKey);
        redraw = () => showTakeUp(desk, link);
        return showTakeUp(desk, link);
      }
      showQueue(desk, listIn(await callApi("GET", "/api/counsellor/reviews"), "reviews") as readonly QueueEntry[]);
    } catch (error) {
      await failed(error);
    }
  },

  async openReview(id) {
    try {
      // Asked for before the review, so that a change in between is seen at the next check.
      shownMark = textIn(await callApi("GET", `/api/counsellor/reviews/${id}/open`), "mark");
      const review = (await callApi("GET", `/api/counsellor/reviews/${id}`)) as ReviewView;
      const isBeside = valueIn(await callApi("GET", `/api/counsellor/reviews/${id}/beside`), "beside") === true;
      openId = id;
      redraw = () => void desk.openReview(id);
      const first = review.claims.findIndex(({ state }) => isToDo(state));
      ({ update } = showReview(desk, review, { from: Math.max(first, 0), isBeside }));
    } catch (error) {
      await failed(error);
    }
  },

  async signedOut() {
    openId = null;
    account.replaceChildren();
    const refused = document.body.dataset["refused"] === "true";
    delete document.body.dataset["refused"];
    redraw = () => void desk.signedOut();
    await showSignIn(desk, { refused, linkWaits: sessionStorage.getItem(linkKey) !== null });
  },
};

async function failed(error: unknown): Promise<void> {
  const code = error instanceof RequestFailedError ? error.status : 0;
  if (code === 401 || code === 403) return desk.signedOut();
  if (code === 404 && openId !== null) await desk.openQueue();
  desk.tell(speech.say(code === 404 ? "status.gone" : "status.failed"));
}

/** Blanks a review whose grant ended, or whose session did, while it is on the screen; shows what the holder changed meanwhile. */
async function check(): Promise<void> {
  const id = openId;
  if (id === null) return;
  try {
    const mark = textIn(await callApi("GET", `/api/counsellor/reviews/${id}/open`), "mark");
    if (mark === shownMark) return;
    const review = (await callApi("GET", `/api/counsellor/reviews/${id}`)) as ReviewView;
    // What somebody is typing stays for now: it is tried again at the next check.
    if (openId === id && update?.(review)) shownMark = mark;
  } catch (error) {
    if (error instanceof RequestFailedError) await failed(error);
  }
}

setUpLanguageButtons(speech);
speech.onChange(() => redraw());
window.addEventListener("hashchange", () => void begin());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") void check();
});
window.setInterval(() => void check(), checkEveryMs);

async function begin(): Promise<void> {
  const { invitation } = takeFromAddress();
  if (invitation === null) return desk.openQueue();
  redraw = () => void showInvitation(desk, invitation);
  await showInvitation(desk, invitation);
}

void begin();
