import { ladder } from "../../../domain/ladder.ts";
import { element } from "../../chat/client/dom.ts";
import { inLanguage, type PageSpeech } from "../../chat/client/words.ts";
import type { ClaimView } from "../passport-view.ts";
import { stepName } from "./ladder.ts";

export const findKinds = ["all", "discovered", "transferable", "hidden"] as const;
export const findOrders = ["groups", "mine", "newest"] as const;

/** What the holder is looking for among the skills. Outlives drawing the passport anew. */
export interface Finding {
  text: string;
  status: string;
  kind: (typeof findKinds)[number];
  order: (typeof findOrders)[number];
}

export function findAll(): Finding {
  return { text: "", status: "all", kind: "all", order: "groups" };
}

export function isNarrowed({ text, status, kind }: Finding): boolean {
  return text.trim() !== "" || status !== "all" || kind !== "all";
}

const folded = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** All that somebody may remember of a skill: what it is called, what it means, what they said, the heading it stands under. */
function wordsOf(claim: ClaimView, speech: PageSpeech): string {
  const { label, headline, meaning, evidence, heading, merged = [] } = claim;
  const texts = [label, headline, meaning].flatMap((each) => (each ? [each.nl, each.en] : []));
  const doubles = merged.map((each) => inLanguage(each.claim.label, speech.language));
  const under = heading === null ? [] : [speech.say(`heading.${heading}`)];
  return folded([...texts, ...evidence.map(({ quote }) => quote), ...doubles, ...under].filter((each) => each !== null).join(" "));
}

/** Whether a skill is among what is looked for: every word that was typed is somewhere in it. */
export function isFound(claim: ClaimView, { text, status, kind }: Finding, speech: PageSpeech): boolean {
  if (status !== "all" && claim.status !== status) return false;
  if (kind === "discovered" && !claim.discovered) return false;
  if (kind === "transferable" && !claim.transferable) return false;
  if (kind === "hidden" && !claim.hidden) return false;
  const wanted = folded(text).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return true;
  const words = wordsOf(claim, speech);
  return wanted.every((word) => words.includes(word));
}

interface Choice<T extends string> {
  readonly id: string;
  readonly label: string;
  readonly options: readonly (readonly [T, string])[];
  readonly chosen: T;
  onChoose(value: T): void;
}

function choice<T extends string>({ id, label, options, chosen, onChoose }: Choice<T>): HTMLElement {
  const select = element("select", { id }, ...options.map(([value, text]) => element("option", { value, selected: value === chosen }, text)));
  select.addEventListener("change", () => {
    const found = options.find(([value]) => value === select.value);
    if (found) onChoose(found[0]);
  });
  return element("label", { for: id }, element("span", {}, label), select);
}

/** The boxes to look for skills with. @param onChange the skills below are to be shown anew */
export function finder(claims: readonly ClaimView[], finding: Finding, speech: PageSpeech, onChange: () => void): HTMLElement {
  const input = element("input", { type: "search", id: "find-text", value: finding.text, autocomplete: "off", enterkeyhint: "search" });
  input.addEventListener("input", () => {
    finding.text = input.value;
    onChange();
  });
  const there = ladder.filter((status) => status === finding.status || claims.some((claim) => claim.status === status));
  const statuses = [["all", speech.say("find.status_all")] as const, ...there.map((status) => [status, stepName(status, speech)] as const)];
  const choosesStatus = there.length > 1 || finding.status !== "all";
  const choices = [
    choice({
      id: "find-kind",
      label: speech.say("find.kind"),
      options: findKinds.map((kind) => [kind, speech.say(`find.kind_${kind}`)] as const),
      chosen: finding.kind,
      onChoose(kind) {
        finding.kind = kind;
        onChange();
      },
    }),
    choosesStatus
      ? choice<string>({
          id: "find-status",
          label: speech.say("find.status"),
          options: statuses,
          chosen: finding.status,
          onChoose(status) {
            finding.status = status;
            onChange();
          },
        })
      : null,
    choice({
      id: "find-order",
      label: speech.say("find.order"),
      options: findOrders.map((order) => [order, speech.say(`find.order_${order}`)] as const),
      chosen: finding.order,
      onChoose(order) {
        finding.order = order;
        onChange();
      },
    }),
  ];
  return element(
    "search",
    { class: "find" },
    element("label", { for: "find-text" }, element("span", {}, speech.say("find.label")), input),
    element("div", { class: "find-choices" }, ...choices),
  );
}
