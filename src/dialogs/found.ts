import type { Finding, FoundCredential, FoundExperience } from "../domain/finding.ts";
import { offerKey, type Offer } from "../domain/offer.ts";
import { type Credential, type Experience, settledKeys } from "../domain/passport.ts";
import type { Area } from "../domain/area.ts";
import type { Evidence, Span } from "../domain/utterance.ts";
import { tellsOfWork } from "./answers.ts";
import type { Found, Outcome } from "./events.ts";
import { ask, askAgain, emit, freshId, say, withState } from "./outcome.ts";
import { withinLimits } from "./offer-limits.ts";
import { saysSomething } from "./own-words.ts";
import { offerNext, startRound } from "./offers.ts";
import { afterRound, askFollowUp, finishPart, touch } from "./parts.ts";
import { saveCredential, saveExperience } from "./records.ts";
import { comfort } from "./rest.ts";
import { areaOf, type Interview } from "./state.ts";
import { asksForOwnText, keepGoals, wishesIn } from "./wishes.ts";

const maxTitleLength = 60;
const maxOwnTextLength = 600;

function shorten(text: string, most: number): string {
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain.length <= most) return plain;
  const cut = plain.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2))}…`;
}

/** The text without what may not be kept. */
export function withoutSpans(text: string, spans: readonly Span[]): string {
  let kept = "";
  let at = 0;
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    if (span.start > at) kept += text.slice(at, span.start);
    if (span.end > at) {
      kept += "…";
      at = span.end;
    }
  }
  return (kept + text.slice(at)).replace(/\s+/g, " ").trim();
}

function alike(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** Where what is told is asked about: the part's area, which in a follow-up stands for that of the experience. */
function isFollowedUp({ asking, part }: Interview, experience: Experience | undefined, area: Area): boolean {
  return asking.step === "follow_up" && experience !== undefined && (experience.area === area || area === areaOf(part));
}

const isElsewhere = (a: Experience, b: FoundExperience) =>
  a.organisation !== null && b.organisation !== null && !alike(a.organisation, b.organisation);

/** @param isOther it is another than the one that is being told of */
function keepExperience(outcome: Outcome, found: FoundExperience, isOther: boolean, at: string): Outcome {
  const { state } = outcome;
  const current = state.experiences.find((each) => each.id === state.experienceId);
  const same =
    state.experiences.find((each) => each.area === found.area && alike(each.title, shorten(found.title, maxTitleLength))) ??
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

function keepExperiences(outcome: Outcome, event: Found): { readonly outcome: Outcome; readonly told: readonly ToldExperience[] } {
  let next = outcome;
  const told: ToldExperience[] = [];
  for (const found of event.findings.experiences) {
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
  const isSchooling = (part === "course" || part === "diploma") && event.findings.credentials.length > 0;
  if (!about || isSchooling || (next.state.experienceId && next.state.asking.step !== "more")) return next;
  if (experiences.length > 0 || part === "drives" || part === "behaviour") return next;
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

function keepOffers(outcome: Outcome, event: Found, experiences: readonly ToldExperience[]): Outcome {
  let next = outcome;
  const known = new Set([...outcome.state.offers.map(offerKey), ...settledKeys(event.passport)]);
  for (const finding of event.findings.findings) {
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

function keepCredentials(outcome: Outcome, event: Found): Outcome {
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
function keepOwnText(outcome: Outcome, event: Found): Outcome {
  const { part, asking } = outcome.state;
  if (asking.step !== "open" || (part !== "motive" && part !== "goal" && part !== "who")) return outcome;
  const text = shorten(withoutSpans(event.utterance.text, event.findings.sensitive), maxOwnTextLength);
  if (!saysSomething(text)) return outcome;
  const [numbered, id] = freshId(outcome, part);
  if (part === "who") return emit(numbered, { type: "who_set", at: event.at, who: { id, text } });
  return emit(numbered, { type: "want_set", at: event.at, want: { id, kind: part, text, occupationUri: null } });
}

/** Nothing was found: ask once for something concrete, then go on. */
function onNothingFound(outcome: Outcome, event: Found): Outcome {
  const { state } = outcome;
  const emptyAnswers = state.emptyAnswers + 1;
  const counted = withState(outcome, { emptyAnswers });
  if (isUnread(event) && emptyAnswers === 1) return askAgain(say(counted, "language.unread"));
  if (state.part === "motive" || state.part === "goal" || state.part === "who") return finishPart(reactTo(counted, event), event.at);
  // What one is proud of or learned of a thing told need not hold a skill: it was asked for, and it is heard.
  if (isToldOf(state)) return afterRound(say(withState(outcome, { emptyAnswers: 0 }), "noted.heard"), event.at);
  const asked = state.followUps.asked;
  if (emptyAnswers === 1 && !asked.includes("what")) {
    return askFollowUp(withState(counted, { followUps: { asked, wanted: ["what"] } }), "what");
  }
  return finishPart(reactTo(counted, event), event.at);
}

/** How something went, asked of an experience in which a skill was found already. */
function isToldOf({ asking, experienceId, offers }: Interview): boolean {
  return (
    asking.step === "follow_up" &&
    asking.followUp !== "what" &&
    experienceId !== null &&
    offers.some((offer) => offer.experienceId === experienceId && offer.state === "confirmed")
  );
}

/** A word about what was just told, where no offer takes it up: nobody is answered with the next question alone. */
function reactTo(outcome: Outcome, event: Found): Outcome {
  const { state, claimEvents } = outcome;
  const { credentials, experiences, findings } = event.findings;
  // What adds to an experience that was there has a name already.
  const isNew = ({ title }: FoundExperience) =>
    claimEvents.some((each) => each.type === "experience_set" && alike(each.experience.title, shorten(title, maxTitleLength)));
  const ownText = claimEvents.some(({ type }) => type === "want_set" || type === "who_set");
  if (ownText) return say(outcome, `noted.${state.part === "motive" || state.part === "who" ? state.part : "goal"}`);
  if (credentials.length > 0) return say(outcome, "noted.credential", { title: credentials.map(({ title }) => title).join(", ") });
  const experience = experiences.find(isNew);
  if (experience) return say(outcome, "noted.experience", { title: shorten(experience.title, maxTitleLength) });
  return say(outcome, findings.length + experiences.length > 0 ? "noted.heard" : "noted.thanks");
}

function isUnread({ findings }: Found): boolean {
  return findings.source.extractor === "embedded" && findings.language !== null && !["nl", "en"].includes(findings.language);
}

/** Nothing else is to be asked of an offer that was answered with more words: what they tell is kept, and it goes on. */
function onMoreRead(outcome: Outcome, event: Found, known: readonly Credential[]): Outcome {
  const { state } = outcome;
  const titles = state.credentials.filter(({ id }) => !known.some((each) => each.id === id)).map(({ title }) => title);
  const said = titles.length > 0 ? say(outcome, "noted.credential", { title: titles.join(", ") }) : outcome;
  const next = offerNext(said) ?? afterRound(said, event.at);
  // What is asked next waits until somebody feels like it.
  return event.findings.distress ? comfort({ ...next, messages: said.messages }) : next;
}

function isAnswered({ asking, offers }: Interview): boolean {
  return asking.step === "offer" && offers.some(({ id, state }) => id === asking.offerId && (state === "rejected" || state === "confirmed"));
}

/** Something told while an offer, all that waits, or a summary is to be answered: what it holds is kept for later. */
function onAside(outcome: Outcome, event: Found): Outcome {
  const answered = isAnswered(outcome.state);
  if (event.findings.distress && !answered) return comfort(outcome);
  if (isUnread(event) && !answered) return askAgain(say(outcome, "language.unread"));
  // Nobody asked for an experience here: words in which nothing is found are none, unless they say that somebody worked.
  const isStory = event.findings.findings.length + event.findings.credentials.length > 0 || tellsOfWork(event.utterance.text);
  const kept = isStory ? keepExperiences(outcome, event) : { outcome, told: [] };
  const told = keepOffers(keepCredentials(kept.outcome, event), event, kept.told);
  const heard = withState(told, { round: { ...told.state.round, heardIn: [...told.state.round.heardIn, event.utterance.id] } });
  if (answered) return onMoreRead(heard, event, outcome.state.credentials);
  const more =
    heard.state.offers.some(({ id }) => !outcome.state.offers.some((before) => before.id === id)) ||
    heard.claimEvents.length > outcome.claimEvents.length;
  if (more || ["offer", "waiting_offers"].includes(heard.state.asking.step))
    return askAgain(say(heard, more ? "offer.noted" : "offer.please_answer"));
  return ask(say(heard, "summary.how_to_change"), { step: "summary_change", part: heard.state.part });
}

/** What somebody would like is no skill: it is kept as a goal, where it is not the answer that was asked for. */
function keepWishes(outcome: Outcome, event: Found): { readonly outcome: Outcome; readonly event: Found } {
  const { text } = event.utterance;
  const { wishes } = wishesIn(text);
  if (wishes.length === 0) return { outcome, event };
  const isWished = ({ evidence }: Finding) => wishes.some(({ start, end }) => start <= evidence.start && evidence.end <= end);
  const findings = event.findings.findings.filter((finding) => !isWished(finding));
  const without = { ...event, findings: { ...event.findings, findings } };
  if (asksForOwnText(outcome.state)) return { outcome, event: without };
  const texts = wishes.map(({ start, end }) => {
    const within = event.findings.sensitive.filter((span) => span.start < end && span.end > start);
    const shifted = within.map((span) => ({ start: Math.max(0, span.start - start), end: span.end - start }));
    return shorten(withoutSpans(text.slice(start, end), shifted), maxOwnTextLength);
  });
  const known = event.passport.wants.map((want) => want.text);
  return { outcome: keepGoals(outcome, texts, known, event.at), event: without };
}

/** The findings of an utterance: kept, and the best of them put to the holder. Pure. */
export function onFound(before: Outcome, read: Found): Outcome {
  const { outcome, event } = keepWishes(before, read);
  const { findings } = event;
  if (["offer", "waiting_offers", "summary", "summary_change"].includes(outcome.state.asking.step)) return onAside(outcome, event);
  const newExperience = outcome.state.asking.step === "more" || outcome.state.asking.step === "open";
  let next = newExperience ? withState(outcome, { experienceId: null, followUps: { asked: [], wanted: findings.followUps } }) : outcome;
  next = keepOwnText(next, event);
  const { outcome: kept, told } = keepExperiences(next, event);
  next = keepCredentials(kept, event);
  next = keepOffers(next, event, told);
  const { part } = next.state;
  if (findings.distress) {
    return ask(say(next, "distress.kind"), { step: "enough", part, isKind: true });
  }
  const found = findings.findings.length + findings.credentials.length + findings.experiences.length;
  if (found === 0) return onNothingFound(next, event);
  next = startRound(withState(next, { emptyAnswers: 0 }), event.utterance.id);
  return offerNext(next) ?? afterRound(reactTo(next, event), event.at);
}
