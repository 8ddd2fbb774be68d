import type { HolderReviews } from "../../src/review/holder-reviews.ts";
import type { Target } from "./intruders.ts";

/** How a route is knocked at: parameters filled in with what is somebody else's, and a body that would do. */
export interface Knock {
  readonly path?: (target: Target) => string;
  readonly body?: (target: Target, link: string) => unknown;
  /** Whose page it is for: those have a session of their own, and may get what is their own. */
  readonly for: "holder" | "counsellor" | "nobody";
}

const grant = { view: "applying" };
const parts = { claimIds: ["secret-claim"], parts: [], withQuotes: true };
const conversation = (rest: string) => (target: Target) => `/v3/directline/conversations/${target.conversation}${rest}`;
const grants = (rest: string) => (target: Target) => `/api/grants/${target.grant}/${rest}`;
const review = (rest: string) => (target: Target) => `/api/counsellor/reviews/${target.review}${rest}`;
const own = { for: "holder" } as const;
const ownCounsellor = { for: "counsellor" } as const;
const empty = () => ({});

/** Every route that wants somebody, and what to knock with. */
export const knocks: Readonly<Record<string, Knock>> = {
  "POST /v3/directline/tokens/generate": own,
  "POST /v3/directline/tokens/refresh": own,
  "POST /v3/directline/conversations": { ...own, body: empty },
  "GET /v3/directline/conversations/:id": { ...own, path: conversation("") },
  "GET /v3/directline/conversations/:id/activities": { ...own, path: conversation("/activities") },
  "POST /v3/directline/conversations/:id/activities": { ...own, path: conversation("/activities"), body: () => ({ type: "message", text: "hoi" }) },
  "POST /v3/directline/conversations/:id/upload": { ...own, path: conversation("/upload"), body: empty },
  "POST /api/session/end": { ...own, body: empty },
  "POST /api/erase": { ...own, body: () => ({ confirm: "erase_everything" }) },
  "GET /api/come-back-code": own,
  "POST /api/come-back-code": { ...own, body: empty },
  "POST /api/come-back-code/end": { ...own, body: empty },
  "GET /api/doors": own,
  "POST /api/passkeys/begin": { ...own, body: empty },
  "POST /api/passkeys": { ...own, body: () => ({ response: {} }) },
  "POST /api/passkeys/:id/remove": { ...own, path: () => `/api/passkeys/${"a".repeat(64)}/remove`, body: empty },
  "POST /api/sessions/end-others": { ...own, body: empty },
  "POST /api/teams-link": { ...own, body: () => ({ language: "nl" }) },
  "POST /api/sessions/:id/end": { ...own, path: () => `/api/sessions/${"a".repeat(32)}/end`, body: empty },
  "GET /api/conversations": own,
  "POST /api/conversations": { ...own, body: empty },
  "POST /api/conversations/:id/erase": { ...own, path: (target) => `/api/conversations/${target.conversation}/erase`, body: empty },
  "GET /api/passport": own,
  "GET /api/passport.json": own,
  "POST /api/passport/events": { ...own, body: ({ claim }) => ({ actions: [{ action: "erase_claim", claimId: claim }] }) },
  "POST /api/passport/claims/:claimId/files": { ...own, path: ({ claim }) => `/api/passport/claims/${claim}/files`, body: empty },
  "POST /api/passport/credentials/:credentialId/files": { ...own, path: () => "/api/passport/credentials/secret-diploma/files", body: empty },
  "GET /api/passport/files/:fileId": { ...own, path: ({ file }) => `/api/passport/files/${file}` },
  "POST /api/passport/export": { ...own, body: () => ({ format: "json", view: "applying", language: "nl", name: null }) },
  "POST /api/passport/import/look": { ...own, body: empty },
  "POST /api/passport/import": { ...own, body: empty },
  "GET /api/occupations": own,
  "POST /api/occupations/search": { ...own, body: () => ({ text: "slager", language: "nl" }) },
  "POST /api/occupations/compare": { ...own, body: () => ({ occupationUri: "urn:slager" }) },
  "POST /api/occupations/vacancy": { ...own, body: () => ({ text: "Je snijdt vlees.", language: "nl" }) },
  "POST /api/occupations/goal": { ...own, body: () => ({ occupationUri: "urn:slager", wantId: null }) },
  "POST /api/occupations/goal/leave": { ...own, body: () => ({ wantId: "g1" }) },
  "GET /api/sharing": own,
  "POST /api/grants": { ...own, body: () => ({ ...grant, view: "picked", ...parts, for: { name: "Slager", purpose: "" } }) },
  "POST /api/grants/:id/change": { ...own, path: grants("change"), body: () => parts },
  "POST /api/grants/:id/link": { ...own, path: grants("link"), body: empty },
  "POST /api/grants/:id/revoke": { ...own, path: grants("revoke"), body: empty },
  "POST /api/grants/:id/erase": { ...own, path: grants("erase"), body: empty },
  "POST /api/request-link": { ...own, body: empty },
  "POST /api/request-link/end": { ...own, body: empty },
  "POST /api/requests/:id/accept": {
    ...own,
    path: ({ request }) => `/api/requests/${request}/accept`,
    body: () => ({ ...grant, claimIds: [], parts: ["who"] }),
  },
  "POST /api/requests/:id/decline": { ...own, path: ({ request }) => `/api/requests/${request}/decline`, body: empty },
  "POST /api/share": { for: "nobody", body: (_, link) => ({ link }) },
  "POST /api/share/pdf": { for: "nobody", body: (_, link) => ({ link }) },
  "POST /api/share/live": { for: "nobody", body: (_, link) => ({ link }) },
  "POST /api/requests": { for: "nobody", body: (_, link) => ({ link, from: { name: "Slager", purpose: "" } }) },
  "GET /api/reviews": own,
  "POST /api/reviews/answer": {
    ...own,
    body: (target) => ({
      reviewId: target.review,
      claimId: target.claim,
      verdictId: "v",
      kind: "seen" satisfies Parameters<HolderReviews["answer"]>[4]["kind"],
    }),
  },
  "POST /api/reviews/help": { ...own, body: () => ({ allowed: true }) },
  "POST /api/reviews/remove-endorsement": { ...own, body: ({ claim }) => ({ claimId: claim, endorsementId: "e" }) },
  "GET /api/counsellor/me": ownCounsellor,
  "POST /api/counsellor/sign-out": { ...ownCounsellor, body: empty },
  "POST /api/counsellor/sign-out-everywhere": { ...ownCounsellor, body: empty },
  "GET /api/counsellor/reviews": ownCounsellor,
  "POST /api/counsellor/reviews": { ...ownCounsellor, body: (_, link) => ({ link, relation: "begeleider" }) },
  "GET /api/counsellor/reviews/:id": { ...ownCounsellor, path: review("") },
  "GET /api/counsellor/reviews/:id/open": { ...ownCounsellor, path: review("/open") },
  "POST /api/counsellor/reviews/:id/verdicts": {
    ...ownCounsellor,
    path: review("/verdicts"),
    body: ({ claim }) => ({ kind: "accept", claimId: claim }),
  },
  "POST /api/counsellor/reviews/:id/suggestions": {
    ...ownCounsellor,
    path: review("/suggestions"),
    body: () => ({ label: "ramen wassen", comment: "misschien" }),
  },
  "POST /api/counsellor/reviews/:id/withdraw": {
    ...ownCounsellor,
    path: review("/withdraw"),
    body: ({ claim }) => ({ claimId: claim, because: "toch niet" }),
  },
  "GET /api/counsellor/reviews/:id/files/:fileId": {
    ...ownCounsellor,
    path: (target) => `/api/counsellor/reviews/${target.review}/files/${target.file}`,
  },
  "GET /api/counsellor/reviews/:id/beside": { ...ownCounsellor, path: review("/beside") },
  "POST /api/counsellor/reviews/:id/beside": {
    ...ownCounsellor,
    path: review("/beside"),
    body: ({ claim }) => ({ claimId: claim, verdictId: "v", kind: "declined" }),
  },
  "POST /api/counsellor/concepts": { ...ownCounsellor, body: () => ({ text: "ramen", language: "nl" }) },
};

/** Routes that anybody may call, and why that gives nothing away. */
export const openRoutes: Readonly<Record<string, string>> = {
  "POST /api/session": "makes a holder of one's own, or finds the one of the cookie",
  "POST /api/come-back-code/redeem": "takes a come-back code; guessing is slowed down",
  "POST /api/page-link/redeem": "takes a one-time link of ten minutes; guessing is slowed down",
  "POST /api/sign-in/begin": "gives a challenge; the same for everybody",
  "POST /api/sign-in/finish": "takes a passkey's answer to it; whatever is wrong, the answer is the same",
  "GET /counsellor": "an empty page",
  "GET /counsellor/sign-in": "sends on to the organisation's own sign-in",
  "GET /counsellor/callback": "takes an answer of that sign-in that was asked for in this browser",
  "GET /api/counsellor/ways": "tells which ways to sign in there are",
  "POST /api/counsellor/invitation": "takes an invitation: a secret, once",
  "POST /api/counsellor/invitation/finish": "takes an invitation and a passkey's answer",
  "POST /api/counsellor/passkey": "gives a challenge; the same for everybody",
  "GET /endorsement-status/:did/:number": "the signed list of withdrawn endorsements of an organisation: places in a list, and nobody's name",
  "GET /api/check/key": "tells the public key that this installation signs with",
  "POST /api/check": "checks a signed file for whoever sends it, and keeps nothing of it; so many per address",
  "POST /api/counsellor/passkey/finish": "takes a passkey's answer to it",
};
/** Files of the page, the same for everybody. */
export const isAsset = (route: string) => /^GET \/[\w-]*assets\/:name$/.test(route);
