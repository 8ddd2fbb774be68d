import type { Asking } from "./state.ts";

type Step = Asking["step"];

const story = ["open", "follow_up", "more"] as const satisfies readonly Step[];

/** Where something is to be told: neither a yes nor a no is an answer there. */
export const storySteps: ReadonlySet<Step> = new Set<Step>(story);

/** Where people talk, and what is asked can be asked again after something said beside it. */
export const talkSteps = [...story, "offer", "summary", "summary_change", "enough", "waiting_offers", "closed"] as const satisfies readonly Step[];
