import type { Language } from "../domain/language.ts";
import { wordsIn } from "./words.ts";

interface TradeWord {
  readonly said: RegExp;
  readonly means: string;
}

/** Tools and papers of a trade, each of which says by itself what is done with it. */
const words: Readonly<Record<Language, readonly TradeWord[]>> = {
  nl: [
    { said: /^(?:hef|heftruck|heftrucks|vorkheftruck|vorklift)$/, means: "heftruck rijden" },
    { said: /^(?:reachtruck|reach|ept|pompwagen|elektropallet)$/, means: "pallets verplaatsen met de reachtruck" },
    { said: /^(?:cmr|cmr's|vrachtbrief|vrachtbrieven)$/, means: "vrachtbrieven invullen" },
    { said: /^(?:tacho|tachograaf|rijtijden|rusttijden)$/, means: "ritten en rusttijden bijhouden" },
    { said: /^(?:overlock|overlocken|lockmachine)$/, means: "kleding naaien met de naaimachine" },
    { said: /^(?:orderpick|orderpicken|orderpikken|orderpicking)$/, means: "orders verzamelen in het magazijn" },
  ],
  en: [
    { said: /^(?:forklift|forklifts|flt)$/, means: "drive a forklift" },
    { said: /^(?:reach truck|reachtruck|pallet truck|ppt|llop)$/, means: "move pallets with a pallet truck" },
    { said: /^(?:cmr|cmrs|waybills?|consignment notes?)$/, means: "fill in freight papers" },
    { said: /^(?:tacho|tachograph|drivers'? hours)$/, means: "keep records of trips and driving hours" },
    { said: /^(?:overlock|overlocker|overlocking|serger)$/, means: "sew clothes with a sewing machine" },
  ],
};
/** What may stand around such a word without telling more. */
const around: Readonly<Record<Language, RegExp>> = {
  nl: /^(?:ik|doe|de|het|met|mijn|mn|ook|kan|en|bijhouden|invullen|regelen|regel|zelf|rijden|rij|werken|werk|op|papieren|bedienen|doen|goed|heel|altijd|vul|hou|bij|in|tanken|tank)$/,
  en: /^(?:i|do|doing|the|with|my|also|can|and|keeping|keep|filling|fill|in|using|use|on|driving|drive|papers?|forms?|well|always|out|run|work|handle|fuel|fuelling|refuelling)$/,
};

/** A clause that names little but a tool or a paper of a trade, as what is done with it; null for all else. */
export function tradeWordIn(clause: string, language: Language): string | null {
  const said = wordsIn(clause);
  const whole = said.join(" ");
  for (const { said: pattern, means } of words[language]) {
    const others = said.filter((word) => !pattern.test(word));
    const isNamed = pattern.test(whole) || others.length < said.length;
    const isAlone = others.every((word) => around[language].test(word) || words[language].some((other) => other.said.test(word)));
    if (isNamed && (pattern.test(whole) || isAlone)) return means;
  }
  return null;
}
