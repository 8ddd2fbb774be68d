import type { Finding, FoundExperience } from "../domain/finding.ts";
import type { Offer } from "../domain/offer.ts";
import type { Credential } from "../domain/passport.ts";
import { tellsOfWork } from "./answers.ts";
import { beginsWithNone } from "./denials.ts";
import type { Found, Outcome } from "./events.ts";
import { onMissingTold } from "./goal-told.ts";
import { howToChange } from "./how-to-change.ts";
import { resume } from "./interruption.ts";
import { alike, keepCredentials, keepExperiences, keepOffers, keepOwnText } from "./keep-found.ts";
import { maxOwnTextLength, maxTitleLength, shorten, withoutSpans } from "./kept-text.ts";
import { offerNext, startRound } from "./offers.ts";
import { ask, askAgain, say, withState } from "./outcome.ts";
import { afterRound, askFollowUp, finishPart } from "./parts.ts";
import { comfort } from "./rest.ts";
import { summaryOf } from "./questions.ts";
import { thingNames, thingsOf } from "./things.ts";
import { isOfToldBefore } from "./told-before.ts";
import { keepSteps } from "./told-beside.ts";
import { touchedElsewhere } from "./told-elsewhere.ts";
import { areaOf, type Interview } from "./state.ts";
import { asksForOwnText, isAim, keepGoals, wishesIn } from "./wishes.ts";

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
  // Who has told of this part already, and now of nothing that is done, is not asked for it once more.
  const isNone = beginsWithNone(event.utterance.text);
  if (isNone && state.asking.step === "follow_up") return afterRound(reactTo(counted, event), event.at);
  if (emptyAnswers === 1 && !isNone && !asked.includes("what") && state.asking.step !== "more") {
    return askFollowUp(withState(counted, { followUps: { asked, wanted: ["what"] } }), "what");
  }
  return finishPart(reactTo(counted, event), event.at);
}

/** How something went, asked of an experience in which a skill was found already, or of which was told what was done. */
function isToldOf({ asking, experienceId, offers, followUps }: Interview): boolean {
  if (asking.step !== "follow_up" || asking.followUp === "what" || experienceId === null) return false;
  const isDoing = asking.followUp !== "how" && followUps.asked.some((each) => each === "what" || each === "how");
  return isDoing || offers.some((offer) => offer.experienceId === experienceId && offer.state === "confirmed");
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
  // An offer that was taken up again came between: back to what was being asked.
  const next = said.state.interrupted ? resume(said) : (offerNext(said) ?? afterRound(said, event.at));
  // What is asked next waits until somebody feels like it.
  return event.findings.distress ? comfort({ ...next, messages: said.messages }) : next;
}

function isAnswered({ asking, offers }: Interview): boolean {
  if (asking.step !== "offer") return false;
  return asking.left === true || offers.some(({ id, state }) => id === asking.offerId && (state === "rejected" || state === "confirmed"));
}

/** A reason given with a no is about what was told, and no experience of its own. */
function isRefused({ asking, offers }: Interview): boolean {
  return asking.step === "offer" && offers.some(({ id, state }) => id === asking.offerId && state === "rejected");
}

/** "ja, notuleren deed ik ook": more of the work that the card was heard in, and no other, unless it says so. */
function withoutDoingsOf(event: Found, { asking, experiences, offers }: Interview): Found {
  const offer = asking.step === "offer" ? offers.find(({ id, state }) => id === asking.offerId && state === "confirmed") : undefined;
  const about = experiences.find(({ id }) => id === offer?.experienceId);
  if (!about || tellsOfWork(event.utterance.text)) return event;
  const isOther = ({ area, organisation, isAnother }: FoundExperience) => area !== about.area || organisation !== null || isAnother === true;
  return { ...event, findings: { ...event.findings, experiences: event.findings.experiences.filter(isOther) } };
}

/** Says that what was told is kept: then what was heard in it is offered yet. */
function promise(outcome: Outcome, heard: readonly Offer[]): Outcome {
  const promised = [...outcome.state.promised, ...heard.map(({ id }) => id)];
  return say(withState(outcome, { promised }), "offer.noted");
}

/** Something told while an offer, all that waits, or a summary is to be answered: what it holds is kept for later. */
function onAside(outcome: Outcome, event: Found): Outcome {
  const answered = isAnswered(outcome.state);
  if (event.findings.distress && !answered) return comfort(outcome);
  if (isUnread(event) && !answered) return askAgain(say(outcome, "language.unread"));
  // Nobody asked for an experience here: words in which nothing is found are none, unless they say that somebody worked.
  const isStory = event.findings.findings.length + event.findings.credentials.length > 0 || tellsOfWork(event.utterance.text);
  const isKept = isStory && (!isRefused(outcome.state) || tellsOfWork(event.utterance.text));
  const steps = isRefused(outcome.state) ? outcome : keepSteps(outcome, event);
  const aside = isKept ? keepExperiences(outcome, withoutDoingsOf(event, outcome.state)) : { outcome: steps, told: [] };
  const papers = touchedElsewhere(keepCredentials(aside.outcome, event), event.findings.credentials, event.utterance.text);
  const read = keepOffers(papers, event, aside.told);
  // What was being told of is asked on about, and not what was said beside it.
  const { experienceId } = outcome.state;
  const told = experienceId === null ? read : withState(read, { experienceId });
  const heard = withState(told, { round: { ...told.state.round, heardIn: [...told.state.round.heardIn, event.utterance.id] } });
  if (answered) return onMoreRead(heard, event, outcome.state.credentials);
  const fresh = heard.state.offers.filter(({ id }) => !outcome.state.offers.some((before) => before.id === id));
  const more = fresh.length > 0 || heard.claimEvents.length > outcome.claimEvents.length;
  const kept = more ? promise(heard, fresh) : heard;
  if (heard.state.asking.step === "offer") return ask(kept, { ...heard.state.asking, unsure: true });
  // Who goes on telling has nothing to put right: the form makes way for the summary, which a yes ends.
  if (heard.state.asking.step === "summary_change") return ask(more ? kept : say(heard, "noted.heard"), { step: "summary", part: heard.state.part });
  if (more || ["waiting_offers", "document", "document_change"].includes(heard.state.asking.step))
    return askAgain(more ? kept : say(heard, "offer.please_answer"));
  const { part } = heard.state;
  const shown = thingsOf(summaryOf(heard.state, part)).flatMap(thingNames);
  // A form of something else than what was meant would only confuse.
  if (isOfToldBefore(event.utterance.text, shown)) return askAgain(say(heard, "noted.heard"));
  return howToChange(heard, { step: "summary_change", part });
}

/** What somebody would like is no skill: it is kept as a goal, where it is not the answer that was asked for. */
function keepWishes(outcome: Outcome, event: Found): { readonly outcome: Outcome; readonly event: Found } {
  const { text } = event.utterance;
  const { wishes } = wishesIn(text);
  if (wishes.length === 0) return { outcome, event };
  const isWished = ({ evidence }: Finding) => wishes.some(({ start, end }) => start <= evidence.start && evidence.end <= end);
  const findings = event.findings.findings.filter((finding) => !isWished(finding));
  const without = { ...event, findings: { ...event.findings, findings } };
  const asksForText = asksForOwnText(outcome.state);
  // Asked what they like, somebody may tell what they want to learn or become: then it need not be told once more.
  const goals = wishes.filter(({ start, end }) => !asksForText || (outcome.state.part === "motive" && isAim(text.slice(start, end))));
  if (goals.length === 0) return { outcome, event: without };
  const texts = goals.map(({ start, end }) => {
    const within = event.findings.sensitive.filter((span) => span.start < end && span.end > start);
    const shifted = within.map((span) => ({ start: Math.max(0, span.start - start), end: span.end - start }));
    return shorten(withoutSpans(text.slice(start, end), shifted), maxOwnTextLength);
  });
  const known = event.passport.wants.map((want) => want.text);
  return { outcome: keepGoals(outcome, texts, known, event.at), event: without };
}

/**
 * What one is proud of, or learned, is said of the experience that was asked about. Of another part of life it makes an
 * experience only where it holds a skill, or says that somebody worked.
 */
function withoutRemarks(event: Found, { asking, experiences, experienceId, part }: Interview): Found {
  const current = experiences.find(({ id }) => id === experienceId);
  const { findings, utterance } = event;
  if (asking.step !== "follow_up" || !current || findings.findings.length > 0 || tellsOfWork(utterance.text)) return event;
  const isOfIt = ({ area }: FoundExperience) => area === current.area || area === areaOf(part);
  return { ...event, findings: { ...findings, experiences: findings.experiences.filter(isOfIt) } };
}

/** Who was asked what they did, and told it step by step, is not asked for the steps. */
function withoutSteps(outcome: Outcome, { findings }: Found): Outcome {
  const { asking, followUps } = outcome.state;
  if (asking.step !== "follow_up" || findings.findings.length === 0 || findings.followUps.includes("how")) return outcome;
  return withState(outcome, { followUps: { ...followUps, wanted: followUps.wanted.filter((each) => each !== "how") } });
}

/** The findings of an utterance: kept, and the best of them put to the holder. Pure. */
export function onFound(before: Outcome, read: Found): Outcome {
  const { outcome, event } = keepWishes(before, read);
  const { findings } = event;
  if (outcome.state.asking.step === "tell_missing") return onMissingTold(outcome, event);
  if (["offer", "waiting_offers", "summary", "summary_change", "document", "document_change"].includes(outcome.state.asking.step))
    return onAside(outcome, event);
  const newExperience = outcome.state.asking.step === "more" || outcome.state.asking.step === "open";
  let next = newExperience
    ? withState(outcome, { experienceId: null, followUps: { asked: [], wanted: findings.followUps } })
    : withoutSteps(outcome, event);
  next = keepOwnText(next, event);
  const { outcome: kept, told } = keepExperiences(next, withoutRemarks(event, outcome.state));
  next = touchedElsewhere(keepCredentials(kept, event), findings.credentials, event.utterance.text);
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
