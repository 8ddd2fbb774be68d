import type { Language } from "./language.ts";

/** Who somebody is to a person; several together where their names differ from those of one. */
export type Kin =
  | "parent"
  | "parents"
  | "grandparent"
  | "grandparents"
  | "auntOrUncle"
  | "spouse"
  | "partner"
  | "sibling"
  | "sonOrDaughter"
  | "child"
  | "children"
  | "cousin"
  | "youngCousin";

/** What one's own people are called, as alternatives of a pattern in small letters; none of them begins or ends a longer word. */
const words: Readonly<Record<Language, Readonly<Record<Kin, string>>>> = {
  nl: {
    parent: "(?:schoon|stief|pleeg|peet)?(?:moeder|vader)|mama|papa|mam|pap|ma|pa",
    parents: "(?:schoon|stief|pleeg)?ouders",
    grandparent: "(?:over)?groot(?:moeder|vader)|opa|oma",
    grandparents: "(?:over)?grootouders",
    auntOrUncle: "(?:oud|peet)?(?:oom|tante)",
    spouse: "man|vrouw",
    partner: "partner",
    sibling: "(?:schoon|stief|half|tweeling)?(?:broer|zus)|broertje|zusje",
    sonOrDaughter: "(?:schoon|klein|stief|pleeg)?(?:zoon|dochter)|zoontje|dochtertje",
    child: "(?:klein|stief|pleeg)?kind|kindje|baby",
    children: "(?:klein|stief|pleeg)?(?:kinderen|zoons|zonen|dochters)",
    cousin: "neef|nicht",
    youngCousin: "neefje|nichtje",
  },
  en: {
    parent: "(?:step|foster|god)?(?:mother|father)(?:[ -]in[ -]law)?|parent|mum|mom|mam|mummy|dad",
    parents: "(?:foster )?parents(?:[ -]in[ -]law)?",
    grandparent: "grand(?:mother|father|ma|pa|dad)|grandad|gran|granny|nan",
    grandparents: "grandparents",
    auntOrUncle: "aunt|auntie|uncle",
    spouse: "husband|wife",
    partner: "partner",
    sibling: "(?:step)?(?:brother|sister)(?:[ -]in[ -]law)?",
    sonOrDaughter: "(?:step|grand|god)?(?:son|daughter)(?:[ -]in[ -]law)?",
    child: "(?:grand)?(?:child|kid)|baby",
    children: "(?:step|grand)?(?:children|kids|sons|daughters)",
    cousin: "cousin|niece|nephew",
    youngCousin: "niece|nephew",
  },
};

/** The words for these, as alternatives of a pattern. @param languages of which; all of them by default */
export const kinWords = (kin: readonly Kin[], languages: readonly Language[] = ["nl", "en"]): string =>
  languages.flatMap((language) => kin.map((one) => words[language][one])).join("|");

/** Of one's family those who may do things for themselves, or for one. */
export const grownKin: readonly Kin[] = [
  "parent",
  "parents",
  "grandparent",
  "grandparents",
  "auntOrUncle",
  "spouse",
  "partner",
  "sibling",
  "sonOrDaughter",
  "cousin",
];

/** All of one's family. */
export const family: readonly Kin[] = [...grownKin, "child", "children", "youngCousin"];
