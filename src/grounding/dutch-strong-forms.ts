/** Past tenses, participles and present singulars of common irregular Dutch verbs, by infinitive. */
const table = `bakken: bakte bakten gebakken
bedriegen: bedroog bedrogen
beginnen: begon begonnen
begrijpen: begreep begrepen
bezoeken: bezocht bezochten
bieden: bood boden geboden
bijten: beet beten gebeten
binden: bond bonden gebonden
blijven: bleef bleven gebleven
breken: brak braken gebroken
brengen: bracht brachten gebracht
buigen: boog bogen gebogen
denken: dacht dachten gedacht
doen: doe doet deed deden gedaan
dragen: droeg droegen gedragen
drinken: dronk dronken gedronken
duiken: dook doken gedoken
dwingen: dwong dwongen gedwongen
eten: at aten gegeten eet
fluiten: floot floten gefloten
gaan: ga gaat ging gingen gegaan
geven: gaf gaven gegeven geef geeft
genezen: genas genezen
gieten: goot goten gegoten
graven: groef groeven gegraven
grijpen: greep grepen gegrepen
hangen: hing hingen gehangen
heffen: hief hieven geheven
helpen: hielp hielpen geholpen
houden: hou hield hielden gehouden
jagen: joeg joegen gejaagd
kiezen: koos kozen gekozen
kijken: keek keken gekeken
klimmen: klom klommen geklommen
knijpen: kneep knepen geknepen
komen: kom komt kwam kwamen gekomen
kopen: kocht kochten gekocht
krijgen: kreeg kregen gekregen
laden: laadde laadden geladen
laten: liet lieten gelaten laat
leggen: lei legde gelegd
leiden: leid leidt leidde leidden geleid
lezen: las lazen gelezen lees leest
liggen: lag lagen gelegen
lopen: liep liepen gelopen loop loopt
malen: maalde gemalen
melken: molk molken gemolken
meten: mat maten gemeten meet
nemen: nam namen genomen neem neemt
onderhouden: onderhield onderhielden
ontwerpen: ontwierp ontwierpen
overleggen: overlegde overlegd
plukken: plukte geplukt
prijzen: prees prezen geprezen
raden: raadde geraden
rijden: rij rijd rijdt reed reden gereden
roepen: riep riepen geroepen
ruiken: rook roken geroken
scheiden: scheidde gescheiden
schenken: schonk schonken geschonken
scheren: schoor schoren geschoren scheer scheert
schieten: schoot schoten geschoten
schrijven: schreef schreven geschreven schrijf schrijft
schuiven: schoof schoven geschoven
slaan: sla slaat sloeg sloegen geslagen
slapen: sliep sliepen geslapen
slijpen: sleep slepen geslepen
sluiten: sloot sloten gesloten
smeren: smeerde gesmeerd smeer
smijten: smeet smeten gesmeten
snijden: snij snijd snijdt sneed sneden gesneden
snoeien: snoeide gesnoeid snoei snoeit
spreken: sprak spraken gesproken spreek spreekt
springen: sprong sprongen gesprongen
spuiten: spoot spoten gespoten spuit
staan: sta staat stond stonden gestaan
steken: stak staken gestoken
stelen: stal stalen gestolen
sterven: stierf stierven gestorven
strijken: streek streken gestreken
trekken: trok trokken getrokken
vallen: viel vielen gevallen
vangen: ving vingen gevangen
varen: voer voeren gevaren vaar vaart
vechten: vocht vochten gevochten
verbinden: verbond verbonden
vergelijken: vergeleek vergeleken
verkopen: verkocht verkochten
verliezen: verloor verloren
vervangen: verving vervingen
vinden: vond vonden gevonden
vliegen: vloog vlogen gevlogen
vouwen: vouwde gevouwen
vragen: vroeg vroegen gevraagd
wassen: waste wasten gewassen
wegen: woog wogen gewogen weeg weegt
werpen: wierp wierpen geworpen
weten: wist wisten geweten weet
weven: weefde geweven
wijzen: wees wezen gewezen
winnen: won wonnen gewonnen
wrijven: wreef wreven gewreven
zeggen: zei zeiden gezegd
zenden: zond zonden gezonden
zien: zie ziet zag zagen gezien
zijn: ben bent is was waren geweest
zingen: zong zongen gezongen
zitten: zat zaten gezeten
zoeken: zocht zochten gezocht
zuigen: zoog zogen gezogen
zwemmen: zwom zwommen gezwommen`;

/** Infinitive by irregular form. */
export const strongForms: ReadonlyMap<string, string> = new Map(
  table.split("\n").flatMap((line) => {
    const [infinitive = "", forms = ""] = line.split(": ");
    return forms.split(" ").map((form): [string, string] => [form, infinitive]);
  }),
);
