import { isValidated } from "./ladder.ts";
import type { Language } from "./language.ts";
import type { Claim } from "./passport.ts";
import { seenClaims, titleToShow } from "./told-lines.ts";

/** Words by key ("profile.on_my_own"), with `{parameters}`; from `prompts/page.*.yaml`. */
export type SayProfile = (key: string, params?: Readonly<Record<string, string | number>>) => string;

export type ProfileClaim = Pick<Claim, "uri" | "label" | "type" | "level" | "status" | "hidden">;

/** How many skills are named; more is no longer a short text. */
const mostNamed = 15;

const levelSentences = ["i_teach_it", "on_my_own", "with_help"] as const;

function lowered(text: string): string {
  // "ICT" and "Engels" keep their capitals; a sentence's own does not.
  return /^\p{Lu}\p{Ll}+(?:\s|$)/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** What a skill is called in the middle of a sentence; words of the holder's in the other language stand as a quote. */
function nameIn({ label, uri }: ProfileClaim, language: Language): string {
  const own = label[language];
  if (own !== null) return uri === null ? lowered(titleToShow(own)) : own;
  const other = label[language === "nl" ? "en" : "nl"];
  return other === null ? "" : `“${uri === null ? titleToShow(other) : other}”`;
}

/** "a, b en c" */
function listed(names: readonly string[], say: SayProfile): string {
  const [last, ...before] = names.toReversed();
  return last === undefined || before.length === 0 ? (last ?? "") : say("profile.and", { first: before.toReversed().join(", "), last });
}

function isLanguageLevel({ level }: ProfileClaim): boolean {
  return level?.scheme === "cefr";
}

function kindOf(claim: ProfileClaim): string {
  if (isLanguageLevel(claim)) return "languages";
  if (claim.type === "knowledge") return "knowledge";
  return claim.level?.scheme === "plain" && levelSentences.some((each) => each === claim.level?.value) ? claim.level.value : "skills";
}

/** A short text about somebody, made of what is confirmed and not hidden, in the order of the passport; and of nothing else:
 *  each skill by its name and its own level, who stands for it, and that the rest is the holder's own word. Empty without skills. */
export function profileText(claims: readonly ProfileClaim[], language: Language, say: SayProfile): string {
  const seen = seenClaims(claims).filter((claim) => nameIn(claim, language) !== "");
  const named = seen.slice(0, mostNamed);
  if (named.length === 0) return "";
  const names = (chosen: readonly ProfileClaim[]) => {
    const each = chosen.map((claim) =>
      isLanguageLevel(claim) ? `${nameIn(claim, language)} (${claim.level?.value ?? ""})` : nameIn(claim, language),
    );
    return listed([...new Set(each)], say);
  };
  const sentence = (key: string, chosen: readonly ProfileClaim[]) => (chosen.length === 0 ? [] : [say(`profile.${key}`, { skills: names(chosen) })]);
  const byKind = [...levelSentences, "skills", "knowledge", "languages"].flatMap((kind) =>
    sentence(
      kind,
      named.filter((claim) => kindOf(claim) === kind),
    ),
  );
  const left = seen.length - named.length;
  const more = left === 0 ? [] : [say(left === 1 ? "profile.more_one" : "profile.more_other", { count: left })];
  const validated = named.filter(({ status }) => isValidated(status));
  const endorsed = named.filter(({ status }) => status === "endorsed");
  const evidenced = named.filter(({ status }) => status === "evidenced");
  const isAllOwnWord = validated.length === 0 && endorsed.length === 0;
  const isAnyOwnWord = validated.length + endorsed.length < named.length;
  const standing = [
    ...sentence("validated", validated),
    ...sentence("endorsed", endorsed),
    ...sentence("evidenced", evidenced),
    ...(isAnyOwnWord ? [say(isAllOwnWord ? "profile.all_own_word" : "profile.rest_own_word")] : []),
  ];
  return [[...byKind, ...more].join(" "), standing.join(" ")].join("\n\n");
}
