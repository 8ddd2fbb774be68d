import type { Area } from "../domain/area.ts";
import type { FoundCredential, FoundExperience } from "../domain/finding.ts";
import { isCondition, pointsBack, saysNoBusiness } from "../domain/fragments.ts";
import { offerKey, type Offer } from "../domain/offer.ts";
import { type Credential, type Experience, settledKeys } from "../domain/passport.ts";
import type { Evidence } from "../domain/utterance.ts";
import { tellsOfWork } from "./answers.ts";
import type { Found, Outcome } from "./events.ts";
import { maxOwnTextLength, maxTitleLength, shorten, withoutSpans } from "./kept-text.ts";
import { withinLimits } from "./offer-limits.ts";
import { emit, freshId, withState } from "./outcome.ts";
import { saysSomething } from "./own-words.ts";
import { touch } from "./parts.ts";
import { isUnasked } from "./questions.ts";
import { saveCredential, saveExperience } from "./records.ts";
import { areaOf, type Interview } from "./state.ts";

export function alike(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** Where what is told is asked about: the part's area, which in a follow-up stands for that of the experience. */
function isFollowedUp({ asking, part }: Interview, experience: Experience | undefined, area: Area): boolean {
  return asking.step === "follow_up" && experience !== undefined && (experience.area === area || area === areaOf(part));
}

const isElsewhere = (a: Experience, b: FoundExperience) =>
  a.organisation !== null && b.organisation !== null && !alike(a.organisation, b.organisation);

/** Of these there is one at a time that sentences without a place, a role or a person of their own go on about. */
const goesOn: ReadonlySet<Area> = new Set(["paid_work", "self_employed", "family_care"]);

/**
 * The experience that a doing told without a name of its own belongs to: of its part of life the present one, else the last;
 * where not even the part of life is told, the present one. After "another hobby?" it is another.
 */
export function stepOf({ asking, experiences, experienceId }: Interview, found: FoundExperience): Experience | undefined {
  if (found.isStep !== true) return undefined;
  const current = experiences.find(({ id }) => id === experienceId);
  if (found.isUnplaced === true && current) return current;
  const asksForAnother = (asking.step === "more" || asking.step === "open") && !goesOn.has(found.area);
  if (asksForAnother) return undefined;
  return current?.area === found.area ? current : experiences.findLast(({ area }) => area === found.area);
}

/** @param isOther it is another than the one that is being told of */
function keepExperience(outcome: Outcome, found: FoundExperience, isOther: boolean, at: string): Outcome {
  const { state } = outcome;
  const current = state.experiences.find((each) => each.id === state.experienceId);
  const same =
    state.experiences.find((each) => each.area === found.area && alike(each.title, shorten(found.title, maxTitleLength))) ??
    (isOther ? undefined : stepOf(state, found)) ??
    (current && !isOther && isFollowedUp(state, current, found.area) && !isElsewhere(current, found) ? current : undefined);
  if (same) {
    const more: Experience = {
      ...same,
      organisation: same.organisation ?? found.organisation,
      start: same.start ?? found.start,
      end: same.end ?? found.end,
    };
    return withState(saveExperience(outcome, more, at), { experienceId: same.id });
  }
  const [numbered, id] = freshId(outcome, "experience");
  const experience: Experience = {
    id,
    area: found.area,
    title: shorten(found.title, maxTitleLength),
    organisation: found.organisation,
    start: found.start,
    end: found.end,
    summary: null,
    noSkills: false,
  };
  const kept = saveExperience(numbered, experience, at);
  return touch(withState(kept, { experienceId: id, toSummarise: [...kept.state.toSummarise, id] }), found.area);
}

/** An experience, and where in the utterance it was told of. */
interface ToldExperience {
  readonly id: string | null;
  readonly found: FoundExperience;
}

/** "nee. maar op vrijdag krijg ik de chauffeurs", asked after a business: more of the job that was told before, where there is one. */
function jobGoneOnAbout({ asking, experiences }: Interview, said: string): Experience | undefined {
  if (asking.step !== "open" || asking.part !== "self_employed" || !saysNoBusiness(said) || tellsOfWork(said)) return undefined;
  return experiences.findLast(({ area }) => area === "paid_work");
}

export function keepExperiences(outcome: Outcome, event: Found): { readonly outcome: Outcome; readonly told: readonly ToldExperience[] } {
  let next = outcome;
  const told: ToldExperience[] = [];
  const job = jobGoneOnAbout(outcome.state, event.utterance.text);
  for (const found of event.findings.experiences) {
    if (job && found.area === job.area && found.organisation === null && found.isAnother !== true) {
      next = withState(next, { experienceId: job.id });
      told.push({ id: job.id, found });
      continue;
    }
    // Of several jobs only the first can be the one that was asked on about.
    const isOther = found.isAnother === true || told.some((each) => each.found.area === found.area);
    next = keepExperience(next, found, isOther, event.at);
    told.push({ id: next.state.experienceId, found });
  }
  return { outcome: aboutTheFirst(next, outcome.state.experiences.length, event), told };
}

/** Which experience is asked on about: the first of several; what was found outside any makes one of its own. */
function aboutTheFirst(outcome: Outcome, before: number, event: Found): Outcome {
  const { experiences, findings } = event.findings;
  let next = outcome;
  const first = next.state.experiences[before];
  if (first && experiences.length > 1) next = withState(next, { experienceId: first.id });
  const part = areaOf(next.state.part);
  const about = findings[0]?.evidence;
  // What was learned at school or in a course is no experience of its own.
  const isSchooling = part === "course" || part === "diploma" || about?.about === "course" || about?.about === "diploma";
  if (!about || isSchooling || (next.state.experienceId && next.state.asking.step !== "more")) return next;
  if (experiences.length > 0 || part === "drives" || part === "behaviour") return next;
  // A step or a condition holds a skill perhaps, and is no name of anything.
  if (isCondition(about.quote) || (pointsBack(about.quote, next.state.language) && !/\b(?:ik|i)\b/i.test(about.quote))) return next;
  if (event.findings.isNameless === true) {
    const last = next.state.experiences.findLast(({ area }) => area === about.about);
    return last ? withState(next, { experienceId: last.id }) : next;
  }
  const untitled = { area: about.about, title: about.quote, organisation: null, start: null, end: null };
  return keepExperience(next, untitled, false, event.at);
}

/** The experience that evidence belongs to: the one told of in the same stretch, else the present one, else the last of that area. */
function experienceFor(outcome: Outcome, { about: area, start }: Evidence, told: readonly ToldExperience[]): string | null {
  const { experiences, experienceId } = outcome.state;
  const around = told.find(({ found }) => found.area === area && found.told && found.told.start <= start && start < found.told.end);
  if (around) return around.id;
  const current = experiences.find((each) => each.id === experienceId);
  if (current && (current.area === area || isFollowedUp(outcome.state, current, area))) return current.id;
  return experiences.findLast((each) => each.area === area)?.id ?? current?.id ?? null;
}

export function keepOffers(outcome: Outcome, event: Found, experiences: readonly ToldExperience[]): Outcome {
  let next = outcome;
  const known = new Set([...outcome.state.offers.map(offerKey), ...settledKeys(event.passport)]);
  for (const finding of event.findings.findings) {
    const again = next.state.offers.find((each) => offerKey(each) === offerKey(finding) && isUnasked(next.state, each));
    if (again) {
      // It comes now, with the words just said.
      const fresh: Offer = { ...again, ...finding, experienceId: experienceFor(next, finding.evidence, experiences), source: event.findings.source };
      next = withState(next, { offers: next.state.offers.map((each) => (each.id === again.id ? fresh : each)) });
    }
    if (known.has(offerKey(finding))) continue;
    known.add(offerKey(finding));
    const [numbered, id] = freshId(next, "offer");
    const offer: Offer = {
      ...finding,
      id,
      state: "waiting",
      experienceId: experienceFor(numbered, finding.evidence, experiences),
      source: event.findings.source,
    };
    next = withState(numbered, { offers: [...numbered.state.offers, offer] });
  }
  return withState(next, { offers: withinLimits(next.state) });
}

function sameCredential(a: FoundCredential, b: FoundCredential): boolean {
  return alike(a.title, b.title) || a.title.toLowerCase().includes(b.title.toLowerCase()) || b.title.toLowerCase().includes(a.title.toLowerCase());
}

export function keepCredentials(outcome: Outcome, event: Found): Outcome {
  let next = outcome;
  for (const found of event.findings.credentials) {
    const known = next.state.credentials.find((each) => sameCredential(each, found));
    if (known) {
      const more: Credential = {
        ...known,
        institution: known.institution ?? found.institution,
        date: known.date ?? found.date,
        level: known.level ?? found.level,
        finished: known.finished ?? found.finished,
      };
      next = saveCredential(next, more, event.at);
      continue;
    }
    const [numbered, id] = freshId(next, "credential");
    next = saveCredential(withState(numbered, { toSummarise: [...numbered.state.toSummarise, id] }), { id, ...found }, event.at);
  }
  return next;
}

/** What somebody wants, or says of themselves, is kept in their own words. */
export function keepOwnText(outcome: Outcome, event: Found): Outcome {
  const { part, asking } = outcome.state;
  if (asking.step !== "open" || (part !== "motive" && part !== "goal" && part !== "who")) return outcome;
  const text = shorten(withoutSpans(event.utterance.text, event.findings.sensitive), maxOwnTextLength);
  if (!saysSomething(text)) return outcome;
  const [numbered, id] = freshId(outcome, part);
  if (part === "who") return emit(numbered, { type: "who_set", at: event.at, who: { id, text } });
  return emit(numbered, { type: "want_set", at: event.at, want: { id, kind: part, text, occupationUri: null } });
}
