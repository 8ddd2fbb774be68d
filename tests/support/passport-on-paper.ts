import type { GrantView } from "../../src/domain/grant.ts";
import type { Language } from "../../src/domain/language.ts";
import { endorsementsOf } from "../../src/domain/endorsement.ts";
import type { VouchedClaims, Vouching } from "../../src/domain/vouching.ts";
import type { Claim, Passport } from "../../src/domain/passport.ts";
import { type ExportContent, exportContent } from "../../src/passport/export/content.ts";
import type { ExportView } from "../../src/passport/export/exporter.ts";
import { typeset } from "../../src/passport/export/pdf/typeset.ts";
import { loadPageWords } from "../../src/web/chat/page-words.ts";
import { headingOfMany } from "./many-skills.ts";
import { someClaim } from "./passport-samples.ts";
import { readPdf } from "./pdf-reader.ts";

const [page, own] = [loadPageWords(), loadPageWords("je", undefined, "export")];

/** All words that may stand on an export. */
export const wordsOnPaper = { nl: { ...page.nl, ...own.nl }, en: { ...page.en, ...own.en } };

export interface OnPaper {
  readonly view?: ExportView;
  readonly language?: Language;
  readonly name?: string | null;
  readonly content?: ExportContent;
  readonly grantView?: GrantView;
  /** By default all that was endorsed was endorsed here. */
  readonly vouched?: VouchedClaims;
}

/** What was endorsed and not withdrawn, as if all of it were so. */
export function vouchedAs(vouching: Vouching, claims: readonly Claim[]): VouchedClaims {
  return new Map(
    claims.map((claim) => [
      claim.id,
      {
        status: claim.status === "endorsed" && vouching !== "here" ? "self_declared" : claim.status,
        endorsements: endorsementsOf(claim).map(({ id, by, at, withdrawn }) => ({
          id,
          by,
          at,
          withdrawnAt: withdrawn?.at ?? null,
          vouching: withdrawn === null ? vouching : "withdrawn",
        })),
      },
    ]),
  );
}

/** The passport as a PDF, in this process. */
export function onPaper(
  passport: Passport,
  { view = "applying", language = "nl", name = null, content, grantView, vouched }: OnPaper = {},
): Uint8Array {
  const headings = Object.fromEntries(passport.claims.flatMap(({ id, uri }) => (uri === null ? [] : [[id, headingOfMany(uri)]])));
  return typeset({
    content: content ?? exportContent(passport, view),
    vouched: vouched ?? vouchedAs("here", passport.claims),
    view: grantView ?? view,
    language,
    toldIn: passport.language,
    labelLanguage: passport.labelLanguage ?? null,
    name,
    at: "2026-11-24T10:00:00.000Z",
    headings,
    words: wordsOnPaper[language],
  });
}

export async function readOnPaper(passport: Passport, asked: OnPaper = {}) {
  return readPdf(onPaper(passport, asked));
}

/** A claim that a counsellor stands for. */
export function endorsedClaim(id: string, withdrawn: boolean = false): Claim {
  const claim = someClaim(id);
  return {
    ...claim,
    status: withdrawn ? "self_declared" : "endorsed",
    endorsements: [
      {
        id: `said-${id}`,
        at: "2026-10-05T09:00:00.000Z",
        by: { name: "Marja Koster", role: "loopbaanbegeleider", organisation: "Werkplein Oost", relation: "begeleidt mij" },
        claim: { uri: claim.uri, label: claim.label, level: claim.level },
        credential: {},
        withdrawn: withdrawn ? { at: "2026-11-01T09:00:00.000Z", because: "toch niet" } : null,
      },
    ],
  };
}
