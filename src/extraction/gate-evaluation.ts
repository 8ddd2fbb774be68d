import type { Language } from "../domain/language.ts";
import type { SkillFinder } from "../domain/ports.ts";
import type { GoldMessage } from "./gold.ts";

/** How well the gate tells messages without a skill of the speaker from near misses. Shares 0..1, null where there is nothing to count. */
export interface GateFigures {
  /** Messages without a skill … */
  readonly free: number;
  /** … for which nothing was offered. */
  readonly abstained: number | null;
  /** Near misses, which do hold a skill … */
  readonly skill: number;
  /** … for which something was offered. */
  readonly offered: number | null;
}

/** Each message by itself, as the first thing somebody says. Own skills are no offer here: only concepts count. */
export async function evaluateGate(messages: readonly GoldMessage[], language: Language, finder: SkillFinder): Promise<GateFigures> {
  const count = { free: 0, abstained: 0, skill: 0, offered: 0 };
  for (const [index, { text, holdsSkill }] of messages.entries()) {
    const context = { language, question: null, known: [], alreadyOffered: new Set<string>() };
    const { findings } = await finder.find({ id: String(index), text, about: null }, context);
    const offers = findings.some(({ concept }) => concept !== null);
    count.free += Number(!holdsSkill);
    count.abstained += Number(!holdsSkill && !offers);
    count.skill += Number(holdsSkill);
    count.offered += Number(holdsSkill && offers);
  }
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);
  return { free: count.free, abstained: share(count.abstained, count.free), skill: count.skill, offered: share(count.offered, count.skill) };
}
