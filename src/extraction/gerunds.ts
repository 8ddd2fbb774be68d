import { isDoing } from "./verbs.ts";
import { plain } from "./words.ts";

/** Verbs that are things as well: a doing only before a word that leads to a thing ("paint the houses", not "paint shop"). */
const things =
  /^(?:care|help|work|cook|wash|iron|clean|call|phone|count|sweep|mop|order|deliver|drive|lift|load|pack|stack|sort|scan|measure|cut|draw|paint|saw|drill|weld|lay|plaster|tile|dig|plant|harvest|pick|weed|feed|milk|groom|look|coach|train|talk|listen|answer|interpret|plan|lead|run|check|test|watch|keep|mind|play|dance|shoot|film|design|program|code|set|change|pour|welcome|comfort|calm|share|take|put|hang|do|hire|recruit|ban|raid|cast|stream|mix|grow|brew|pickle|book|invoice|register|type|mail|post|catalogue|catalog|wave|brief|wire|solder|dress|chair|raise|rent|tie|show|guide|cover|settle|water|chop|peel|grill|fry|roast|wrap|label|handle|process|buy|give|babysit)$/;
const leads = /^(?:the|my|our|a|an|some|all|people|children|kids|old|new)$/;
/** What no doing is done to, standing next to it. */
const notDoneTo =
  /^(?:it|him|her|them|that|this|these|those|and|or|in|at|on|for|with|to|from|by|of|up|out|off|as|into|about|after|over|sure|well|good|very|everything|anything|nothing|always|sometimes|often|only|also|there|here|money|me|us|you)$/;
const shortVowel = /^[^aeiou]*[aeiou][^aeiouwxy]$/;

function gerundOf(verb: string): string {
  if (verb.endsWith("ie")) return `${verb.slice(0, -2)}ying`;
  if (/[^aeiouy]e$|[aeiou][^aeiou]e$/.test(verb) && !verb.endsWith("ee")) return `${verb.slice(0, -1)}ing`;
  return shortVowel.test(verb) ? `${verb}${verb.slice(-1)}ing` : `${verb}ing`;
}

/** "make baklava for the neighbours" → "making baklava for the neighbours"; in doubt it stays as it was told. */
export function namedByGerund(said: string): string {
  const [first = "", next = "", ...rest] = said.split(/\s+/);
  const verb = plain(first);
  const object = plain(next);
  const isBase = isDoing(verb, "en") && isDoing(`${verb}s`, "en") && !/(?:ing|ed)$/.test(verb);
  if (!isBase || object === "" || rest.length > 6 || /[^\p{L}\p{N}' -]/u.test(said)) return said;
  if (notDoneTo.test(object) || (things.test(verb) && !leads.test(object))) return said;
  if (rest.some((word) => /^(?:and|or|but|because|that|which|who|when|if|i|we|so|then|not)$/i.test(word))) return said;
  return [gerundOf(verb), next, ...rest].join(" ");
}
