import { z } from "zod";
import type { Area } from "../domain/area.ts";
import { InternalError } from "../domain/errors.ts";
import type { StoredActivity } from "../domain/store.ts";
import type { TurnRunner } from "../domain/turns.ts";
import { areaOf, type Part } from "../dialogs/state.ts";
import type { Persona } from "./persona.ts";

const maxTurns = 300;

/** What the player looks at in the bot's activities, as any channel could. */
const From = z.looseObject({ role: z.string() });
const Heard = z.looseObject({
  text: z.string().default(""),
  summary: z.string().optional(),
  suggestedActions: z.object({ actions: z.array(z.looseObject({ title: z.string() })) }).optional(),
  attachments: z.array(z.looseObject({ content: z.looseObject({ actions: z.array(z.looseObject({ title: z.string() })).default([]) }) })).optional(),
  channelData: z
    .looseObject({
      kind: z.string(),
      key: z.string(),
      question: z.string().optional(),
      part: z.custom<Part>((value) => typeof value === "string").optional(),
      offer: z.object({ uri: z.string().nullable(), discovered: z.boolean() }).optional(),
    })
    .optional(),
});
type Heard = z.infer<typeof Heard>;

export interface PlayedLine {
  readonly who: "bot" | "holder";
  readonly text: string;
  readonly buttons: readonly string[];
  readonly asks: boolean;
}

export interface Played {
  readonly lines: readonly PlayedLine[];
  readonly holderTurns: number;
  readonly holderTurnsToFirstConfirmed: number | null;
  readonly offers: number;
  readonly confirmed: number;
  readonly rejected: number;
  /** Confirmed, of what the story showed and the persona had not named; and how many of those were offered. */
  readonly discovered: number;
  readonly discoveredOffered: number;
}

export interface PlayOptions {
  readonly persona: Persona;
  readonly runner: TurnRunner;
  readonly holderId: string;
  readonly conversationId: string;
  /** `all` says yes to every offer; `gold` only to what is in the persona's gold. */
  readonly confirm: "all" | "gold";
}

export class InterviewEndlessError extends InternalError {
  readonly code = "cli_interview_endless";
  constructor() {
    super(`The interview did not end within ${maxTurns} turns`);
  }
}

const everydayAreas: readonly Area[] = ["paid_work", "self_employed", "volunteering", "family_care", "hobby", "informal_learning"];

/** The topics a question may be answered from. */
function topicsOf(part: Part, lastAbout: Area | null, followsUp: boolean): readonly Area[] {
  if (part !== "day") return [areaOf(part) ?? "paid_work"];
  return followsUp && lastAbout ? [lastAbout] : everydayAreas;
}

function heardIn(activities: readonly StoredActivity[]): Heard[] {
  return activities
    .map((each) => each.activity)
    .filter((activity) => From.parse(activity["from"]).role === "bot")
    .map((activity) => Heard.parse(activity));
}

function lineOf(heard: Heard): PlayedLine {
  const cardButtons = heard.attachments?.flatMap((each) => each.content.actions.map((action) => action.title)) ?? [];
  const buttons = [...cardButtons, ...(heard.suggestedActions?.actions.map((action) => action.title) ?? [])];
  return { who: "bot", text: heard.summary ?? heard.text, buttons, asks: heard.channelData?.question !== undefined };
}

/** Plays a persona through the bot, as a channel would: it knows only the activities that come back. */
export async function playPersona({ persona, runner, holderId, conversationId, confirm }: PlayOptions): Promise<Played> {
  const says =
    persona.lang === "nl"
      ? { begin: "Goed, beginnen", yes: "ja", no: "nee", plainNo: "gewoon nee", done: "dat was alles", goOn: "verder" }
      : { begin: "OK, let's start", yes: "yes", no: "no", plainNo: "just no", done: "that was all", goOn: "go on" };
  const gold = new Set(persona.gold.map((each) => each.uuid));
  const left = persona.utterances.map((utterance) => ({ ...utterance }));
  const lines: PlayedLine[] = [];
  const count = { holderTurns: 0, offers: 0, confirmed: 0, rejected: 0, discovered: 0, discoveredOffered: 0 };
  let firstConfirmed: number | null = null;
  let lastAbout: Area | null = null;

  async function turn(text: string | null): Promise<Heard | undefined> {
    if (text !== null) {
      count.holderTurns += 1;
      lines.push({ who: "holder", text, buttons: [], asks: false });
    }
    const incoming = {
      holderId,
      conversationId,
      activityId: text === null ? "start" : `turn-${count.holderTurns}`,
      channel: "cli" as const,
      text,
      value: null,
      locale: persona.lang,
      isStart: text === null,
    };
    const heard = heardIn((await runner.run(incoming, () => undefined)).activities);
    lines.push(...heard.map(lineOf));
    return heard.findLast((each) => each.channelData?.question !== undefined);
  }

  function tell(topics: readonly Area[]): string {
    const index = left.findIndex((utterance) => topics.includes(utterance.about));
    const [next] = index < 0 ? [] : left.splice(index, 1);
    if (!next) return says.done;
    lastAbout = next.about;
    return next.text;
  }

  function answer(question: Heard): string | null {
    const data = question.channelData;
    const step = data?.question?.split(":")[0] ?? "";
    switch (step) {
      case "consent":
        return says.begin;
      case "offer": {
        count.offers += 1;
        if (data?.offer?.discovered) count.discoveredOffered += 1;
        const uuid = data?.offer?.uri?.split("/").at(-1);
        if (confirm === "gold" && !(uuid !== undefined && gold.has(uuid))) {
          count.rejected += 1;
          return says.no;
        }
        count.confirmed += 1;
        if (data?.offer?.discovered) count.discovered += 1;
        firstConfirmed ??= count.holderTurns + 1;
        return says.yes;
      }
      case "what_is_wrong":
        return says.plainNo;
      case "open":
      case "follow_up":
      case "more":
        return tell(topicsOf(data?.part ?? "day", lastAbout, step !== "open"));
      case "enough":
        return says.goOn;
      case "summary":
      case "waiting_offers":
        return says.yes;
      case "closed":
        return null;
      default:
        return says.goOn;
    }
  }

  let question = await turn(null);
  while (question) {
    const text = answer(question);
    if (text === null) break;
    if (count.holderTurns >= maxTurns) throw new InterviewEndlessError();
    question = await turn(text);
  }
  return { lines, ...count, holderTurnsToFirstConfirmed: firstConfirmed };
}

/** The conversation as somebody would read it. */
export function transcriptOf(persona: Persona, lines: readonly PlayedLine[]): string {
  const body = lines.map((line) => {
    const text = line.text.replaceAll("\n", "\n  ");
    const buttons = line.buttons.length > 0 ? `\n  ${line.buttons.map((button) => `[${button}]`).join(" ")}` : "";
    return line.who === "bot" ? `**Skillsgesprek** ${text}${buttons}` : `**${persona.id}** ${text}`;
  });
  return `# ${persona.id} (${persona.lang})\n\n${body.join("\n\n")}\n`;
}
