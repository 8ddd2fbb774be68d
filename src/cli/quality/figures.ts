import type { PersonaCounts } from "../../extraction/evaluation.ts";
import type { TalkCounts } from "../../extraction/talk-evaluation.ts";
import type { RankOutcome } from "../../grounding/evaluation.ts";
import type { Figure, Share } from "./figure.ts";
import { mapValues } from "./map-values.ts";
import type { GateOutcome, Outcomes } from "./outcomes.ts";

/** Every figure there is, by set. The names of sets are kept apart from one another over all kinds of sets. */
export function figuresBySet({ ranked, agreement, gate, personas, interviews, talk }: Outcomes): Record<string, readonly Figure[]> {
  return {
    ...mapValues(ranked, rankedFigures),
    ...Object.fromEntries(Object.entries(agreement).map(([set, units]) => [`${set}_agreement`, agreementFigures(units)])),
    ...mapValues(gate, gateFigures),
    ...(Object.keys(personas).length > 0 ? { personas: personaFigures(personas) } : {}),
    ...(Object.keys(interviews).length > 0 ? { interviews: interviewFigures(interviews) } : {}),
    ...mapValues(talk, talkFigures),
  };
}

type Units<Outcome> = Readonly<Record<string, Outcome>>;

function figure<Outcome>(name: string, kind: Figure["kind"], units: Units<Outcome>, shareOf: (outcome: Outcome) => Share): Figure {
  return { name, kind, shares: new Map(Object.entries(units).map(([unit, outcome]) => [unit, shareOf(outcome)])) };
}

const one = (part: number | boolean): Share => ({ part: Number(part), whole: 1 });

/** hit@k: an accepted concept among the first k. MRR: 1 / place of the first accepted. RP@k: |first k ∩ gold| / min(k, |gold|). */
export function rankedFigures(units: Units<RankOutcome>): Figure[] {
  const hit = (k: number) => figure(`hit@${k}`, "share", units, ({ ranks: [first] }) => one(first !== undefined && first <= k));
  const rp = (k: number) => figure(`RP@${k}`, "share", units, ({ ranks, gold }) => one(ranks.filter((rank) => rank <= k).length / Math.min(k, gold)));
  return [
    hit(1),
    hit(5),
    hit(10),
    figure("MRR", "mean", units, ({ ranks: [first] }) => one(first === undefined ? 0 : 1 / first)),
    rp(5),
    rp(10),
    figure("offered to", "share", units, ({ offered }) => one(offered > 0)),
    figure("right of offered", "share", units, ({ offered, right }) => ({ part: right, whole: offered })),
  ];
}

export function agreementFigures(units: Units<boolean>): Figure[] {
  return [figure("same first", "share", units, one)];
}

export function gateFigures(units: Units<GateOutcome>): Figure[] {
  return [
    figure("abstained", "share", units, ({ holdsSkill, offered }) => ({ part: Number(!holdsSkill && !offered), whole: Number(!holdsSkill) })),
    figure("offered", "share", units, ({ holdsSkill, offered }) => ({ part: Number(holdsSkill && offered), whole: Number(holdsSkill) })),
  ];
}

/** As the scoring of `extract` names them: what is counted, of what. */
const personaShares: readonly (readonly [name: string, part: keyof PersonaCounts, whole: keyof PersonaCounts])[] = [
  ["coreInTaxonomy", "coreInTaxonomy", "core"],
  ["coreStrict", "coreStrict", "core"],
  ["coreLenient", "coreLenient", "core"],
  ["precision", "right", "offered"],
  ["precision5", "first5Right", "first5"],
  ["unconscious", "unconsciousFound", "unconscious"],
  ["unconsciousMarked", "unconsciousMarked", "unconscious"],
  ["credentials", "credentialsFound", "credentials"],
];

export function personaFigures(units: Units<PersonaCounts>): Figure[] {
  const counted = (name: string, kind: "mean" | "total", part: keyof PersonaCounts) => figure(name, kind, units, (counts) => one(counts[part]));
  return [
    ...personaShares.map(([name, part, whole]) => figure(name, "share", units, (counts) => ({ part: counts[part], whole: counts[whole] }))),
    counted("offersPerPersona", "mean", "offered"),
    counted("ownPerPersona", "mean", "own"),
    counted("forbidden", "total", "forbidden"),
    counted("leaks", "total", "leaks"),
    counted("badEvidence", "total", "badEvidence"),
    counted("extraCredentials", "total", "extraCredentials"),
  ];
}

/** The mean over all interviews of every number that one leaves; an interview without it does not count. */
export function interviewFigures(units: Units<Readonly<Record<string, number | null>>>): Figure[] {
  const names = new Set(Object.values(units).flatMap((numbers) => Object.keys(numbers)));
  return [...names].map((name) =>
    figure(name, "mean", units, (numbers) => {
      const number = numbers[name] ?? null;
      return number === null ? { part: 0, whole: 0 } : one(number);
    }),
  );
}

/** Of concepts; "judged" are those that a counsellor said something of. Own skills stand apart. */
export function talkFigures(units: Units<TalkCounts>): Figure[] {
  const judged = ({ right, half, wrong }: TalkCounts) => right + half + wrong;
  const offered = (counts: TalkCounts) => judged(counts) + counts.notJudged;
  return [
    figure("offers a talker", "mean", units, (counts) => one(offered(counts))),
    figure("right of judged", "share", units, (counts) => ({ part: counts.right, whole: judged(counts) })),
    figure("wrong of judged", "share", units, (counts) => ({ part: counts.wrong, whole: judged(counts) })),
    figure("not judged", "share", units, (counts) => ({ part: counts.notJudged, whole: offered(counts) })),
    figure("right found", "share", units, ({ right, fitting }) => ({ part: right, whole: fitting })),
    figure("own a talker", "mean", units, ({ own }) => one(own)),
  ];
}
