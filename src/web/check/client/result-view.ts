import type { CredentialProblem, ProblemCode } from "../../../review/credential-problems.ts";
import { element } from "../../chat/client/dom.ts";
import type { PageSpeech } from "../../chat/client/words.ts";
import { dayToShow } from "../../share/client/shared-view.ts";
import type { CheckAnswer, KnownIssuer } from "../check-api.ts";

const mostProblems = 20;

type Outcome = "verified" | "broken" | "unsigned" | "unknown";

const unsigned: readonly ProblemCode[] = ["not_signed", "nothing_signed"];
const broken: readonly ProblemCode[] = [
  "said_twice",
  "signature_broken",
  "not_yet_valid",
  "expired",
  "not_as_signed",
  "claim_changed",
  "endorsed_without",
];

/** Something that is not right weighs more than something that could not be read. */
export function outcomeOf({ verified, problems }: Pick<CheckAnswer, "verified" | "problems">): Outcome {
  if (verified) return "verified";
  const codes = problems.map(({ code }) => code);
  if (codes.some((code) => broken.includes(code))) return "broken";
  return codes.some((code) => unsigned.includes(code)) ? "unsigned" : "unknown";
}

function problemLine({ code, at }: CredentialProblem, { say }: PageSpeech): string {
  const problem = say(`problem.${code}`);
  const claim = /^claims\[(\d+)\]/.exec(at ?? "")?.[1];
  if (claim !== undefined) return say("at.claim", { number: Number(claim) + 1, problem });
  const endorsement = /^endorsement\[(\d+)\]/.exec(at ?? "")?.[1];
  return endorsement === undefined ? problem : say("at.endorsement", { number: Number(endorsement) + 1, problem });
}

function signer({ did, name, knownAs }: KnownIssuer, { say }: PageSpeech): HTMLElement {
  const key = knownAs === "unknown" && name === null ? "signer.unknown_no_name" : `signer.${knownAs}`;
  return element(
    "li",
    { class: `signer-${knownAs}` },
    element("p", {}, say(key, { name: name ?? "" })),
    element(
      "details",
      {},
      element("summary", {}, say("signer.key")),
      element("p", { class: "key" }, did),
      knownAs === "unknown" && element("p", { class: "hint" }, say("signer.key_why")),
    ),
  );
}

function whoSigned({ issuers, endorsers }: CheckAnswer, speech: PageSpeech): HTMLElement[] {
  const list = (signers: readonly KnownIssuer[]) => element("ul", { class: "rows" }, ...signers.map((each) => signer(each, speech)));
  return [
    element("h2", {}, speech.say("signer.heading")),
    list(issuers),
    ...(endorsers.length === 0 ? [] : [element("p", { class: "between" }, speech.say("signer.endorsers")), list(endorsers)]),
  ];
}

function proves({ say }: PageSpeech): HTMLElement[] {
  const lines = ["yes", "not_able", "not_whose", "not_now"].map((key) => element("li", {}, say(`proves.${key}`)));
  return [element("h2", {}, say("proves.heading")), element("ul", { class: "plain-list" }, ...lines)];
}

/** What was signed, as text: somebody else wrote it. */
function whatItSays({ says }: CheckAnswer, { say }: PageSpeech): HTMLElement[] {
  if (says === null) return [];
  const heading = element("h2", {}, say("says.heading"));
  if (says.kind === "endorsement") return [heading, element("p", { class: "said" }, says.comment)];
  const skills = says.skills.map(({ name, framework, description }) =>
    element(
      "li",
      {},
      element("p", { class: "row-title" }, name),
      description !== null && element("p", {}, description),
      element("p", { class: "hint" }, framework === null ? say("says.own") : say("says.framework", { framework })),
    ),
  );
  return [
    heading,
    ...(says.name === null ? [] : [element("p", { class: "between" }, say("says.name", { name: says.name }))]),
    skills.length === 0 ? element("p", {}, say("says.none")) : element("ul", { class: "rows" }, ...skills),
    ...(says.criteria === null
      ? []
      : [element("details", {}, element("summary", {}, say("says.criteria")), element("p", { class: "said" }, says.criteria))]),
  ];
}

/** What became of the check, and what it proves and does not prove. */
export function resultView(answer: CheckAnswer, speech: PageSpeech): HTMLElement[] {
  const { say, language } = speech;
  const { kind, problems, signedAt, withdrawn, verified } = answer;
  const outcome = outcomeOf(answer);
  const key = outcome === "verified" && kind === "passport" ? "verified_passport" : outcome;
  const shown = problems.slice(0, mostProblems).map((each) => element("li", {}, problemLine(each, speech)));
  const left = problems.length - shown.length;
  if (left > 0) shown.push(element("li", {}, say("result.more", { count: left })));
  const facts = [
    ...(verified && signedAt !== null ? [say("result.signed_on", { date: dayToShow(signedAt, language) })] : []),
    ...(withdrawn === 0 ? [] : [say(withdrawn === 1 ? "result.withdrawn_one" : "result.withdrawn_other", { count: withdrawn })]),
  ];
  return [
    element(
      "div",
      { class: `outcome outcome-${outcome}` },
      element("h1", { tabindex: -1 }, say(`result.${key}`)),
      element("p", {}, say(`result.${key}_why`)),
      shown.length > 0 && element("ul", { class: "plain-list" }, ...shown),
      ...facts.map((fact) => element("p", {}, fact)),
    ),
    ...(verified ? [...whoSigned(answer, speech), ...proves(speech), ...whatItSays(answer, speech)] : []),
  ];
}
