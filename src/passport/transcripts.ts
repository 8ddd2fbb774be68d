import { type Forgotten, stateWithout, withConceptWords, withoutForgotten } from "../domain/forgetting.ts";
import type { Content } from "./contents.ts";
import { activitiesBetween, afterAll, type HolderRows, sequenceName } from "./holder-rows.ts";
import type { RowsRead, RowsWrite } from "./rows.ts";

/** One holder's conversation within a transaction; `name` is the conversation's name in the tables. */
export interface ConversationRows {
  readonly rows: RowsWrite;
  readonly holder: HolderRows;
  readonly owner: string;
  readonly name: string;
}

/** Epoch milliseconds. */
type Times = Content<"transcript">;

const within = (name: string): readonly [string, string] => [`${name}.`, `${name}.${afterAll}`];

/** Turns of older releases hold no time of their own: their first activity does. */
async function turnTime(holder: HolderRows, name: string, turn: Content<"turn">, otherwise: number): Promise<number> {
  if (turn.at !== undefined) return turn.at;
  const [first] = await activitiesBetween(holder, name, turn.first, Math.min(turn.first, turn.last));
  const written = first?.activity["timestamp"];
  const at = typeof written === "string" ? Date.parse(written) : Number.NaN;
  return Number.isNaN(at) ? otherwise : at;
}

/** The same where it was not written down: by the turns; `nowMs` where there are none. */
async function timesOfTurns(holder: HolderRows, name: string, nowMs: number): Promise<Times> {
  const turns = await holder.list("turn", ...within(name));
  const times = await Promise.all(turns.map((turn) => turnTime(holder, name, turn, nowMs)));
  return times.length > 0 ? { oldestAt: Math.min(...times), latestAt: Math.max(...times) } : { oldestAt: nowMs, latestAt: nowMs };
}

/** When the oldest and the latest of what is still kept was said; `nowMs` where nobody wrote it down. */
export async function transcriptTimes(holder: HolderRows, name: string, nowMs: number): Promise<Times> {
  return (await holder.get("transcript", name))?.content ?? (await timesOfTurns(holder, name, nowMs));
}

/** @param before version of the row that is there; undefined: there is none */
async function putTimes({ rows, holder, name }: ConversationRows, times: Times, before: number | undefined): Promise<void> {
  const row = holder.sealed("transcript", name, (before ?? 0) + 1, times);
  await (before === undefined ? rows.add([row]) : rows.replace(row));
}

/** Writes down when a turn was committed. */
export async function noteTurn(conversation: ConversationRows, atMs: number): Promise<void> {
  const { holder, name } = conversation;
  const known = await holder.get("transcript", name);
  const { oldestAt } = known?.content ?? (await timesOfTurns(holder, name, atMs));
  await putTimes(conversation, { oldestAt, latestAt: atMs }, known?.version);
}

/** What was counted stays beside what will be counted when the conversation begins anew. */
async function setCountsAside({ rows, holder, owner, name }: ConversationRows, version: number): Promise<void> {
  const counted = await holder.get("counts", name);
  if (!counted) return;
  await rows.deleteRow(owner, "counts", name);
  await rows.add([holder.sealed("counts", `${name}.${sequenceName(version)}`, 1, counted.content)]);
}

/** Takes every word out of a conversation: the next visit begins it anew. Numbers go on where they were, so that no reader loses its place. */
async function emptyConversation(conversation: ConversationRows): Promise<void> {
  const { rows, holder, owner, name } = conversation;
  const head = await holder.get("head", name);
  if (!head) return;
  await rows.deleteRows(owner, "turn", ...within(name));
  await rows.deleteRows(owner, "activity", ...within(name));
  await setCountsAside(conversation, head.version);
  // A turn that is under way finds another version, and does not bring back what went.
  await rows.replace(holder.sealed("head", name, head.version + 1, { state: null, activities: head.content.activities }));
  await rows.deleteRow(owner, "transcript", name);
}

/** Takes away what was said up to `beforeMs` in a conversation that goes on. */
async function trimConversation(conversation: ConversationRows, { times, version }: Overdue, beforeMs: number): Promise<void> {
  const { rows, holder, owner, name } = conversation;
  const kept: number[] = [];
  for (const row of await rows.rows(owner, "turn", ...within(name))) {
    const turn = holder.opened("turn", row);
    const at = await turnTime(holder, name, turn, times.oldestAt);
    if (at > beforeMs) kept.push(at);
    else {
      await rows.deleteRow(owner, "turn", row.id);
      if (turn.last >= turn.first) {
        const until = sequenceName(turn.last + 1);
        await rows.deleteRows(owner, "activity", `${name}.${sequenceName(turn.first - 1)}`, `${name}.${until}`);
      }
    }
  }
  await putTimes(conversation, { ...times, oldestAt: Math.min(times.latestAt, ...kept) }, version);
}

/** What a sweep has to do with a conversation. */
export interface Overdue {
  /** How much of it is past its term; "nothing": its times are to be written down, as an older release did not. */
  readonly what: "all" | "some" | "nothing";
  readonly times: Times;
  /** Of the row with these times; undefined: there is none yet. */
  readonly version: number | undefined;
}

/** What was said up to `beforeMs` (epoch milliseconds) and is still there. @returns null where there is nothing to do */
export async function overdueIn(holder: HolderRows, name: string, beforeMs: number, nowMs: number): Promise<Overdue | null> {
  const known = await holder.get("transcript", name);
  if (known && known.content.oldestAt > beforeMs) return null;
  const times = known?.content ?? (await timesOfTurns(holder, name, nowMs));
  const found = { times, version: known?.version };
  if (times.oldestAt <= beforeMs && times.latestAt > beforeMs) return { what: "some", ...found };
  const head = await holder.get("head", name);
  if (!head || head.content.state === null) return null;
  return { what: times.latestAt <= beforeMs ? "all" : "nothing", ...found };
}

/** Lets go of what was said up to `beforeMs` (epoch milliseconds). @returns whether anything went */
export async function expireConversation(conversation: ConversationRows, beforeMs: number, nowMs: number): Promise<boolean> {
  const overdue = await overdueIn(conversation.holder, conversation.name, beforeMs, nowMs);
  if (overdue?.what === "all") await emptyConversation(conversation);
  if (overdue?.what === "some") await trimConversation(conversation, overdue, beforeMs);
  if (overdue?.what === "nothing") await putTimes(conversation, overdue.times, overdue.version);
  return overdue !== null && overdue.what !== "nothing";
}

/** Takes a conversation away, as if it had never been, numbers too. @returns false where there is none */
export async function removeConversation({ rows, holder, owner, name }: ConversationRows): Promise<boolean> {
  if (!(await holder.get("conversation", name))) return false;
  for (const kind of ["turn", "activity", "counts"] as const) await rows.deleteRows(owner, kind, ...within(name));
  for (const kind of ["conversation", "head", "counts", "transcript"] as const) await rows.deleteRow(owner, kind, name);
  return true;
}

/** With what the erased skills were called in any of these conversations: what one explains another may tell of.
 *  @param names of conversations */
export async function withWordsOfAll(holder: HolderRows, names: readonly string[], forgotten: Forgotten): Promise<Forgotten> {
  let words = forgotten;
  for (const name of names) words = withConceptWords(words, (await holder.get("head", name))?.content.state);
  return words;
}

/** Takes out of a conversation what was erased from the passport.
 *  @param words the same with what the skills were called and explained with in conversations
 *  @param withState false: what the turn under way remembers is put by that turn */
export async function forgetIn(
  { rows, holder, owner, name }: ConversationRows,
  { forgotten, words }: { readonly forgotten: Forgotten; readonly words: Forgotten },
  withState: boolean,
): Promise<void> {
  for (const row of await rows.rows(owner, "activity", ...within(name))) {
    const said = holder.opened("activity", row);
    const activity = withoutForgotten(said.activity, words) as typeof said.activity;
    if (JSON.stringify(activity) === JSON.stringify(said.activity)) continue;
    await rows.replace(holder.sealed("activity", row.id, row.version + 1, { ...said, activity }));
  }
  const head = withState ? await holder.get("head", name) : undefined;
  if (!head || head.content.state === null) return;
  const state = stateWithout(head.content.state, forgotten);
  // A turn that is under way finds another version, and does not bring back what went.
  await rows.replace(holder.sealed("head", name, head.version + 1, { ...head.content, state }));
}

/** Names of the conversations of one owner. */
export async function conversationNames(rows: RowsRead, owner: string): Promise<readonly string[]> {
  return (await rows.rows(owner, "conversation", "", afterAll)).map(({ id }) => id);
}
