import type { Language } from "../../domain/language.ts";

/** What somebody may answer in one go: sixty words, several skills, some of them between the lines. Made up. */
export const sixtyWords: Readonly<Record<Language, string>> = {
  nl:
    "Ik werkte zes jaar in de keuken van een verzorgingshuis. Elke ochtend sneed ik groente, kookte ik soep en maakte ik porties klaar voor " +
    "tachtig bewoners. Ik hield bij wie geen zout mocht en bestelde alles bij de groothandel. Toen de kok ziek werd, heb ik drie weken het " +
    "rooster gemaakt en twee nieuwe collega's ingewerkt, en dat ging goed.",
  en:
    "For six years I worked in the kitchen of a care home. Every morning I chopped vegetables, cooked soup and portioned meals for eighty " +
    "residents. I kept track of who couldn't have salt and ordered everything from the wholesaler. When the cook fell ill I made the rota " +
    "for three weeks and trained two new colleagues, and it went well.",
};
