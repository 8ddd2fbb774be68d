import { plain } from "./words.ts";

/** A concept by its English name, and words of which one has to stand in the talk before anybody means it. */
interface Needed {
  readonly needs: RegExp;
  /** Only where this stands in it; anywhere where it is absent. */
  readonly when?: RegExp;
}

/**
 * Concepts of a trade that are found by one word which means something else at home, in a shop or in a game. Each is
 * meant only by who uses a word of that trade, anywhere in the same answer.
 */
const needed: Readonly<Record<string, Needed>> = {
  "prune hedges and trees": { needs: /snoei|knip|heg(?:$|[ g])|haag |hagen|tuin|bomen|boom|struik|prun|trim|hedge|garden|tree|bush|cut/ },
  "milk animals": {
    needs: /melk(?!pak|poeder)|koe|geit|boer(?:$| |d)|stal|uier|milk(?:ing|ed|s)?(?= (?:the|cows?|goats?|sheep)|$)|cow|goat|farm|udder/,
  },
  "paint with a paint gun": { needs: /spuit|gespoten|verfpistool|airless|spray|paint gun/ },
  "move animals": {
    needs: /schap|schaap|koe|vee(?:$| )|kudde|wei(?:$|[ d])|paard|geit|varken|stal|sheep|cattle|cow|herd|graz|horse|goat|pig|pasture|field|livestock/,
  },
  "handle returns": { needs: /retour|terug|ruil|return|back|exchang/ },
  "patrol areas": {
    needs: /bewa(?:ak|k)|beveil|ronde|patrou|surveil|toezicht|terrein|nacht|alle deuren|site|at night|doors|guard|secur|patrol|rounds|watch/,
  },
  "provide social guidance over the phone": { needs: /bel(?:$|[ dlt])|telefo|hulplijn|chat|phone|call|rang|ring/ },
  "prepare vegetable products for use in a dish": {
    needs: /snij|snijd|schil|schoon|was|hak|kook|kok|keuken|salade|soep|bereid|chop|cut|peel|wash|slic|prep|kitchen|cook|chef|salad|soup/,
  },
  "carry out repair of vehicles": {
    needs: /auto|wagen|voertuig|garage|bus(?:$| )|motor|apk|(?<!\p{L})cars?(?!\p{L})|vehicle|van(?:s|$)|truck|engine|mot(?:$| )/u,
    when: /fiets|remblok|band(?:en)? plak|ketting|spa(?:ak|ken)|bike|bicycle|spokes?|puncture|brake/,
  },
  "provide dog walking services": {
    needs:
      /honden|dogs|anderen|ander(?:mans)?|klant|buu?r|asiel|service|betaald|kennis|oma|opa|ouder|shelter|neighbou?r|paid|other|people|kennel|friend/,
  },
  "compose music": { needs: /compon|schrij|maak|maken|bedenk|beat|nummer|liedje|compos|writ|wrote|song|make|made|produc|track/ },
  "carry out cheese production": { needs: /maak|maken|stremsel|wei(?:$| )|boerderij|zuivelfabriek|pers|mak(?:e|ing)|made|curd|rennet|press/ },
  "play musical instruments": {
    needs:
      /speel|spelen|play|bespe|instrument|gita|piano|drum|viool|fluit|orgel|trompet|trombone|accordeon|sax|guitar|violin|flute|organ|band|koor|oefen|practi/,
  },
  "read musical score": { needs: /noten|muziek|bladmuziek|partituur|koor|orkest|music|sheet|notes|orchestra|choir|band|piano|violin/ },
  "adhere to questionnaires": { needs: /enqu|vragenlijst|onderzoek|interview|survey|questionnaire|research|poll/ },
  "organise camp activities": { needs: /kamp|padvind|scout|camp/ },
  "assist in the organisation of school events": {
    needs: /feest|event|uitje|dag|markt|kerst|sinterklaas|reis|musical|fair|party|trip|play|concert|disco|christmas|fete|organi/,
  },
  "serve beers": { needs: /tap(?:$|[ pt])|schenk|achter de bar|bedien|serve|pour|pull|behind the bar|bar ?(?:staff|work|tender)|kroeg|cafe/ },
  "devise choreography": { needs: /dans|dance|choreo|ballet|beweging/ },
  "set up consumer electronics": { needs: /sluit|aansluit|aangesloten|instal|instel|kabel|connect|set(?:ting)? up|cable|plug|fix/ },
  "transport dangerous goods": {
    needs: /gevaar|adr(?:$| )|chemi|explo|tankwagen|giftig|brandbaar|vuurwerk|gas|benzine|diesel|zuur|danger|hazard|tanker|toxic|flammable|fuel|acid/,
  },
  "answer incoming calls": {
    needs:
      /bel(?:$|[ dlt])|telefo|opnemen|neem.* op|klant|balie|phone|ring|rang|callers?|answer|pick up|(?:take|taking|get) calls|call cent|customer|reception|desk/,
  },
  "road traffic laws": { needs: /regel|verkeer|wet|rijbewijs|theorie|rules|law|traffic|sign|licen|code|theory/ },
  "teach driving practices": { needs: /rij(?:$|[ ls])|rijden|auto|chauffeur|driv|car(?:$| )|truck|lorry|road/ },
  "work ergonomically": { needs: /til(?:$|[ l])|rug|houding|zwaar|zware|ergonom|knie|lift|back|posture|heavy|bend|knee/ },
  "communicate clearly with passengers": {
    needs: /passag|reizig|omroep|instap|kaartje|chauffeur|conduct|passeng|announc|travell?er|board|ticket|driv/,
  },
  "maintain psychological well-being": {
    needs: /mentaal|mentale|psych|stress|balans|medit|yoga|ontspan|hoofd leeg|therap|mental|mind|relax|well-?being|balance|calm/,
  },
  "prepare the restaurant for service": { needs: /tafel|gast|zaal|dek|restaurant|stoel|bestek|table|guest|dining|chair|cutlery|napkin/ },
  "remove inadequate workpieces": {
    needs:
      /fout|stuk|kapot|afkeur|afgekeurd|defect|lijn|fabriek|product|onderdel|slecht|lopende band|belt|bad (?:ones|pieces)|crack|reject|faulty|factory|parts?|piece/,
  },
  "stock the bar": { needs: /bar(?:$| )|kroeg|cafe|drank|fust|bier|glazen|pub|beer|keg|drinks|spirits|glasses/ },
  "operate voice picking systems": { needs: /pick|magazijn|headset|order|warehouse/ },
  "prepare specialised coffee": { needs: /barista|espresso|cappuccino|latte|melkschuim|bonen|koffiebar|flat white|beans|coffee (?:bar|shop)|foam/ },
  "fix meetings": {
    needs: /vergader|bijeenkomst|datum|datums|prik|plan|regel|organis|organiz|afspra|agenda|meeting|appointment|schedul|date|diary|calendar|arrang/,
  },
  "execute email marketing": { needs: /mail|klant|reclame|market|campagne|customer|campaign|adverti|mailchimp/ },
  "manage cleaning activities": {
    needs: /leid|stuur|aanstur|baas|verdeel|rooster|ploeg|team|controleer|manag|supervis|lead|boss|rota|crew|in charge/,
  },
  "manage donated goods in second-hand shop": {
    needs: /sorteer|sorteren|prijs|uitzoek|zoek|donatie|gegeven|ingebracht|spullen|sort|price|pricing|donat|things|goods|stuff/,
  },
  "use learning strategies": { needs: /leer|stud|onthoud|oefen|method|learn how|stud(?:y|ied)|revis|practi[sc]e|memor/ },
  "provide written content": {
    needs:
      /artikel|tekst|blog|website|verhaal|boek|brief|krant|nieuwsbrief|column|article|text|blog|newsletter|story|stories|book|content|copy|posts|magazine/,
  },
  "advise others": {
    needs: /advi|raad|tip(?:s|$| )|vertel|uitleg|leg.* uit|vra(?:ag|gen)|zeg|help|tell|told|explain|ask|recommend|suggest|counsel/,
  },
  "perform multiple tasks at the same time": {
    needs: /tegelijk|multitask|meerdere|combin|door elkaar|intussen|ondertussen|same time|at once|juggl|several|meanwhile|both/,
  },
  "perform minor repairs to equipment": {
    needs:
      /machine|appara|kapot|stuk|repar|toestel|onderhoud|spullen|gereedschap|storing|equipment|broken|repair|appliance|device|tool|fault|breaks?(?: down)?/,
  },
  "speak different languages": {
    needs:
      /talen|in (?:die|deze|hun|mijn|onze) taal|engels|duits|frans|arabisch|turks|pools|spaans|vertaal|vertal|tolk|languages|in (?:that|their|my|our) language|english|german|french|arabic|turkish|polish|spanish|translat|interpret|bilingual/,
  },
  "work safely with machines": { needs: /veilig|gevaar|bescherm|safe|danger|guard|protect/ },
  "wash dogs": { needs: /was|douch|bad|trim|borstel|wash|bath|groom|brush|shampoo/ },
};

/**
 * True where a concept has words of its own without which nobody means it, and none of them was used.
 * @param said the quote  @param talk all that was told in the same answer
 */
export function lacksItsWords(said: string, talk: string, label: string | null): boolean {
  const rule = label === null ? undefined : needed[label];
  if (!rule) return false;
  const all = plain(`${said} ${talk}`);
  return !rule.needs.test(all) && (rule.when?.test(all) ?? true);
}
