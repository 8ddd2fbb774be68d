import { callApi, RequestFailedError } from "../../chat/client/api.ts";
import { element } from "../../chat/client/dom.ts";
import type { QueueEntry } from "../../../review/reviews.ts";
import { type Desk, dayOf } from "./desk.ts";
import { commentForm } from "./judge-forms.ts";

const states = ["new", "waiting", "answered"] as const;
type OpenEntry = Exclude<QueueEntry, { readonly state: "ended" }>;

function entryRow(entry: OpenEntry, { speech, openReview }: Desk): HTMLElement {
  const name = entry.shownAs ?? speech.say("queue.name");
  const { open, claims, waiting, answered, relation } = entry;
  const since = speech.say("queue.since", { date: dayOf(entry.boundAt, speech), relation });
  const counts = speech.say("queue.counts", { open, claims, waiting, answered, until: dayOf(entry.until, speech) });
  const label = `${speech.say("queue.open")}: ${name}`;
  return element(
    "li",
    { class: "entry" },
    element("div", {}, element("p", { class: "entry-name" }, name), element("p", { class: "hint" }, since), element("p", { class: "hint" }, counts)),
    element("button", { type: "button", class: "primary", "aria-label": label, click: () => void openReview(entry.id) }, speech.say("queue.open")),
  );
}

function endedRow(id: string, number: number, desk: Desk): HTMLElement {
  const { speech } = desk;
  const place = element("div", {});
  const ask = element(
    "button",
    {
      type: "button",
      class: "quiet",
      click: () =>
        place.replaceChildren(
          commentForm(desk, `ended-${id}`, speech.say("judge.because"), async (because) => {
            try {
              await callApi("POST", `/api/counsellor/reviews/${id}/withdraw`, { claimId: null, because });
              desk.tell(speech.say("status.saved"));
            } catch {
              desk.tell(speech.say("status.failed"));
            }
            place.replaceChildren(ask);
          }),
        ),
    },
    speech.say("queue.ended_withdraw"),
  );
  place.append(ask);
  return element("li", { class: "entry" }, element("p", {}, speech.say("queue.ended_entry", { number })), place);
}

/** The queue: what is to be reviewed, what waits for the holder, what was answered. */
export function showQueue(desk: Desk, entries: readonly QueueEntry[]): void {
  const { speech } = desk;
  const open = entries.filter((entry): entry is OpenEntry => entry.state !== "ended");
  const ended = entries.filter(({ state }) => state === "ended");
  const groups = states.map((state) => {
    const members = open.filter((entry) => entry.state === state);
    return element(
      "section",
      { "aria-labelledby": `queue-${state}` },
      element("h2", { id: `queue-${state}` }, speech.say(`queue.${state}`)),
      members.length === 0
        ? element("p", { class: "hint" }, speech.say("queue.none"))
        : element("ul", {}, ...members.map((entry) => entryRow(entry, desk))),
    );
  });
  const endedLine = speech.say(ended.length === 1 ? "queue.ended_one" : "queue.ended_other", { count: ended.length });
  desk.show(
    element("h1", { tabindex: -1 }, speech.say("queue.title")),
    entries.length === 0 ? element("p", {}, speech.say("queue.empty")) : null,
    ...(open.length > 0 ? groups : []),
    ended.length > 0
      ? element(
          "details",
          { class: "ended" },
          element("summary", {}, endedLine),
          element("ul", {}, ...ended.map(({ id }, index) => endedRow(id, index + 1, desk))),
        )
      : null,
  );
}

/** Takes up the grant of a link: first how the counsellor knows the holder. */
export function showTakeUp(desk: Desk, link: string): void {
  const { speech } = desk;
  const input = element("input", { id: "relation", maxlength: 80, required: true, autocomplete: "off", "aria-describedby": "relation-hint" });
  const form = element(
    "form",
    { class: "edit" },
    element("label", { for: "relation" }, speech.say("take_up.relation")),
    input,
    element("p", { id: "relation-hint", class: "hint" }, speech.say("take_up.relation_hint")),
    element("p", {}, element("button", { type: "submit", class: "primary" }, speech.say("take_up.go"))),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    callApi("POST", "/api/counsellor/reviews", { link, relation: input.value.trim() }).then(
      (answer) => void desk.openReview(String(Reflect.get(Object(answer), "id"))),
      (error: unknown) => {
        desk.tell(speech.say(error instanceof RequestFailedError && error.status === 404 ? "take_up.unknown" : "status.failed"));
      },
    );
  });
  desk.show(element("h1", { tabindex: -1 }, speech.say("take_up.title")), element("p", {}, speech.say("take_up.intro")), form);
}
