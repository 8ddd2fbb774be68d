import { either, word, type Words } from "./whole-words.ts";

/** One side of a pair of doings that need each other: who gives a lesson, and who takes it. */
interface Role {
  /** How a clause says that its speaker has this side. */
  readonly said: Words;
  /** How the name of a concept says so. */
  readonly named: Words;
}

/** A verb with at most a few words between it and what belongs to it. */
const near = (first: string, second: string, gap = 5) => word(`(?:${first})(?: [^ .,;]+){0,${gap}}? (?:${second})`);

const rules =
  "\\p{L}*regels|\\p{L}*regel|regelement|reglement|\\p{L}*voorschrift(?:en)?|\\p{L}*instructies?|protocol(?:len)?|procedures?|afspraken|\\p{L}*rooster|richtlijn(?:en)?|rules?|instructions?|protocols?|guidelines?|standards|rota|roster|schedule|policy|policies";
const lessons = "\\p{L}*les|\\p{L}*lessen|cursus(?:sen)?|training(?:en)?|workshops?|college|lessons?|class(?:es)?|courses?|training|lectures?";
const contests =
  "\\p{L}*toernooi(?:en)?|\\p{L}*wedstrijd(?:en)?|\\p{L}*competities?|\\p{L}*voetbal|\\p{L}*sportdag(?:en)?|\\p{L}*evenement(?:en)?|league|tournaments?|competitions?|contests?|match(?:es)?|sports? days?|events?|races?";
const staff =
  "mensen|personeel|medewerkers?|collega'?s|monteurs|koks|krachten|mannen|jongens|meiden|people|staff|workers?|team|crew|guys|lads|girls|cooks|chefs|drivers";
const things = "\\p{L}+";

/** Both sides of each pair; who has one of them in a clause has not the other by it. */
const converses: readonly (readonly [Role, Role])[] = [
  [
    // Who makes the rules or tells them does not follow them by that.
    {
      said: either(
        near(
          "maak|maakte|maken|schrijf|schreef|schrijven|bedenk|bedacht|bedenken|stel|stelde|stellen|zet|zette|bepaal|bepaalde|geef|gaf|geven|ontwerp|ontwierp|make|makes|made|write|wrote|writing|set|sets|setting|drew|draw|design|designed|give|gave|giving|came|decide|decided",
          rules,
        ),
        near(
          rules,
          "gemaakt|geschreven|bedacht|opgesteld|bepaald|gegeven|ontworpen|maak ik|schrijf ik|stel ik op|bedenk ik|i (?:made|make|wrote|write|set)",
          3,
        ),
        near(
          "leg|legde|vertel|vertelde|roep|riep|zeg|zei|laat|explain|explained|tell|told|shout|shouted|show|showed|say|said",
          "wat (?:ze|zij|iedereen|anderen)|hoe (?:ze|het|de)|what (?:to do|they|everybody|everyone)|how (?:it|they|to)",
          5,
        ),
      ),
      named: word(
        "(?:define|develop|create|establish|write|set|formulate|draw up|prepare|give|issue|plan)[^.]*(?:rules?|instructions?|standards?|polic(?:y|ies)|procedures?|schedules?)",
      ),
    },
    {
      said: either(
        near(
          "volg|volgen|volgde|hou|houd|houden|hield|naleven|leef|follow|follows|followed|following|stick|sticking|stuck|keep|obey|comply|respect|work by|work to|werk volgens",
          rules,
          4,
        ),
        near("doe|doen|deed|do|does|did", "wat er (?:[^ ]+ ){0,4}staat|what (?:it|the [^ ]+ [^ ]+|the [^ ]+ [^ ]+ [^ ]+|the [^ ]+) says?", 0),
        word("aan de regels|volgens|according to|by the book"),
      ),
      named: word(
        "(?:follow|adhere to|comply with|conform to|respect|obey|abide by|carry out|execute|interpret)[^.]*(?:rules?|instructions?|regulations?|standards?|procedures?|schedules?|guidelines?|polic(?:y|ies)|legislation|directions)|(?:[^.]*(?:regels|voorschriften|instructies|procedures|normen|richtlijnen|schema)[^.]* )?(?:volgen|naleven|opvolgen|respecteren)|je (?:volgt|houdt je aan)[^.]*",
      ),
    },
  ],
  [
    // Who teaches does not sit in the class.
    {
      said: either(
        near("geef|geven|gaf|gaven|verzorg|give|gives|gave|giving|teach|taught|teaching|run|ran|running|lead|led", lessons, 4),
        near(lessons, "gegeven|geven|geef ik|gaf ik|i (?:gave|give|teach|taught)", 3),
      ),
      named: word(
        "(?:give|teach|provide|deliver|run)[^.]*(?:lessons?|class(?:es)?|courses?|training)|teach[^.]*|[^.]*les(?:sen)? geven|lesgeven[^.]*",
      ),
    },
    {
      said: either(
        near("volg|volgde|volgen|krijg|kreeg|neem|nam|zit|attend|attended|took|take|follow|followed|joined|join|had|go to|went to", lessons, 4),
        near(lessons, "gevolgd|gehad|volgen|gekregen", 3),
      ),
      named: word(
        "(?:attend|participate in|take|take part in|follow)[^.]*(?:lessons?|class(?:es)?|courses?|training|lectures?|rehearsals?|workshops?)|[^.]*(?:lessen|cursussen|trainingen|workshops) (?:volgen|bijwonen)|(?:bijwonen van|deelnemen aan)[^.]*(?:lessen|cursussen|training(?:en)?|workshops)",
      ),
    },
  ],
  [
    // Who organises a contest need not be in it.
    {
      said: either(
        near(
          "organiseer|organiseerde|organiseren|regel|regelde|regelen|leid|leidde|begon|zet|zette|verzorg|organi[sz]e|organi[sz]ed|organi[sz]ing|run|ran|running|set|arrange|arranged|arranging|started|start|plan|planned|host|hosted",
          contests,
        ),
        near(contests, "georganiseerd|geregeld|opgezet|organiseren|regelen|gehouden|organiseer ik|regel ik|i (?:organi[sz]ed?|ran|run|set)", 3),
      ),
      named: word(
        "(?:organi[sz]e|manage|plan|coordinate|run|arrange)[^.]*(?:sports?|events?|competitions?|tournaments?)|[^.]*(?:evenementen|wedstrijden|competities|toernooien) (?:organiseren|beheren|plannen)",
      ),
    },
    {
      said: word(
        "meedoen|doe (?:\\p{L}+ )?mee|deed (?:\\p{L}+ )?mee|meegedaan|speel|speelde|spelen|gespeeld|train|zwem|ren|loop|compete|competed|took part|take part|play|played|playing|enter|entered|participate|participated|join|joined",
      ),
      named: word(
        "(?:participate in|take part in|compete in|practi[sc]e|play)[^.]*(?:sports?|events?|competitions?|tournaments?|matches|races)[^.]*|(?:deelnemen aan|meedoen aan|deelnemen|sport beoefenen)[^.]*|sporten|sport doen|je (?:sport|doet mee)[^.]*",
      ),
    },
  ],
  [
    // Who takes people on looks for no job.
    {
      said: either(
        near(
          "neem|nam|nemen|zoek|zocht|werf|kies|koos|hire|hires|hired|hiring|recruit|recruited|interview|interviewed|interviewing|pick|picked",
          staff,
          4,
        ),
        word("\\p{L}*sollicitanten|sollicitatiegesprekken|aangenomen|applicants|candidates|who gets the job"),
      ),
      named: word("(?:recruit|hire)[^.]*|[^.]*(?:personeel|werknemers|medewerkers) (?:werven|aannemen|rekruteren)"),
    },
    {
      said: word(
        "solliciteer|solliciteerde|solliciteren|gesolliciteerd|sollicitatiebrie[fv]\\p{L}*|applied|apply|my cv|mijn cv|job hunting|looking for (?:a )?(?:job|work)|werk zoeken",
      ),
      named: word(
        "(?:apply for|search for|find|look for) (?:a )?jobs?|prepare for job interviews?|job search[^.]*|(?:solliciteren|werk zoeken|een baan zoeken|je voorbereiden op een sollicitatie\\p{L}*|sollicitatiegesprek\\p{L}* voorbereiden)[^.]*",
      ),
    },
  ],
  [
    // Who hires people gets no supplies by that.
    {
      said: either(near("neem|nam|nemen", `(?:${staff})(?: [^ .,;]+){0,3}? aan`, 2), near("hire|hires|hired|hiring|recruit|recruited", staff, 4)),
      named: word("(?:recruit|hire)[^.]*|[^.]*(?:personeel|werknemers) (?:werven|aannemen)"),
    },
    {
      said: word("levering(?:en)?|spullen|goederen|vracht|pakketten|voorraad|bestelling(?:en)?|deliver(?:y|ies)|goods|supplies|parcels|stock"),
      named: word(
        "receive[^.]*(?:supplies|goods|deliver)[^.]*|[^.]*(?:benodigdheden|goederen|leveringen|voorraden)[^.]* (?:ontvangen|aannemen|in ontvangst nemen)",
      ),
    },
  ],
  [
    // Who tells others what to do gets no customer's order by that.
    {
      said: either(
        near("give|gave|giving", "(?:the )?(?:orders|commands)(?: to (?:the )?(?:team|crew|lads|men|staff|others|them))?$", 1),
        near("geef|gaf|geven", "(?:de )?(?:opdrachten|bevelen|orders)(?: aan (?:de )?(?:ploeg|jongens|mannen|anderen))?$", 1),
      ),
      named: word("give instructions[^.]*|(?:delegate|lead)[^.]*|instructies geven[^.]*"),
    },
    {
      said: word("klant(?:en)?|gast(?:en)?|bestel\\p{L}*|keuken|customers?|guests?|kitchen|chef|meals?|food|drinks?|warehouse|magazijn"),
      named: word("[^.]*orders?(?! picking)[^.]*|[^.]*bestellingen[^.]*|[^.]*supplies[^.]*"),
    },
  ],
  [
    // What is sold was not bought by it.
    {
      said: word("verkoop|verkocht|verkopen|verkochten|sell|sells|sold|selling"),
      named: word("sell[^.]*|[^.]*verkopen|[^.]*sales[^.]*"),
    },
    {
      said: word("koop|kocht|kopen|gekocht|ingekocht|inkoop|inkopen|buy|buys|bought|buying|purchas\\p{L}*"),
      named: word("(?:buy|purchase|procure)[^.]*|[^.]*(?<!ver)(?:inkopen|aankopen|kopen)"),
    },
  ],
  [
    // What is lent out was not borrowed by it.
    {
      said: either(
        near("leen|leende|lenen", "uit", 4),
        word("uitlenen|uitgeleend|verhuur|verhuurde|verhuren|verhuurd|lend|lends|lent|lending|loan|rent(?:ed|ing)? out|hire out"),
        near("rent|rented|renting|hire|hired", "out", 4),
      ),
      named: word("(?:lend|loan|rent out|rent|hire out)[^.]*|[^.]*(?:uitlenen|verhuren|verhuur)[^.]*"),
    },
    {
      said: word("leen(?! .* uit)|geleend|huur|huurde|huren|gehuurd|borrow\\p{L}*"),
      named: word("borrow[^.]*|(?:lenen|huren)[^.]*"),
    },
  ],
  [
    // Who leads a meeting does more than sit in it.
    {
      said: either(
        near(
          "leid|leidde|leiden|organiseer|organiseerde|regel|regelde|chair|chaired|lead|led|run|ran|organi[sz]e|organi[sz]ed|moderate|moderated",
          "\\p{L}*vergadering(?:en)?|\\p{L}*overleg|meetings?|talks?|discussions?",
          4,
        ),
        near("zit|zat", `(?:${things} ){0,3}voor$`, 0),
      ),
      named: word(
        "(?:chair|lead|organi[sz]e|fix|moderate|run)[^.]*(?:meetings?|discussions?)|[^.]*vergadering(?:en)? (?:voorzitten|leiden|organiseren)",
      ),
    },
    {
      said: near("zit|zat|ga|ging|ben|woon|sit|sat|attend|attended|go|went|join|joined", "\\p{L}*vergadering(?:en)?|\\p{L}*overleg|meetings?", 4),
      named: word("(?:attend|participate in)[^.]*meetings?|[^.]*vergaderingen (?:bijwonen)|deelnemen aan vergaderingen"),
    },
  ],
  [
    // Who is told things passes none on by it.
    {
      said: word(
        "(?:vertelt|vertellen|vertelde|vertelden|zeggen|tell|tells|told|telling) (?:het |it )?(?:me|mij|aan mij)|(?:luister|listen|listened|listening)",
      ),
      named: word("listen[^.]*|(?:actief )?luisteren[^.]*"),
    },
    {
      said: word(
        "ik vertel|vertel ik|ik vertelde|ik zeg|zeg ik|doorgeven|geef (?:\\p{L}+ ){0,3}door|i tell|i told|i say|i report|i pass|rapporteer|report|reported",
      ),
      named: word("report facts|disseminate[^.]*|feiten (?:melden|rapporteren)|berichten [^.]*verspreiden"),
    },
  ],
  [
    // Who calls others answers no calls by it.
    {
      said: word("bel ik|ik bel|belde|opgebeld|i call|i called|i ring|i rang|i phone"),
      named: word("(?:make|initiate)[^.]*calls?[^.]*|contact[^.]*"),
    },
    {
      said: word(
        "neem (?:\\p{L}+ ){0,3}(?:op|aan)|opnemen|opgenomen|aannemen|bellen (?:mij|me|ons)|belt (?:mij|me)|answer\\p{L}*|pick(?:ed)? up|incoming|call me|calls|ring me",
      ),
      named: word("answer[^.]*calls?|inkomende (?:oproepen|gesprekken)[^.]*"),
    },
  ],
];

const saysBut = ([mine, other]: readonly [Role, Role], quote: string, name: string): boolean =>
  mine.said.test(quote) && !other.said.test(quote) && other.named.test(name) && !mine.named.test(name);

/**
 * True where the speaker has one side of a pair of doings, and the concept is the other: who makes the rules is offered
 * no following of them. Both plain.
 */
export const isOtherRole = (quote: string, name: string): boolean =>
  converses.some((pair) => saysBut(pair, quote, name) || saysBut([pair[1], pair[0]], quote, name));

/** True where the concept is that side of a pair of doings which the speaker has. Both plain. */
export const isSameRole = (quote: string, name: string): boolean =>
  converses.some((pair) => pair.some((mine) => mine.said.test(quote) && mine.named.test(name)));
