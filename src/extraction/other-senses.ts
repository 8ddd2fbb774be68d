import type { OtherDeed } from "./other-deed.ts";
import { word } from "./whole-words.ts";

/** Concepts that are found by one word which everybody uses in another sense; each needs a word of its own trade. */
export const otherSenses: readonly OtherDeed[] = [
  // Who is awake early has divided no time by that.
  {
    names: word("manage time|tijd beheren"),
    said: /plan|indel|deel.* in|volgorde|deadline|schedul|agenda|juggle|combineer/,
    else: word("awake|wakker|asleep|slaap|slapen|sleep|sta(?:an)? op|op om|up at|get up|home by|klaar om"),
  },
  // A plan that is told to others is not made for oneself.
  {
    names: /^plannen \. plan(?: |$)/u,
    said: /agenda|week|dag|morgen|volgende|vooruit|ahead|day|week|tomorrow|diary/,
    else: word("tell|told|explain|explained|vertel|vertelde|leg|uitleg|zeg|hun|hen|ze|them|everyone|iedereen"),
  },
  // Music is no person who talks, nor is the radio.
  {
    names: word("listen actively|actief luisteren|luistert echt naar mensen"),
    said: /mens|people|verhaal|story|stories|iemand|someone|somebody|klant|customer|vriend|friend|hem|haar|them|him|her(?:$| )/,
    else: word("music|muziek|radio|podcasts?|audiobooks?|luisterboek(?:en)?|songs?|liedjes?|cd's?|spotify"),
  },
  // Who puts a system on a computer does not for that reason know all systems.
  { names: /^besturingssystemen \. /u, said: /windows.*(?:linux|mac)|ken |know/u, else: /instal|zet .*op|put .*on/u },
  // Who looks whether a bag is packed guards no entrance.
  {
    names: word("perform security checks|veiligheidscontroles uitvoeren|(?:check in|screen) luggage|bagage (?:inchecken|controleren)"),
    said: /beveilig|securit|vliegveld|schiphol|luchthaven|airport|bagage|baggage|luggage|koffer|suitcase|ingang|poort|entrance|gate|scan|metaal|fouille|frisk|search(?:ed|ing)? (?:bags|people)|bewak|guard|toegang|ronde|patrol|evenement|event|hotel|balie/,
  },
  // A boss of people keeps no diary by that.
  {
    names: word("manage personnel agenda|personeelsagenda\\p{L}*[^.]*|[^.]*agenda van (?:het )?personeel"),
    said: /agenda|rooster|planning|afspra|schedul|diary|appointment|calendar|rota|roster|shift|diensten/,
  },
  // Not every light stands on a stage.
  {
    names: word("[^.]*stage lights?|[^.]*(?:podium|toneel)(?:verlichting|licht|lampen)[^.]*|[^.]*automated light[^.]*"),
    said: /podium|toneel|theater|stage|theatre|show|concert|spot|voorstelling|festival|disco|rig|truss|gig/,
  },
  // Who has children nurses no newborn by that.
  {
    names: word("provide postnatal care|postnatale zorg[^.]*|kraamzorg[^.]*"),
    said: /baby|kraam|bevall|geboor|birth|newborn|pasgebor|verlos|midwi|postnatal|borstvoed|breastfe/,
  },
  // A school bag is no shopping bag.
  {
    names: word("package purchases in bags|aankopen in (?:tassen|zakken)[^.]*|pakt aankopen in[^.]*"),
    said: /kassa|klant|boodschap|winkel|aankop|supermarkt|verko|shop|customer|till|checkout|purchas|grocer|store|sold|sell/,
  },
  // Not every club plays.
  {
    names: word("manage sports events|sportevenementen[^.]*"),
    said: /sport|bal(?:$|[ l])|toernooi|wedstrijd|competitie|loop|marathon|schaak|zwem|turn|dart|biljart|match|race|tournament|league|competition|contest|run|chess|swim|football|cricket|pool|game/,
  },
  // Who lets others tell their story tells none.
  {
    names: word("tell a story|verhalen? vertellen|vertelt verhalen"),
    said: /(?!)/u,
    else: word(
      "let|lets|laat|laten|liet|listen|listens|listened|luister|luisteren|luisterde|their story|hun verhaal|tell me|tells me|vertel(?:len|t) (?:mij|me)|people (?:do )?tell|mensen vertellen|reading|read",
    ),
  },
  // Talking to people is no dialect.
  {
    names: word("speak dialect|(?:streektaal|dialect) spreken[^.]*|(?:use )?dialects?"),
    said: /dialect|streek|fries|limburg|twents|gronings|brabants|zeeuws|plat(?:$| )|patois|accent|local (?:language|tongue)|scots|welsh/,
  },
  // Nor does eating well oneself change what others eat.
  {
    names: word("support individuals on (?:diet|nutrition) changes|iemand helpen anders te eten[^.]*|[^.]*(?:voedings|dieet)verandering[^.]*"),
    said: /help|support|advi|coach|diet|dieet|begeleid|client|patient|uitleg|explain/,
  },
  // Telling what something costs is no bargain.
  {
    names: word("negotiate price|onderhandelen over (?:de )?prij(?:s|zen)|over (?:de )?prij(?:s|zen) onderhandelen"),
    said: /onderhandel|prijs|prijz|korting|ding|marchander|goedkoper|negotiat|price|discount|haggl|deal|bargain|cheaper|quote|offerte/,
  },
  // Who has a key hands none out.
  {
    names: word("allocate keys|sleutels (?:toewijzen|uitdelen|uitreiken|verstrekken)"),
    said: /uitgif|geef|gaf|uitleen|reik|uitde|deel|give|gave|hand|issu|allocat|distribut|lend/,
  },
  // What is clean has to be said: rules of a warehouse sweep none.
  {
    names: word("clean (?:warehouse|vehicles?|equipment|confined spaces)|magazijn(?:en)? (?:schoonmaken|reinigen|schoonhouden)"),
    said: /schoon|poets|dweil|veeg|vegen|was|spoel|stof|schrob|reinig|ontsmet|vuil|ruim|clean|mop|sweep|swept|hoover|vacuum|scrub|dust|tidy|dirt|polish|wipe|rinse/,
  },
  // Guests are greeted where somebody comes in; new lads are called guests too.
  {
    names: word("greet guests|gasten (?:be)?groeten|(?:be)?groet gasten[^.]*"),
    said: /groet|ontvang|welkom|hotel|recepti|lobby|ingang|restaurant|binnen|greet|welcome|arriv|reception|door|hello|gastvr|check[ -]?in/,
  },
  // Reports, tactics and manners are those of a trade only where it is named.
  { names: word("analyse tote reports|[^.]*totalisator[^.]*"), said: /tote|totali|gok|wedden|weddens|race|bet(?:$|s|ting| )|paard|horse/ },
  {
    names: word("devise military tactics|militaire tactiek[^.]*"),
    said: /leger|militair|army|militar|soldaat|soldier|marine|navy|defensie|oorlog|war(?:$| )|peloton|platoon/,
  },
  { names: word("show good manners with players|goede manieren[^.]*spelers[^.]*"), said: /speler|player|casino|croupier|dealer|gok|gambl/ },
  // Who has to find it out alone tells no boss.
  {
    names: word("notify supervisor|(?:leidinggevende|toezichthouder|supervisor)s? (?:informeren|inlichten|waarschuwen|op de hoogte[^.]*)"),
    said: /baas|chef|meld|leiding|manager|supervisor|boss|tell|report|notify|inform|overleg|teamleider|doorgeven|geef.* door|zeg/,
  },
  // At a door things are delivered too.
  {
    names: word("provide door security|deurbeveiliging[^.]*|[^.]*beveiliging aan de deur"),
    said: /club|disco|uitsmijter|portier|bouncer|beveilig|securit|toegang|binnenlaten|laat.* binnen|let.* in(?:$| )|(?<!\p{L})id(?!\p{L})|kroeg|cafe|guard|bewak/u,
  },
  // A machine that runs is not fed by it.
  {
    names: word("supply machine|machines? (?:bevoorraden|van materiaal voorzien|bijvullen)"),
    said: /vul|laad|laden|lading|materiaal|grondstof|toevoer|invoer|leg.* in|stop.* in|fill|load|feed|fed|supply|material|hopper|put/,
  },
  // Who sees to homework sets none, and who takes people on audits none.
  {
    names: word("assign homework|huiswerk (?:opgeven|toewijzen)[^.]*"),
    said: /opge|geef .*huiswerk .*op|assign|set (?:\p{L}+ )?homework|les(?:$|sen| )|klas(?:$| )|leraar|lera|docent|teacher|pupil|leerling|my class/u,
  },
  {
    names: word("audit contractors|(?:aannemers|contractanten) (?:controleren|auditen)"),
    said: /audit|controle|check|inspect|keur|toezicht|contracts|contracten/,
  },
];
