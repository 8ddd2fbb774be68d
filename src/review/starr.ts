import type { Experience } from "../domain/passport.ts";

/** Situation, task, action, result, reflection: the parts of a story that shows a skill. */
export const starrParts = ["situation", "task", "action", "result", "reflection"] as const;
export type StarrPart = (typeof starrParts)[number];

/** Words that tell of a part, in Dutch and English. Signs, not proof: a counsellor reads the words themselves. */
const cues: Readonly<Record<StarrPart, RegExp>> = {
  situation:
    /\b(toen|tijdens|sinds|bij (?:de|het|een|mijn|ons)|in (?:de|het|een|mijn|ons)|op (?:mijn|het|de) werk|thuis|elke|iedere|when|while|during|since|at (?:the|a|my|our)|in (?:the|a|my|our)|at (?:home|work)|every)\b/iu,
  task: /\b(moest|moet|taak|taken|verantwoordelijk|opdracht|zorg(?:de)? (?:ervoor|voor)|mijn rol|had to|have to|task|responsible|my role|in charge|assigned)\b/iu,
  action: /\b(ik|we|wij|i|i'm|i've)\s+\p{L}{2,}/iu,
  result:
    /\b(daardoor|waardoor|zodat|hierdoor|resultaat|uiteindelijk|lukte|gelukt|opgelost|tevreden|minder|sneller|beter|klaar|so that|as a result|result|which meant|worked|solved|happy|fewer|faster|better|finished)\b/iu,
  reflection:
    /\b(geleerd|leerde|achteraf|volgende keer|anders doen|trots|inzicht|merkte|besef(?:te)?|learn(?:ed|t)|looking back|next time|differently|proud|realised|realized|noticed)\b/iu,
};

/** Which parts nothing tells of, in the words that are there. The experience's place or time is a situation too.
 *  @param texts quotes and summaries as the reader sees them; none: nothing can be said, and nothing is missing */
export function missingStarrParts(texts: readonly string[], experience: Pick<Experience, "organisation" | "start"> | null): readonly StarrPart[] {
  if (texts.length === 0) return [];
  const all = texts.join("\n");
  const isPlaced = experience !== null && (experience.organisation !== null || experience.start !== null);
  return starrParts.filter((part) => !(part === "situation" && isPlaced) && !cues[part].test(all));
}
