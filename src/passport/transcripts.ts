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

/** When the oldest and the latest of what is still kept was said; `nowMs` where nobody wrote it down. */
export async function transcriptTimes(holder: HolderRows, name: string, nowMs: number): Promise<Times> {
  const known = await holder.get("transcript", name);
  if (known) return known.content;
  const turns = await holder.list("turn", ...within(name));
  const times = await Promise.all(turns.map((turn) => turnTime(holder, name, turn, nowMs)));
  return times.length > 0 ? { oldestAt: Math.min(...times), latestAt: Math.max(...times) } : { oldestAt: nowMs, latestAt: nowMs };
}

async function putTimes({ rows, holder, name }: ConversationRows, times: Times): Promise<void> {
  const before = await holder.get("transcript", name);
  const row = holder.sealed("transcript", name, (before?.version ?? 0) + 1, times);
  await (before ? rows.replace(row) : rows.add([row]));
}

/** Writes down when a turn was committed. */
export async function noteTurn(conversation: ConversationRows, atMs: number): Promise<void> {
  const { oldestAt } = await transcriptTimes(conversation.holder, conversation.name, atMs);
  await putTimes(conversation, { oldestAt, latestAt: atMs });
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
async function trimConversation(conversation: ConversationRows, times: Times, beforeMs: number): Promise<void> {
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
  await putTimes(conversation, { ...times, oldestAt: Math.min(times.latestAt, ...kept) });
}

/** Lets go of what was said up to `beforeMs` (epoch milliseconds). @returns whether anything went */
export async function expireConversation(conversation: ConversationRows, beforeMs: number, nowMs: number): Promise<boolean> {
  const { holder, name } = conversation;
  const head = await holder.get("head", name);
  const isEmpty = !head || head.content.state === null;
  const times = await transcriptTimes(holder, name, nowMs);
  if (!isEmpty && times.latestAt <= beforeMs) {
    await emptyConversation(conversation);
    return true;
  }
  if (times.oldestAt <= beforeMs && times.latestAt > beforeMs) {
    await trimConversation(conversation, times, beforeMs);
    return true;
  }
  if (!isEmpty && !(await holder.get("transcript", name))) await putTimes(conversation, times);
  return false;
}

/** Takes a conversation away, as if it had never been, numbers too. @returns false where there is none */
export async function removeConversation({ rows, holder, owner, name }: ConversationRows): Promise<boolean> {
  if (!(await holder.get("conversation", name))) return false;
  for (const kind of ["turn", "activity", "counts"] as const) await rows.deleteRows(owner, kind, ...within(name));
  for (const kind of ["conversation", "head", "counts", "transcript"] as const) await rows.deleteRow(owner, kind, name);
  return true;
}

/** Takes out of a conversation what was erased from the passport. @param withState false: what the turn under way remembers is put by that turn */
export async function forgetIn({ rows, holder, owner, name }: ConversationRows, forgotten: Forgotten, withState: boolean): Promise<void> {
  const head = await holder.get("head", name);
  const words = withConceptWords(forgotten, head?.content.state);
  for (const row of await rows.rows(owner, "activity", ...within(name))) {
    const said = holder.opened("activity", row);
    const activity = withoutForgotten(said.activity, words) as typeof said.activity;
    if (JSON.stringify(activity) === JSON.stringify(said.activity)) continue;
    await rows.replace(holder.sealed("activity", row.id, row.version + 1, { ...said, activity }));
  }
  if (!withState || !head || head.content.state === null) return;
  const state = stateWithout(head.content.state, forgotten);
  // A turn that is under way finds another version, and does not bring back what went.
  await rows.replace(holder.sealed("head", name, head.version + 1, { ...head.content, state }));
}

/** Names of the conversations of one owner. */
export async function conversationNames(rows: RowsRead, owner: string): Promise<readonly string[]> {
  return (await rows.rows(owner, "conversation", "", afterAll)).map(({ id }) => id);
}
