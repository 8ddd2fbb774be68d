import type { ConceptCard } from "../domain/concept.ts";
import { word, type Words } from "./whole-words.ts";
import { plain } from "./words.ts";

/** What is done, as far as one verb tells it: how clauses say it, and how the English name of a concept begins. */
interface Act {
  readonly said: Words;
  readonly named: Words;
}

const acts = {
  moving: {
    said: word(
      "draag|draagt|dragen|droeg|gedragen|til|tillen|tilde|sjouw|sjouwen|sjouwde|breng|brengen|bracht|gebracht|rij|rijd|rijden|reed|gereden|vervoer|vervoeren|vervoerde|carry|carries|carried|carrying|lift|lifts|lifted|lifting|bring|brings|brought|bringing|haul|hauls|hauled|hauling|drive|drives|drove|driving|transport|transports|transported|transporting|fetch|fetches|fetched",
    ),
    named:
      /^(?:carry(?! out)|transport|deliver|drive|move|lift|load|unload|stack|haul|ship|distribute|collect|tow|transfer|escort|accompany|run errands)|loading$/,
  },
  looking: {
    said: word(
      "kijk|kijken|keek|gekeken|let op|lette op|check|checken|checkte|gecheckt|controleer|controleren|controleerde|gecontroleerd|zie of|look|looks|looked|looking|watch|watches|watched|checks|checked|checking|inspect|inspects|inspected|make sure|makes sure|made sure",
    ),
    named:
      /^(?:check|inspect|monitor|examine|test|control|verify|supervise|assess|observe|watch|evaluate|review|analyse|detect|identify|measure|perform [^.]*(?:checks?|inspections?|tests?|exam)|conduct [^.]*(?:checks?|inspections?|tests?)|stay alert|ensure|guard|patrol)/,
  },
  measuring: {
    said: word("meet|meten|mat|gemeten|opmeten|opgemeten|inmeten|ingemeten|measure|measures|measured|measuring"),
    named: /^(?:measure|use measurement|take measurements|calculate|survey|determine|operate precision measuring|calibrate)/,
  },
  placing: {
    said: word("zet|zetten|zette|gezet|klaarzetten|klaargezet|leg|leggen|legde|put|puts|putting"),
    named: /^(?:arrange|set(?! window)|place|put|prepare|position|stack|store|display)/,
  },
  making: {
    said: word("maak|maakt|maken|maakte|gemaakt|bouw|bouwen|bouwde|timmer|(?:make|makes|made|making)(?! sure)|build|builds|built|building"),
    named: /^(?:make|build|create|manufacture|construct|produce|craft|assemble|design|prepare|bake|cook|develop)/,
  },
  selling: { said: word("verkoop|verkopen|verkocht|sell|sells|sold|selling"), named: /^(?:sell|market|promote)/ },
  buying: {
    said: word("koop|kocht|kopen|gekocht|inkopen|ingekocht|buy|buys|bought|buying|purchase|purchased"),
    named: /^(?:buy|purchase|procure|order|negotiate buying|perform procurement)/,
  },
  writing: {
    said: word("schrijf|schrijven|schreef|geschreven|opschrijven|write|writes|wrote|writing|written"),
    named: /^(?:write|record|keep|document|register|draft|compose|maintain|report|prepare|develop)/,
  },
  tying: {
    said: word(
      "sjor|sjorren|sjorde|bind|binden|bond|vastbinden|vastzetten|vastmaken|tie|ties|tied|tying|strap|straps|strapped|strapping|lash|lashed",
    ),
    named: /^(?:secure|tie|strap|lash|bind|fasten|fix|wrap|truss)/,
  },
  // What is never meant by a verb above, unless it is said too.
  cooking: {
    said: /kook|kok|bak|bereid|keuken|cook|chef|bak|fry|grill|kitchen|prepar/,
    named: /^(?:cook|bake|fry|grill|roast|slice|cut [^.]*(?:meat|fish|veg))/,
  },
  loading: { said: /laad|laden|geladen|load/, named: /load/ },
  serving: { said: /serve|bedien|schenk|tap|bar(?:$| )|pour|ober|waiter|gasten|guests|klant|customer/, named: /^(?:serve|pour)/ },
  laying: {
    said: /metsel|leg|tegel|stra(?:at|ten)mak|lay|laid|tile|brick|pav|mason/,
    named: /^(?:lay(?! out)|pave|mount|polish|carve|dress stone|set stone|split|dimension)/,
  },
  installing: {
    said: /install|sluit|plaats|aanleg|leg.* aan|monteer|hang|zet|fit|connect|put/,
    named: /^(?:install|fit|assemble|hang|mount|set window|fix)/,
  },
  altering: { said: /naai|verstel|vermaak|zoom|rits|korter|sew|alter|hem|mend|zip|adjust/, named: /^(?:alter|adjust clothes|sew|hem)/ },
  advising: { said: /adviseer|raad|aanbeve|recommend|advi[sc]e|suggest|klant|customer/, named: /^(?:recommend|advise)/ },
} as const satisfies Record<string, Act>;

type ActName = keyof typeof acts;
/** What is told by each of these is none of those, whatever it is done to; elsewhere one may well go with the other. */
const others: Partial<Readonly<Record<ActName, readonly ActName[]>>> = {
  moving: ["looking", "making", "selling", "cooking", "serving", "laying", "installing", "altering", "advising"],
  looking: ["moving", "loading", "making", "selling", "cooking", "serving", "laying", "installing", "altering", "advising"],
  measuring: ["placing", "selling", "cooking", "laying", "installing", "advising"],
  tying: ["moving", "loading", "selling", "cooking", "serving"],
  placing: ["selling", "cooking", "altering", "advising"],
  making: ["moving", "loading", "selling", "serving", "advising"],
  writing: ["selling", "moving", "loading", "cooking", "serving", "laying", "installing", "altering", "measuring"],
  buying: ["looking", "moving", "loading", "making", "cooking", "serving", "altering", "advising"],
  selling: ["moving", "loading", "looking", "placing", "making", "cooking", "laying", "installing", "altering"],
};
const names = Object.keys(acts) as ActName[];

/**
 * True where a quote tells plainly what is done, and the concept is about another doing: what they share is a thing.
 * Who carries stones up lays none. A concept whose name tells no plain act agrees with everything.
 */
export function isOtherAct(quote: string, { label }: Pick<ConceptCard, "label">): boolean {
  const said = plain(quote);
  const name = plain(label.en ?? "");
  const told = names.filter((act) => act in others && acts[act].said.test(said));
  const named = names.filter((act) => acts[act].named.test(name));
  return told.length > 0 && named.length > 0 && named.every((act) => !acts[act].said.test(said) && told.every((one) => others[one]?.includes(act)));
}
