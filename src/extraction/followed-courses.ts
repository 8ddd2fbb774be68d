import type { ConceptCard } from "../domain/concept.ts";
import type { Evidence } from "../domain/utterance.ts";
import { plain } from "./words.ts";

/** Words of who was taught something, or has a paper for it. */
const learned =
  /cursus|workshop|opleiding|(?<!\p{L})opgeleid|bijscholing|masterclass|boot ?camp|e-?learning|certifi|diploma|rijbewijs|(?<!\p{L})(?:bhv|ehbo|vca|haccp)(?!\p{L})|(?<!\p{L})(?:op|naar|volg\p{L}*) (?:\p{L}+ ){0,2}\p{L}*les(?:sen)?(?!\p{L})|(?<!\p{L})\p{L}*les(?:sen)? (?:gehad|gekregen|genomen|gevolgd)(?!\p{L})|(?<!\p{L}|of )courses?(?!\p{L})|(?<!\p{L})(?:training|classes|licen[cs]e|trained|qualified|qualifications?|code 95|(?:had|took|taken|attended|went to) (?:\p{L}+ ){0,3}lessons?)(?!\p{L})/u;

/** Who gives a course, or sees to it that others learn, or learned just that. */
const teaches =
  /(?<!\p{L})(?:geef|geeft|geven|gaf|gegeven|verzorg\p{L}*|lesgev\p{L}*|les te geven|onderwij\p{L}*|docent\p{L}*|lerar\p{L}*|leraar|juf|meester|trainer|instruct\p{L}*|coach\p{L}*|begeleid\p{L}*|uitleg\p{L}*|leg|help\p{L}*|hielp|\p{L}*geholpen|(?:leer|leerde|leren) (?:ik )?(?:ze|hun|hen|hem|haar|mensen|anderen|kinderen|nieuwe|jonge)|train(?:s|ers?)?|getraind|inwerk\p{L}*|pedagog\p{L}*|didacti\p{L}*|teach\p{L}*|taught|tutor\p{L}*|give|gives|gave|giving|run|runs|running|ran|explain\p{L}*|show(?:ed|s)?|educat\p{L}*|pedagogy|(?:training|trained|opleiding|opgeleid) (?:\p{L}+ )?(?:new|other|others|people|staff|them|him|her|colleagues|volunteers|drivers|nieuwe|anderen|collega'?s|mensen|ze|hun|hen)|(?:training|opleiding|inwerken) (?:of|van) (?:\p{L}+ ){0,2}\p{L}+(?:s|en|'s))(?!\p{L})/u;

/** Who has others do the work, or learned to. */
const leads =
  /(?<!\p{L})(?:leid(?:ing\p{L}*|er\p{L}*|en|t|de)?|leed|stuur\p{L}*|aanstur\p{L}*|regel\p{L}*|geregeld|\p{L}*organis\p{L}*|\p{L}*organiz\p{L}*|plan\p{L}*|gepland|verdeel\p{L}*|beheer\p{L}*|coordin\p{L}*|baas|chef|hoofd|verantwoord\p{L}*|projectmanage\p{L}*|manag\p{L}*|supervis\p{L}*|lead\p{L}*|led|boss|head|in charge|responsib\p{L}*|arrang\p{L}*|set up|opgezet|opzetten|team\p{L}*|run|runs|running|ran)(?!\p{L})/u;

const ofTeaching =
  /^(?:teach|(?:instruct|educate|coach|tutor) |perform lectures|train (?!(?:[a-z]+ )*(?:dogs|horses|animals|livestock))|(?:give|provide|deliver|conduct|carry out|organise|arrange|prepare|plan|develop|design|set up|coordinate|manage|assist|support|supervise|monitor|oversee|evaluate|compile) (?:[^.]* )?(?:training(?! equipment)|lessons?|courses?|education\w*|workshops?|instruction|curricul\w+|teach\w+|students?|teachers?|pupils?|lectures?)(?![\w-]))/;
/** Not what one does for oneself: time and money are one's own to manage. */
const ofLeading = /^(?:manage|supervise(?! children)|coordinate|oversee|lead|direct|organise) /;

/**
 * True for a concept of who teaches, leads or organises, where a quote only tells that something was learned: a course that
 * one followed, or a paper that one has, shows at most that one knows of it, or can do it.
 */
export function isOfWhoGivesIt(
  { quote, about }: Pick<Evidence, "quote" | "about">,
  { label, reuseLevel }: Pick<ConceptCard, "label" | "reuseLevel">,
): boolean {
  const said = plain(quote);
  const name = plain(label.en ?? "");
  if ((about !== "course" && about !== "diploma" && !learned.test(said)) || teaches.test(said) || leads.test(said)) return false;
  return ofTeaching.test(name) || (ofLeading.test(name) && reuseLevel !== "transversal");
}

/** True where a quote tells of a course or a paper, and of nobody else who learned by the holder. */
export function tellsOfLearning(quote: string): boolean {
  const said = plain(quote);
  return learned.test(said) && !teaches.test(said) && !leads.test(said);
}
