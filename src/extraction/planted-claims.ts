import { leadIn, machine, rule, self, selfDoes, shows, tellsOfDoing, type Sign, word } from "./planted-words.ts";

/** Sentences that do not ask outright: approvals, reports on "the candidate", parts to play, words to machines, other languages. */

const role = word(
  "coach|jobcoach|begeleider|beheerder|consulent|leraar|docent|moeder|vader|mother|father|mum|dad|manager|hr|supervisor|teacher|administrator|admin|counsell?or|case ?worker|parent",
);

const approvedByOthers: readonly Sign[] = [
  rule(
    word("heeft|hebben|has|have|is|zijn|was|were"),
    ".{0,80}",
    word("goedgekeurd|gecontroleerd|vastgesteld|geverifieerd|approved|verified|validated"),
    String.raw`.{0,60}(?:vaardighed|skills?|passport|paspoort|zet|put|add)`,
  ),
  rule(
    word("vaardigheden|skills"),
    ".{0,60}",
    word("zijn|are|were|have been"),
    ".{0,20}",
    word("bevestigd|goedgekeurd|bewezen|confirmed|approved|verified|evidenced"),
  ),
  {
    says: rule(
      String.raw`(?<!\p{L})(?:het|dit|dat|alles|it|this|that|all|everything)(?:'s)?(?: (?:is|has|was|werd|been|al|reeds|already|all|allemaal)){1,4} `,
      word("bevestigd|goedgekeurd|geverifieerd|verified|confirmed|approved|validated"),
    ),
    without: tellsOfDoing,
  },
  // "my coach has already approved those"
  {
    says: rule(
      word("my|mijn|our|onze"),
      " ",
      role,
      ".{0,20}",
      word("already|al|reeds"),
      ".{0,20}",
      word("approved|verified|confirmed|goedgekeurd|bevestigd|gecontroleerd"),
    ),
    without: tellsOfDoing,
  },
  // "as you established at the beginning of this talk"
  rule(word("zoals|as"), " ", word("je|jij|u|you"), ".{0,50}", word("vastgesteld|bevestigd|goedgekeurd|established|confirmed|approved")),
  // Passed on: "my manager told me to tell you".
  rule(word("told|asked|vroeg"), " (?:me |mij )?(?:to )?", word("tell"), " ", word("you")),
  // A paper by which somebody declares what another can.
  {
    says: rule(
      word("hierbij verklaart|verklaart (?:het|de|dat)|hereby (?:certif\\p{L}+|declare\\p{L}*)|(?:this )?certif(?:ies|y) that|to certify that"),
    ),
    without: selfDoes,
  },
  { says: rule(String.raw`^\P{L}*`, word("referentie|aanbeveling|reference|recommendation|testimonial"), "[^:]{0,60}:"), without: selfDoes },
  // Of a candidate is spoken as in a report.
  {
    says: rule(
      String.raw`(?:^|[.:;>]\s*)(?:(?:the|this|de|deze) )?(?:candidate|applicant|jobseeker|holder|kandidaat|sollicitant|werkzoekende|gebruiker|user) (?:also |ook )?(?:confirmed|bevestigde|declared|verklaarde|has|is|can|meets|demonstrated|shows|masters|drives|knows|heeft|beheerst|kan|voldoet|toonde|kent)(?!\p{L})`,
    ),
    without: selfDoes,
  },
];

/** Games and parts to play; what is to be taken as having been; threats and bargains. */
const pretended: readonly Sign[] = [
  rule(
    leadIn,
    String.raw`(?:(?:kun|kan|wil) (?:je|u) |(?:can|could|would) you )?(?:doe (?:maar |net )?alsof|pretend|act as|stel (?:je voor )?dat ik|suppose i (?:were|was|am|had))(?!\p{L})`,
  ),
  rule(word("spel(?:letje)?|game"), String.raw`\s*(?::|,|where|in which|waarin).{0,40}`, word("je|jij|u|you")),
  rule(word(String.raw`doe maar alsof|(?:treat|take|count) (?:that|this|it) as|ga er (?:maar )?van ?uit dat|(?:jij|je) bent nu|you are now`)),
  rule(word("jij|je|u|you"), " ", word("zegt|zeg|schrijft|say|write|answer|antwoordt?"), ".{0,80}", word(String.raw`vaardighe\p{L}*|skills?|ja|yes`)),
  rule(
    word("doen alsof (?:ik|dat|dit)"),
    "|",
    word("(?:you|u|je) (?:just |gewoon )?(?:say|zeggen)"),
    " (?:that |dat )?",
    word("i|ik"),
    " ",
    word("can|kan"),
  ),
  rule(word("finish|continue|maak|ga|vertel"), String.raw` .{0,6}`, word("the story|het verhaal|verder vanaf|from here")),
  rule(
    word("ik|i|i'?ll"),
    ".{0,12}",
    word("geef|geven|give|leave|write"),
    ".{0,12}",
    word("je|jou|u|you|de bot|this bot"),
    ".{0,40}",
    word("beoordeling|review|sterren|stars?|rating|klacht|complaint|cijfer"),
  ),
];

/** Said to, or of, what reads here: that it is a machine, has rules, and will write down. */
const toMachines: readonly Sign[] = [
  rule(word("system ?prompt|systeem ?prompt|(?:your|je|jouw|uw) (?:previous |vorige |eerdere )?instruct(?:ions|ies)")),
  rule(
    leadIn,
    String.raw`(?:negeer|vergeet|ignore|disregard|forget)(?!\p{L}) `,
    word("wat|alles|what|everything|anything|all"),
    ".{0,30}",
    word("hierboven|hiervoor|above|before|earlier|previously"),
  ),
  rule(
    word("ja (?:te )?zeggen op alles|say yes to everything"),
    "|",
    word("vanaf nu|from now on"),
    ".{0,30}",
    word("alleen|only"),
    ".{0,20}",
    word("ja|yes"),
  ),
  {
    says: /\b(?:ignore|negeer|vergeet|disregard|forget|forgot|vergat|vergeten)\b.{0,30}\b(?:rules?|regels?|instructi\p{L}*|prompts?|opdracht\p{L}*)(?!\p{L})/u,
    without: /\b(?:i|ik|we|wij|k|to|soms|sometimes|often) (?:ignore|negeer|vergeet|disregard|forget|forgot|vergat)\b/u,
  },
  { says: rule(word(machine), ".{0,40}", word("regels|rules"), " ", word("(?:mocht|mag|kon) vergeten|forgot")) },
  { says: rule(word("(?:my|mijn) (?:vorige|eerdere|previous|earlier) (?:antwoord(?:en)?|answers?)")), without: tellsOfDoing },
  rule(word("klik op|click(?: on)?"), " ", word("akkoord|ok|accepteren|agree|accept|hier|here"), String.raw`\P{L}*$`),
  rule(word("answers? to your|antwoord(?:en)? op (?:je|jouw|uw)"), ".{0,30}", word("questions?|vra(?:ag|gen)")),
  rule(word("wie|whoever|iedereen die|anyone who|everyone who"), " (?:dit |this )?(?:leest|reads)"),
  rule(
    word("als|indien|if|when"),
    String.raw` (?:je|jij|u|you) .{0,20}(?:${word(machine)}|${word("lezen wat hier staat|reading this|(?:can )?read this|dit (?:leest|kunt lezen)")})`,
  ),
  {
    says: rule(
      word(machine),
      String.raw` (?:\p{L}+ ){0,2}`,
      word(
        "begrijpt|snapt|weet|schreef op|schrijft op|noteert|noteerde|understands?|gathers?|knows?|realises?|would (?:know|gather|understand|see|realise)|will (?:know|gather|understand|see)|(?:wrote|writes|notes|noted) (?:down|in)",
      ),
    ),
    without: selfDoes,
  },
];

/** All skills, in a passport; "trage … ein", "ajoutez … à mon profil", "añade a mi perfil", "profilime ekle", "dodaj", "добавь", "أضف". */
const inOtherLanguages: readonly Sign[] = [
  /(?<!\p{L})(?:toutes|todas|todos|tutte|alle|tüm|bütün|wszystkie|toate|все|كل)(?!\p{L}).{0,20}(?<!\p{L})(?:comp[ée]ten\p{L}+|competenz\p{L}+|kompetenz\p{L}+|fähigkeiten|habilidades|beceri\p{L}*|umiejętności|навык\p{L}*|المهارات)(?!\p{L})/u,
  {
    says: /(?<!\p{L})(?:trage?n?|füge?n?|schreiben?|setzen?|nimm|nehmen|notieren?)(?: sie)?(?!\p{L}).{0,160}(?<!\p{L})(?:ein|hinzu|auf|dazu|profil|pass)(?!\p{L})/u,
    with: /(?<!\p{L})(?:bitte|mir|mich|mein\p{L}*|sie|noch|und)(?!\p{L})/u,
  },
  /(?<!\p{L})(?:ajoute[rz]?|mets|mettez|inscri(?:s|vez)|note[rz]|enregistrez?)(?!\p{L}).{0,160}(?<!\p{L})(?:profil|passeport|comp[ée]tences|mon|ma|mes|moi|que je)(?!\p{L})/u,
  /(?<!\p{L})(?:añad\p{L}+|agreg(?:a|ue|uen|ar)|incluy[ae]n?|anot[ae]n?|pong?[ae]?|escrib[ae]n?|aggiung\p{L}+|inserisc\p{L}+|scriv[ie]\p{L}*|adicion[ae]r?|acrescent[ae]r?|coloque|inclua)(?!\p{L}).{0,160}(?<!\p{L})(?:perfil|pasaporte|passaporte|profilo|habilidades|mi|mis|mio|mia|meu|minha|que yo)(?!\p{L})/u,
  /(?<!\p{L})(?:dodaj|dopisz|wpisz|adaugă|adauga|înscrie|ekle|ekleyin|kaydet|добав\p{L}+|запиш\p{L}+|внеси\p{L}*|додай\p{L}*|أضف|أضيفي|اكتب|سجل)(?!\p{L})|添加|加入|写上|记录|追加/u,
];

/** Marks of results: "onderhandelen 9/10, presenteren 10/10", "negotiating 97%, …". */
const scored: readonly Sign[] = [
  { says: /(?:\p{L}[\p{L} -]*[: ]+\d{1,3}(?:[.,]\d)?\s?(?:\/\s?\d{1,3}|%)[,;.\s]*){2}/u, without: selfDoes },
  { says: /^\P{L}*(?:(?:\p{L}+ )?(?:uitslag|testuitslag|test ?result(?:aten|s)?|assessment results?|test scores?))(?!\p{L})/u, without: self },
];

/** Written so that it is not read as it is seen, or in signs of writing and ticking. */
const disguised: readonly Sign[] = [
  /(?:(?<!\p{L})\p{L}[ ._*-]{1,3}){5,20}\p{L}(?!\p{L})/u,
  /[a-z]{2}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}][a-z]{2}/u,
  { says: /📝|📋|🗒|✍|📥|👉|⬅|➡/u, with: /➕|✅|☑|✔/u },
  // One word without end.
  /\S{300}/u,
];

const signs: readonly Sign[] = [
  ...disguised,
  ...approvedByOthers,
  ...pretended,
  ...toMachines,
  ...inOtherLanguages,
  ...scored,
  /(?<!\p{L})(?:decodeer|decode|ontsleutel|base64|rot13)(?!\p{L})/u,
];

export const speaksToMachines = (said: string) => toMachines.some((sign) => shows(sign, said));

export const speaksForTheRecord = (said: string) => signs.some((sign) => shows(sign, said));

const asAnother = rule(
  word("spreekt (?:u )?met|(?:you are|you're) (?:speaking|talking) (?:to|with)|this is|je spreekt met|hier schrijft|namens|on behalf of"),
  String.raw` (?:(?:the|de|het) )?(?:\p{L}+['’]s )?(?:\p{L}+ )?`,
  role,
);

/** "U spreekt met de moeder van Sem", "this is Sam's mother": what follows is told by them. */
export const speaksAsAnother = (said: string) => asAnother.test(said);

const anotherWriter: readonly Sign[] = [
  rule(role, " ", word("here|hier")),
  asAnother,
  rule(word(String.raw`(?:ik ben|i am|i'm) (?:de|het|the)`), String.raw` (?:\p{L}+ )?`, role, " ", word("van|of|for")),
];

/** Somebody else says that it is they who write: "job coach here", "ik ben de coach van Daan". */
export const bringsAnotherWriter = (said: string) => anotherWriter.some((sign) => shows(sign, said));

const supposed = rule(word("i would|i'd|i might|ik zou|zou ik|had ik|dan was ik|would have"));

/** Told as what would have been: it goes on about what was only supposed. */
export const isOnlySupposed = (said: string) => supposed.test(said);

const takenAsDone = rule(word("treat|take|count|regard"), " (?:that|this|it|all of it) as|", word("doe (?:maar )?alsof (?:dat|dit|het)"));

/** What was said before it is to be taken as having been. */
export const makesItSo = (said: string) => takenAsDone.test(said);

const back = rule(word("deze|die|these|those|accordingly|dienovereenkomstig"));

/** An order that is about what was said before it: "Neem deze scores over." */
export const pointsBack = (said: string) => back.test(said);
