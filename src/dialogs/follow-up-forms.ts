import type { FollowUp } from "../domain/finding.ts";
import type { Experience } from "../domain/passport.ts";
import { normalise } from "./answers.ts";
import { isSchooling } from "./school-names.ts";

/** What kind of thing was told of: it decides how it can be asked on about. */
type Kind = "named" | "sentence" | "language" | "school";

/** A longer title is a whole story, or one that was cut off: a question about it would be hard to read. */
const longestName = 40;

export const isName = (title: string | undefined): title is string => title !== undefined && title.length <= longestName && !title.endsWith("…");

const languages =
  /\b(?:nederlands|engels|duits|frans|spaans|portugees|italiaans|turks|arabisch|koerdisch|berbers|tarifit|tamazight|farsi|perzisch|dari|pashto|urdu|hindi|somalisch|tigrinya|amhaars|pools|roemeens|bulgaars|russisch|oekraiens|chinees|mandarijn|kantonees|papiaments|fries|grieks|hongaars|dutch|english|german|french|spanish|portuguese|italian|turkish|arabic|kurdish|berber|persian|somali|amharic|polish|romanian|bulgarian|russian|ukrainian|chinese|mandarin|cantonese|papiamento|frisian|greek|hungarian|gebarentaal|sign language|talen|languages)\b/;
const ofLanguages =
  /^(?:(?:en|and|ook|also|goed|well|beetje|een|a|bit|little|klein|speaking|spreken|spreek|praten|praat|speak|talk|schrijven|lezen|read|write|of|the|de|het|in|op|on|i|ik|learned|leren|geleerd|road|straat|taal|language|several|verschillende|drie|vier|vijf|zes|zeven|three|four|five|six|seven|\d+)|)$/;

/** Who does it, or that something is so: a clause out of a story, and no name of anything. */
const clause =
  /\b(?:ik|we|wij|ze|hij|jij|je|dat|die|wat|is|was|waren|zijn|ben|heb|heeft|had|hadden|wordt|werd|zou|i|im|ive|id|you|he|she|they|it|its|thats|am|are|were|have|has|will|would|wasnt|isnt|dont|didnt|niet|geen|not|never|nooit)\b/;
const doneWith = /^(?:gestopt|opgehouden|begonnen|gekomen|gegaan|geboren|verhuisd|stopped|quit|came|went|moved|born)\b/;

/** "Engels en Frans": languages, and nothing besides. */
export function isOfLanguages(title: string): boolean {
  const plain = normalise(title);
  return languages.test(plain) && plain.split(" ").every((word) => languages.test(word) || ofLanguages.test(word));
}

function kindOf({ title, area }: Experience): Kind {
  const plain = normalise(title);
  const words = plain.split(" ");
  if (isOfLanguages(title)) return "language";
  if (isSchooling(title) && (words.length <= 4 || area === "course" || area === "diploma")) return "school";
  return !isName(title) || clause.test(plain) || doneWith.test(plain) ? "sentence" : "named";
}

/** What goes on now is not asked after as what was done. */
const goesOn = ({ area, end }: Experience, isOfToday: boolean) =>
  end === null && (isOfToday || ["hobby", "family_care", "volunteering"].includes(area));

/**
 * The form in which something is asked on about, as a key of the wording; null where no form makes sense.
 * @param isOfToday told when an ordinary day was asked for
 */
export function followUpForm(experience: Experience | undefined, followUp: FollowUp, isOfToday: boolean): string | null {
  // "Hoe deed je dat?" needs something that it can be about.
  if (!experience) return followUp === "how" || followUp === "learned" ? null : `follow_up.${followUp}`;
  const isWork = experience.area === "paid_work" || experience.area === "self_employed" || experience.area === "volunteering";
  const now = goesOn(experience, isOfToday) && followUp === "what" ? "_now" : "";
  switch (kindOf(experience)) {
    case "language":
      return null;
    case "school":
      if (followUp === "what") return "follow_up_school.what";
      return followUp === "result" ? "follow_up_about.result" : null;
    case "sentence":
      if (isWork && experience.organisation !== null && isName(experience.organisation)) return `follow_up_at${now}.${followUp}`;
      return followUp === "what" || followUp === "result" ? `follow_up${now}.${followUp}` : null;
    case "named":
      return `follow_up_about${now}.${followUp}`;
  }
}
