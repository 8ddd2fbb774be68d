/** What a short typed answer means, whatever was asked. Words for a skill never come here: the whole message has to fit. */
export type Meaning =
  | "yes"
  | "no"
  | "something_else"
  | "own_words"
  | "dont_know"
  /** Somebody who does not understand what is asked. */
  | "unclear"
  /** "haal weg", without saying what. */
  | "remove"
  | "later"
  | "skip"
  | "nothing_more"
  | "already_said"
  | "help"
  | "stop"
  | "tired"
  | "undo"
  | "passport"
  | "goal"
  | "change_claim"
  | "person"
  | "erase"
  | "wipe_device"
  | "come_back"
  | "to_dutch"
  | "to_english"
  | "go_on"
  | "repeat"
  | "greeting"
  | "thanks";

/** Phrases as they are written here: one after another, with commas between. */
const listed = (text: string): readonly string[] => text.split(",").map((phrase) => phrase.replace(/\s+/g, " ").trim());

/** How people say it, in both languages; compared after `normalise`. */
export const phrases: Readonly<Record<Meaning, readonly string[]>> = {
  yes: listed(`
    ja, jaa, jah, jawel, jazeker, zeker, zeker weten, klopt, dat klopt, het klopt, klopt wel, klopt helemaal, juist, inderdaad,
    precies, goed, is goed, prima, akkoord, oke, ok, okee, yep, yup, jep, ja hoor, ja graag, ja dat klopt, ja klopt, ja zeker,
    ja doe maar, doe maar, boeie, boeien, ja boeie, ja boeien, maakt niet uit, ja maakt niet uit, zo is het goed, zo is goed, ja zo is goed,
    ja zo is het goed, ja is goed, ja is goed dan, whatever, yeah whatever, its fine like this, fine like this, good like this, ja natuurlijk, natuurlijk, tuurlijk, uiteraard, absoluut, helemaal goed, ja dat kan ik, dat kan ik,
    dat doe ik, ja dat doe ik, best wel, ja best wel, yes, yeah, ya, sure, correct, right, thats right, that is right, true, of course,
    exactly, indeed, absolutely, aye, aye thats right, aye yes, aye go on, you bet, yes thats right, yes thats me, thats me, go on then, fire away, go on then fire away, ja hoor begin maar, ja begin maar, ja kom maar op, nou vooruit dan, vooruit dan maar, nou vooruit dan begin maar, vooruit begin maar, nou begin maar, vanzelfsprekend, ja vanzelfsprekend, nogal wiedes, ja logisch, obviously, well obviously, yes obviously, is the pope a catholic, is the pope catholic, go on then ive nowt better on, ok then, oke dan, yes please, yes it is, yes i do, i do, fine, agreed, definitely, 👍, 👌, ✅, ✔️, 🙂, 😊
  `),
  no: listed(`
    nee, neen, nee hoor, nee joh, nee man, neej, nope, nah, niet, klopt niet, dat klopt niet, nee klopt niet, nee dat klopt niet,
    echt niet, helemaal niet, nee echt niet, zeker niet, onjuist, fout, niet waar, dat is niet zo, nee dat is niet zo, dat is het niet,
    nee dat is het niet, dat is niet goed, nee dat is niet goed, nie, nee nie, neeh, nee nee, nee nee nee, nee gewoon nee, gewoon niet,
    nee zeg ik, ik zeg nee, ik zei nee, nee toch, nee he, klopt niks van, er klopt niks van, klopt helemaal niet, niks klopt,
    alles klopt niet, no no, just no, no just no, i said no, its wrong, nothing is right, all of it is wrong, geen van deze,
    geen van die, geen van drieen, geen van allen, geen een, geen enkele, nee dat kan ik niet, dat kan ik niet, nee dank je,
    nee bedankt, liever niet, no, no thanks, no thank you, not really, wrong, thats wrong, that is wrong, not true, none of these,
    none of them, none of those, neither, grapje, grapje hoor, geintje, geintje hoor, was een grapje, dat was een grapje, nee grapje, nee geintje, nee geintje natuurlijk, nee dat was een grapje, just kidding, only joking, only kidding, just joking, it was a joke, that was a joke, no just kidding, no that was a joke, thats not it, that is not it, not at all, definitely not, no i dont, i dont, i do not, 👎, ❌
  `),
  something_else: listed(
    "bijna, bijna goed, die was bijna goed, dat was bijna goed, ander woord, een ander woord, verkeerd woord, verkeerde woord, het is een ander woord, almost, almost right, nearly, nearly right, wrong word, another word, different word, its another word, iets anders, nee iets anders, wat anders, laat iets anders zien, laat keuzes zien, something else, show me something else, show choices, no something else",
  ),
  own_words: listed(`
    mijn eigen woorden, in mijn eigen woorden, eigen woorden, in eigen woorden, ik zeg het zelf, zelf typen, ik typ het zelf, i say it myself, type it myself, my own words,
    in my own words, own words
  `),
  dont_know: listed(`
    weet ik niet, ik weet het niet, weet niet, weet het niet, geen idee, ik weet niet, twijfel, misschien, ik twijfel, kweenie, beetje,
    een beetje, klein beetje, een klein beetje, a bit, a little, a little bit, so so, weetnie, tja, dont know, i dont know, not sure,
    im not sure, no idea, maybe, dunno, idk, 🤷, 🤷‍♀️, 🤷‍♂️
  `),
  unclear: listed(`
    wat, what, watte, moeilijk, best moeilijk, dat is moeilijk, difficult, that is difficult, not understand, no understand,
    ik snap het niet, snap ik niet, snap het niet, wat betekent dat, wat is dat, begrijp ik niet, ik begrijp het niet, ik begrijp niet,
    begrijp niet, i dont understand, what does that mean, what is that, ?, huh, wat bedoel je, hoe bedoel je, what do you mean,
    ik snap er niks van, ik snap er niets van, ik snap niet, snap niet, snap ik nie, ik snap de vraag niet, snap de vraag niet,
    snap er niks van, ik snap je niet, ik begrijp de vraag niet, begrijp de vraag niet, ik begrijp je niet, ik begrijp er niks van,
    begrijp je niet, niet begrepen, ik begrijp niet wat je bedoelt, ik snap niet wat je bedoelt, wat bedoelt u, hoe bedoelt u,
    wat bedoel je daarmee, wat betekent dit, wat is dit, wat wil je weten, wat wil je horen, wat moet ik zeggen, wat moet ik nu zeggen,
    te moeilijk, moeilijke vraag, dat is te moeilijk, i do not understand, dont understand, i dont get it, dont get it,
    i dont understand the question, i dont understand you, what does this mean, what is this, what should i say,
    what do you want to know, too difficult, too hard
  `),
  remove: listed(`
    haal weg, haal maar weg, haal dit weg, haal dat weg, haal die weg, haal deze weg, haal het weg, weg ermee, weg, mag weg,
    die mag weg, dit mag weg, dat mag weg, kan weg, moet weg, die moet weg, dit moet weg, gooi weg, gooi maar weg, gooi die weg,
    doe weg, doe die weg, weghalen, weg halen, verwijder, verwijderen, verwijder dit, verwijder deze, verwijder die, wis dit, wis deze,
    schrap dit, delete, delete it, delete this, delete that, remove, remove it, remove this, remove that, take it out, take it away,
    take this out, throw it away, get rid of it
  `),
  later: listed("later, straks, nu niet, niet nu, bewaar maar, later graag, een andere keer, not now, maybe later, another time"),
  skip: listed(`
    sla over, sla maar over, overslaan, slaan we over, volgende, volgende vraag, nvt, n v t, niet van toepassing, heb ik niet,
    heb ik nooit gedaan, nooit gedaan, geen, niks, niets, nee niks, nee niets, dat heb ik niet, doe ik niet, nee dat heb ik niet,
    nee heb ik niet, geen zin, geen diploma, geen diplomas, ik heb geen diploma, geen cursus, geen cursussen, geen hobby, geen hobbys,
    no diploma, no courses, no hobbies, zeg ik liever niet, dat zeg ik liever niet, skip, skip this, skip it, pass, next,
    next question, none, n a, na, not applicable, nothing, never, never did, never done that, i dont have any, rather not say,
    id rather not say, i would rather not say
  `),
  nothing_more: listed(`
    dat was alles, dat is alles, dat was het, dat is het, meer niet, niets meer, niks meer, verder niks, verder niets, verder niet,
    nee verder niks, nee verder niet, nee dat was alles, nee dat was het, dit was het, dit is alles, klaar, ik ben klaar, nee klaar,
    nee ik ben klaar, nu klaar, klaar nu, alles gezegd, meer is er niet, nee meer niet, meer weet ik niet, nee verder, that was all,
    that is all, thats all, that was it, thats it, that is it, nothing more, nothing else, no more, no nothing else, no that was all,
    no thats all, im done, no im done, no done, i am done, done, no that is all
  `),
  already_said: listed(`
    dat heb ik al gezegd, heb ik al gezegd, zei ik al, dat zei ik al, dat heb ik net gezegd, heb ik al verteld, dat heb ik al verteld,
    dat vertelde ik al, al gezegd, al verteld, i already said that, already said that, already told you, i already told you,
    i told you already, i said that already, i just said that, already said, dat had je al gevraagd, had je al gevraagd, dat heb je al gevraagd,
    heb je al gevraagd, dat vroeg je al, vroeg je al, je vroeg dat al, dat vroeg u al, dat heeft u al gevraagd, dat had u al gevraagd,
    al gevraagd, you already asked that, you already asked, you asked that already, you asked me that already, you asked already,
    you already asked me, already asked
  `),
  help: listed(`
    help, hulp, help me, hoe werkt dit, hoe werkt het, wat moet ik doen, wat kan ik doen, uitleg, how does this work, what can i do,
    what do i do
  `),
  stop: listed(`
    stop, stoppen, ik stop, ik wil stoppen, stop maar, stop maar voor vandaag, stop voor vandaag, stop maar voor nu, stop voor nu,
    hou op voor vandaag, hou op voor nu, stop for today, stop for now, lets stop for today, genoeg, genoeg voor vandaag,
    geen zin meer, ik heb geen zin meer, pauze,
    ik ga stoppen, stop met vragen, stop met die vragen, geen vragen meer, hou op, stop asking, no more questions, morgen verder,
    andere keer verder, ik moet gaan, ik moet weg, doei, tot later, tot ziens, quit, i want to stop, enough, enough for today, pause,
    i have to go, bye, goodbye, see you later
  `),
  tired: listed("moe, te lang, het duurt te lang, duurt lang, te veel vragen, teveel vragen, zoveel vragen, tired, too long, too many questions"),
  undo: listed(`
    terug, ga terug, een stap terug, stap terug, ongedaan maken, maak ongedaan, verkeerd gedrukt, verkeerde knop, foutje, oeps, vorige,
    vorige vraag, undo, go back, back, step back, wrong button, oops, previous, i clicked wrong
  `),
  passport: listed(`
    mijn paspoort, paspoort, laat mijn paspoort zien, toon mijn paspoort, wat staat er in mijn paspoort, wat heb je nu, my passport,
    passport, show my passport, show me my passport, what is in my passport
  `),
  goal: listed(`
    mijn doel, over mijn doel, praat over mijn doel, praten over mijn doel, ik wil praten over mijn doel, ik wil over mijn doel praten,
    my goal, about my goal, talk about my goal, i want to talk about my goal, lets talk about my goal
  `),
  change_claim: listed(`
    vaardigheid veranderen, vaardigheid wijzigen, vaardigheid weghalen, vaardigheid verwijderen, verander een vaardigheid,
    wijzig een vaardigheid, haal een vaardigheid weg, verwijder een vaardigheid, verwijder vaardigheid, ik wil iets veranderen,
    iets veranderen, ik wil iets weghalen, iets weghalen, ik wil een vaardigheid veranderen, ik wil een vaardigheid weghalen,
    ik wil een vaardigheid verwijderen, change a skill, remove a skill, delete a skill, edit a skill, i want to change something,
    change something, remove something, i want to change a skill, i want to remove a skill
  `),
  person: listed(`
    een mens, mens, ik wil een mens, ik wil een mens spreken, echt persoon, iemand spreken, ik wil iemand spreken,
    ik wil met iemand praten, medewerker, contact, contactpersoon, kan ik iemand bellen, kan ik iemand spreken,
    kan ik met iemand praten, kan ik met een mens praten, kan ik een mens spreken, ik wil met een mens praten, mag ik iemand spreken,
    wie kan ik bellen, a person, human, talk to a person, talk to someone, i want to talk to a person, i want to talk to someone,
    i want to speak to someone, real person, can i talk to someone, can i talk to a person, can i speak to someone,
    can i speak to a person, can i talk to a human, who can i call
  `),
  erase: listed(`
    wis alles, alles wissen, verwijder alles, alles verwijderen, gooi alles weg, ik wil alles wissen, wis mijn gegevens,
    verwijder mijn gegevens, verwijder mij, erase everything, delete everything, erase all, delete all my data, delete my data,
    erase my data, i want to delete everything
  `),
  wipe_device: listed(`
    wis deze telefoon, deze telefoon wordt gedeeld, dit is niet mijn telefoon, gedeelde telefoon, wis dit apparaat, wis deze computer,
    uitloggen, log uit, this phone is shared, wipe this phone, shared phone, this is not my phone, wipe this device, log out, sign out
  `),
  come_back: listed(`
    code, mijn code, de code, bewaar mijn code, bewaar je code, bewaar uw code, waar is mijn code, waar staat mijn code,
    wat is mijn code, geef me een code, nieuwe code, ik heb een code, hoe kom ik terug, hoe kom ik hier terug, hoe kom ik later terug,
    hoe kom ik weer terug, hoe kan ik terugkomen, hoe kan ik later terugkomen, hoe ga ik later verder, hoe kan ik later verder,
    hoe kan ik later verder gaan, hoe kan ik verder op een ander apparaat, hoe kan ik verder op een andere telefoon, ander apparaat,
    andere telefoon, op een ander apparaat, op een andere telefoon, my code, the code, keep my code, keep your code, where is my code,
    what is my code, give me a code, new code, i have a code, how do i come back, how do i get back, how do i get back here,
    how do i come back later, how can i come back, how can i come back later, how do i go on later, how can i go on later,
    another device, another phone, on another device, on another phone
  `),
  to_dutch: listed(`
    nederlands, in het nederlands, nederlands graag, nederlands aub, dutch, dutch please, kan het in het nederlands, praat nederlands,
    terug naar nederlands, terug naar het nederlands, weer nederlands, weer in het nederlands, liever nederlands,
    liever in het nederlands, back to dutch, switch to dutch, in dutch, speak dutch
  `),
  to_english: listed(`
    engels, in het engels, engels graag, english, english please, in english, in english please, can we speak english, speak english,
    can you speak english, terug naar engels, terug naar het engels, weer engels, weer in het engels, liever engels,
    liever in het engels, back to english, switch to english, english again, kan het in het engels
  `),
  go_on: listed(`
    laat maar zo, laat zo, laat het zo, laat het maar zo, laat maar staan, nee laat maar zo, ja laat maar zo, leave it, leave it like this,
    leave it as it is, leave it like that, leave as is, keep it like this, verder, ga verder, ga door, doorgaan, door, begin, beginnen, start, goed beginnen, laten we beginnen, ik wil verder, continue,
    go on, lets start, lets go, resume, ik ben er weer, ben er weer, ik ben terug, ben terug, hallo ben terug, hoi ben terug,
    hallo ik ben terug, hoi ik ben er weer, hi im back, hello im back, im back, i am back, hoi ben er weer, daar ben ik weer, hier ben ik weer, ben weer terug, ik ben weer terug,
    back again, im back again, hello again, hi again
  `),
  repeat: listed("herhaal, wat vroeg je, wat was de vraag, nog een keer, nog eens, sorry, repeat, what was the question, say again, pardon, again"),
  greeting: listed(`
    hoi, hallo, hai, hey, hee, he, hi, hello, goedemorgen, goedemiddag, goedenavond, goeiemorgen, goeiedag, dag, moin, good morning,
    good afternoon, good evening, hallo daar, hoi hoi
  `),
  thanks: listed(`
    dank je, dankje, dank je wel, dankjewel, bedankt, dank u, dank u wel, thanks, thank you, thank you very much, thx, top, super,
    mooi, leuk, fijn, nice, great, cool
  `),
};
