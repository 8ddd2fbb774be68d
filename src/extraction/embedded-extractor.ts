import type { Area } from "../domain/area.ts";
import { nothingUsed } from "../domain/counts.ts";
import type { CandidateSkill, Extraction } from "../domain/finding.ts";
import type { Language } from "../domain/language.ts";
import type { Extractor, ToldOf } from "../domain/ports.ts";
import type { Evidence, Utterance } from "../domain/utterance.ts";
import { areaAt, areasOf, type ClauseArea } from "./areas.ts";
import { isBareAttachment, isBareFact } from "./bare-facts.ts";
import { onlyHelps } from "./bare-help.ts";
import { basicSkillsIn } from "./basic-skills.ts";
import { clausesOf, cueText } from "./clauses.ts";
import { type ReadClause, readClauses } from "./clause-status.ts";
import { credentialWords } from "./credential-kinds.ts";
import { credentialsIn } from "./credentials.ts";
import { isTranslating, languageNames, languagesIn, tongue, withoutLanguages } from "./language-skills.ts";
import { soundsDistressed } from "./distress.ts";
import { doneInLists } from "./do-lists.ts";
import { experiencesIn } from "./experiences.ts";
import { followUpsFor } from "./follow-ups.ts";
import { guessLanguage } from "./language-guess.ts";
import { doneAmong } from "./objects.ts";
import { cleaningSpelledOut } from "./cleaning-row.ts";
import { ownCareIn } from "./own-care.ts";
import { isDestination, isFreight, isPlace } from "./not-done.ts";
import { withItsDoing, withWhatItPointsAt } from "./leaning-clauses.ts";
import { childNamed } from "./pointed-at.ts";
import { withoutSlips } from "./slips.ts";
import { withoutPlanted } from "./planted.ts";
import { spelledOut } from "./search-wording.ts";
import { sensitiveSpans } from "./sensitive.ts";
import { cuesIn } from "./story-cues.ts";
import { withTopic } from "./topics.ts";
import { tradeWordIn } from "./trade-words.ts";
import { herWashed } from "./washing-her.ts";
import { wholeSentences } from "./whole-sentences.ts";
import { contentWordsIn, plain } from "./words.ts";

/** Reads utterances without a model: clauses, and rules for what is not the holder's skill. Dutch and English. */
export function createEmbeddedExtractor(): Extractor {
  return { extract: async (utterance, context) => extractEmbedded(utterance, context.language, context.goesOn ?? null) };
}

/** @param before what was told of in an earlier answer, and is gone on about */
export function extractEmbedded(utterance: Utterance, conversation: Language, before: ToldOf | null = null): Extraction {
  const { text, about } = utterance;
  const guessed = guessLanguage(text, conversation);
  const language: Language = guessed === "nl" || guessed === "en" ? guessed : conversation;
  const readable = guessed === null || guessed === "nl" || guessed === "en";
  const said = withoutPlanted(text);
  const clauses = readable ? readClauses(clausesOf(said, language), language, about) : [];
  const areas = areasOf(clauses, about, language);
  const sensitive = sensitiveSpans(text, language);
  const experiences = experiencesIn(text, clauses, areas, about, sensitive, language);
  const candidates = candidatesIn(utterance, clauses, areas, language);
  const aboutTopic = (candidate: CandidateSkill) => withTopic(candidate, { said, clauses, areas, experiences, sensitive, before });
  return {
    candidates: candidates.map(aboutTopic),
    sentences: wholeSentences({ utterance, readable: said, sensitive, language }, sentencesOf(clauses).values(), candidates).map(aboutTopic),
    experiences,
    ...(experiences.length === 0 ? { isNameless: true } : {}),
    credentials: credentialsIn(clauses, about).filter(
      (credential) => !sensitive.some(({ start, end }) => credential.title.includes(text.slice(start, end))),
    ),
    sensitive,
    followUps: followUpsFor(text, clauses, language),
    language: guessed,
    distress: soundsDistressed(text),
    source: { extractor: "embedded", model: null, promptHash: null },
    usage: nothingUsed,
  };
}

/** How far before a clause it is looked up whom "them" means, in UTF-16 units. */
const reach = 160;

function candidatesIn(utterance: Utterance, clauses: readonly ReadClause[], areas: readonly ClauseArea[], language: Language): CandidateSkill[] {
  const told = clauses.filter((clause) => clause.kind === "does");
  const sentences = sentencesOf(clauses);
  const inLists = listedDoings(sentences, language);
  const among = new Map([...sentences].map(([sentence, all]) => [sentence, doneAmong(all.map(({ text }) => text).join(" "), language)]));
  const spellCleaningOut = cleaningSpelledOut(utterance.text, language);
  const titles = told.some((clause) => clause.own || clause.doing) ? clauses.filter((clause) => clause.kind === "job_title") : [];
  return [...told, ...titles]
    .toSorted((a, b) => a.start - b.start)
    .flatMap((clause): CandidateSkill[] => {
      const about = areaAt(clause.start, clauses, areas, utterance.about);
      const span = withItsDoing(clause, clauses);
      const evidence = { utteranceId: utterance.id, ...span, quote: utterance.text.slice(span.start, span.end), about };
      const said = cueText(clause);
      const isLearning = about === "informal_learning" || about === "course" || about === "diploma";
      const basic = isLearning ? basicSkillsIn(clause.text, language) : [];
      const spoken = [...languagesIn(clause.text, said), ...basic].map((searched): CandidateSkill => ({
        nl: null,
        en: searched,
        enGeneral: null,
        evidence,
        told: "named",
        status: "does",
      }));
      const translates = isTranslating(said) && saysWhat(clause, clauses, utterance.about ?? about, language);
      if (spoken.length > 0 && !translates) return spoken;
      const before = plain(utterance.text.slice(Math.max(0, clause.start - reach), clause.start));
      const shown = cuesIn(said, language, before).map((cue): CandidateSkill => ({
        nl: null,
        en: cue.shows,
        enGeneral: null,
        evidence,
        told: cue.named.test(said) ? "named" : "shown",
        status: "does",
      }));
      const care = ownCareIn(said, utterance.text.slice(0, clause.start), language);
      const saying = care ?? tradeWordIn(clause.text, language);
      if (saying !== null) return [sayingOf(saying, evidence, language)];
      if ((!clause.own && isBareFact(said, clause.doing, language)) || isBareAttachment(said, language)) return shown;
      const row = spellCleaningOut(clause.text);
      const listed = row === clause.text && tasks.has(utterance.about ?? about) ? (inLists.get(clause) ?? null) : null;
      if (row === clause.text && listed === null && !saysWhat(clause, clauses, utterance.about ?? about, language)) return shown;
      const meant = row === clause.text ? (among.get(clause.sentence)?.(row) ?? row) : row;
      const full = listed ?? (meant === clause.text ? withWhatItPointsAt(clause, clauses, language) : meant);
      const earlier = utterance.text.slice(0, clause.start);
      const whom = language === "nl" ? herWashed(full, utterance.text, earlier, about) : full;
      const named = spelledOut(childNamed(whom, earlier, language), language);
      // The names of the languages would lead away from what is done with them.
      const wording = translates ? withoutLanguages(named) : named;
      return [
        { nl: language === "nl" ? wording : null, en: language === "en" ? wording : null, enGeneral: null, evidence, told: "named", status: "does" },
        ...shown,
        ...spoken.filter(({ en }) => en !== tongue[language]),
      ];
    });
}

/** A candidate that is searched for by an everyday saying. */
const sayingOf = (saying: string, evidence: Evidence, language: Language): CandidateSkill => ({
  nl: language === "nl" ? saying : null,
  en: language === "en" ? saying : null,
  enGeneral: null,
  evidence,
  told: "named",
  status: "does",
});

const paperwork = /\b(?:bewijs\p{L}*|diploma'?s?|certifica\p{L}*|papier(?:tje|en)?|avonden|lessen|levels?|examen|geslaagd|gezakt|evenings)\b/u;

/** Words enough to search with by themselves; school names, and bare wants, are not. */
function saysWhat(clause: ReadClause, all: readonly ReadClause[], about: Area, language: Language): boolean {
  const content = contentWordsIn(spelledOut(clause.text, language), language);
  if (
    content.length === 0 ||
    (languageNames(clause.text).length > 0 && !isTranslating(cueText(clause))) ||
    helpsWithNothingTold(clause, all, language)
  )
    return false;
  if ((about === "drives" || about === "diploma") && !(clause.own && clause.doing)) return false;
  if (about === "diploma" && credentialsIn([clause], about).length > 0) return false;
  if ((about === "course" || about === "diploma") && paperwork.test(withoutSlips(cueText(clause), credentialWords))) return false;
  if (isFreight(clause, all) || isDestination(clause, all)) return false;
  if (clause.own || clause.doing) return true;
  if (content.length === 1 && isPlace(clause.text)) return false;
  if (about === "behaviour") return false;
  // "rekenen" is all of an answer to what one can do now.
  if (content.length > 1 || (about === "informal_learning" && all.length === 1)) return true;
  // A single thing counts in a list of things done.
  return about === "hobby"
    ? isActivity(content[0] ?? "", language)
    : all.some((other) => other.sentence === clause.sentence && other !== clause && other.doing && !other.own && other.kind === "does");
}

/** Areas in which a bare word of a list is a task. */
const tasks: ReadonlySet<Area> = new Set(["paid_work", "self_employed", "volunteering", "family_care", "hobby"]);

/** The clauses of each sentence, by its number. */
const sentencesOf = (clauses: readonly ReadClause[]): ReadonlyMap<number, readonly ReadClause[]> => Map.groupBy(clauses, ({ sentence }) => sentence);

/** "vakken" in a list of what somebody does, in full, by clause. */
function listedDoings(sentences: ReturnType<typeof sentencesOf>, language: Language): ReadonlyMap<ReadClause, string> {
  return new Map(
    [...sentences.values()].flatMap((sentence) => {
      const done = doneInLists(
        sentence.map(({ text }) => text),
        language,
      );
      return sentence.flatMap((clause, at): [ReadClause, string][] => {
        const doing = clause.own ? null : (done[at] ?? null);
        return doing === null ? [] : [[clause, doing]];
      });
    }),
  );
}

/** "ik help hem", unless the sentence goes on to say with what: "ik help mijn buren, met formulieren". */
function helpsWithNothingTold(clause: ReadClause, all: readonly ReadClause[], language: Language): boolean {
  const next = all[all.indexOf(clause) + 1];
  const isToldNext = next !== undefined && next.sentence === clause.sentence && !next.own && !next.doing;
  return onlyHelps(clause.text, language) && !isToldNext;
}

const isActivity = (word: string, language: Language) =>
  language === "nl" ? /(?:en|bal|sport|tennis|muziek|dans|yoga)$/.test(word) : /(?:ing|ball|sport|tennis|music|dance|yoga)$/.test(word);

/** True where the embedded rules hear a skill of the speaker in the words. */
export function holdsSkill(text: string, language: Language): boolean {
  const clauses = readClauses(clausesOf(withoutPlanted(text), language), language, null);
  return candidatesIn({ id: "", text, about: null }, clauses, areasOf(clauses, null, language), language).length > 0;
}
