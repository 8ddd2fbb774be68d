import type { Language } from "../domain/language.ts";

/** Verbs of everyday doing: enough to tell a clause from a list of things. */
const dutch = `help zorg werk maak kook bak was strijk poets stofzuig dweil ruim veeg schrob repareer regel bel schrijf lees reken tel weeg
verkoop koop bestel lever bezorg breng haal rij draag til laad los pak sorteer stapel vul leeg scan meet snij knip naai brei haak borduur teken
schilder verf bouw timmer zaag boor schroef las metsel tegel stuc graaf plant zaai oogst pluk snoei maai wied voer melk verzorg
begeleid leer train coach onderwijs vertel praat luister vraag antwoord leg spreek vertaal tolk overleg vergader onderhandel
organiseer plan coördineer coordineer leid stuur beheer controleer check test keur inspecteer bewaak let houd hou pas
speel zing dans fotografeer film monteer ontwerp programmeer installeer sluit configureer bedien onderhoud vervang smeer plak
serveer schenk dek ontvang verwelkom vergezel troost kalmeer verdeel deel geef krijg neem zet stel hang doe verhuur
schoonmaak speelt bereken boek factureer betaal inbreng noteer registreer typ mail post app chat modereer maakte schreef deed gaf
nam zette legde hing kocht verkocht bracht haalde reed droeg sprak hielp hield zat stond liep loop sta zit lig vang verzin bedenk zoek vind
oplos oppas klus knutsel sport voetbal fiets wandel zwem vis kweek brouw inmaak weck slacht fileer kneed rol glazuur lijm schuur
beits vlecht föhn fohn kleur epileer masseer schmink trek duw hijs span bind tie vouw repeteer dirigeer presenteer oefen beleg verzet knal sjouw klim vergelijk tap print kopieer archiveer doseer moffel motiveer overtuig bemiddel voed douche kam beman
behang stukadoor soldeer orderpick overlock slijp frees vervoer transporteer poleer isoleer verpak verhuis demonteer assembleer ontsmet desinfecteer frituur stoffeer draai roer giet spit hark sloop spoel boen lak plamuur schuif`;
/** Forms that no rule gives, and those of verbs whose stem is mostly something else: "prik", "gehakt", "proef". */
const otherDutch = `gedaan geholpen geschreven gegeven gebracht gekocht verkocht gereden gelezen gezocht zocht gesproken besproken gesneden
sneed geschonken schonk geslepen gezongen zong gezwommen zwom gebonden bedacht verzonnen verzon gegoten goot geschoven schoof gestreken
streek hakken hakte soppen sopte lappen lapte prikken prikte borstelen borstelde stempelen stempelde proeven proefde persen perste`;
const english = `help care work make cook bake wash iron clean sweep mop tidy repair fix arrange call phone write read count weigh sell buy
order deliver bring fetch drive carry lift load unload pack sort stack fill scan measure cut sew knit crochet draw paint build saw drill
weld lay plaster tile dig plant sow harvest pick prune mow weed feed milk groom look teach train coach tell talk listen ask answer explain speak
translate interpret discuss negotiate organise organize plan coordinate lead run manage check test inspect watch keep mind babysit play
sing dance shoot film edit design program code install configure set operate maintain replace change serve pour greet welcome comfort calm
share give take put hang do hire recruit ban moderate raid cast stream mix grow brew pickle book invoice pay register type mail post
catalogue catalog wave brief wire solder dress bathe chair raise fundraise collect rent cater decorate supervise handle process solve
sit tie show guide cover settle water prepare chop peel grill fry roast learn wrap label restock transport haul steer unpick
scrub hoover rinse trim plough shear reset unblock shovel`;

/** Past forms that no rule gives, and those of verbs whose stem is mostly a thing: "strap", "stitch". */
const otherEnglish = `made wrote read sold bought brought drove taught told spoke led ran kept sang gave took put did built cut sewed drew laid dug
sowed fed grew set shot caught held went got knew met sat stood swept thought tried understood wore won
strapped stitched swapped glued raked logged rigged drafted`;

/** A last syllable without stress keeps its one consonant: rekenen, regelen, leveren; vertellen and bestellen have theirs there. */
const endsUnstressed = (stem: string) => /[aeiou][^aeiou]+e[lnr]$/.test(stem) && !/^(?:be|her|ont|ver)[^aeiou]+e[lnr]$/.test(stem);

function dutchForms(stem: string): string[] {
  const infinitive = /(?:aa|ee|oo|uu)[^aeiou]$/.test(stem)
    ? `${stem.slice(0, -2)}${stem.slice(-1)}en`
    : /[^aeiou][aeiou][^aeiouw]$/.test(stem) && !endsUnstressed(stem)
      ? `${stem}${stem.slice(-1)}en`
      : `${stem}en`;
  const voiced = infinitive.replace(/f(?=en$)/, "v").replace(/s(?=en$)/, "z");
  return [stem, `${stem}t`, infinitive, voiced, `${stem}te`, `${stem}de`, `${stem}ten`, `${stem}den`, `ge${stem}t`, `ge${stem}d`, `ge${infinitive}`];
}

function englishForms(base: string): string[] {
  const short = base.replace(/e$/, "");
  const doubled = /[^aeiou][aeiou][bdgmnprt]$/.test(base) ? base + base.slice(-1) : short;
  return [
    base,
    `${base}s`,
    `${base}es`,
    base.replace(/y$/, "ies"),
    `${short}ed`,
    `${doubled}ed`,
    `${base}ed`,
    base.replace(/y$/, "ied"),
    `${short}ing`,
    `${doubled}ing`,
    `${base}ing`,
  ];
}

const forms: Record<Language, ReadonlySet<string>> = {
  nl: new Set([
    ...dutch.split(/\s+/).flatMap(dutchForms),
    ...otherDutch.split(/\s+/),
    "schoonmaken",
    "lesgeven",
    "voorlezen",
    "aansturen",
    "inwerken",
    "uitleggen",
    "doen",
    "staan",
    "gaan",
    "slaan",
  ]),
  en: new Set([...english.split(/\s+/).flatMap(englishForms), ...otherEnglish.split(/\s+/)]),
};

/** Prefixes of separable verbs, written joined: "schoonmaken", "ingepakt", "aansturen". */
const separable =
  /^(?:schoon|aan|af|bij|binnen|door|in|klaar|los|mee|na|neer|om|op|open|over|rond|samen|terug|thuis|toe|uit|vast|voor|weg|dicht|bezig|leeg|vakken)(?=\p{L}{3})/u;

/** True for a form of a verb of doing; a noun that looks like one counts too. */
export function isDoing(word: string, language: Language): boolean {
  if (forms[language].has(word)) return true;
  if (language === "en") return word.length > 5 && /(?:ing|ized|ised)$/.test(word);
  const rest = word.replace(separable, "");
  return rest !== word && (forms.nl.has(rest) || forms.nl.has(rest.replace(/^(?:ge|te)(?=\p{L}{3})/u, "")));
}
