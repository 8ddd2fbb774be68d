import { type ConversationCounts, countsAfter } from "../../src/domain/counts.ts";
import { filePieceKind, piecesGone } from "../../src/domain/claim-files.ts";
import { applyPassportEvents, type PassportEvent } from "../../src/domain/passport-events.ts";
import type { Passport } from "../../src/domain/passport.ts";
import type { PassportStore, StoredActivity, Turn } from "../../src/domain/store.ts";

interface Conversation {
  version: number;
  state: unknown;
  log: StoredActivity[];
  turns: Map<string, readonly StoredActivity[]>;
  counts: ConversationCounts | null;
}

interface Holder {
  passport: Passport;
  conversations: Map<string, Conversation>;
  /** By kind, then by id. */
  rows: Map<string, Map<string, unknown>>;
}

export interface MemoryStore extends PassportStore {
  /** What lies in the records, as JSON: for tests that look for what must not be there. */
  dumpRecords(): string;
}

/** The PassportStore port in memory, for tests of channels and pages. Values are copied, as a real store does. */
export function createMemoryStore(): MemoryStore {
  const holders = new Map<string, Holder>();
  const records = new Map<string, { kind: string; id: string; value: unknown; expiresAt: number | null }>();
  const conversation = (holderId: string, id: string) => holders.get(holderId)?.conversations.get(id);
  const known = (holderId: string): Holder => {
    const holder = holders.get(holderId);
    if (!holder) throw new Error("no such holder");
    return holder;
  };

  const asJson = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)));
  function changePassportOf(holder: Holder, events: readonly PassportEvent[]): void {
    const changed = applyPassportEvents(holder.passport, events);
    for (const id of piecesGone(holder.passport, changed)) holder.rows.get(filePieceKind)?.delete(id);
    holder.passport = changed;
  }

  function rowsOf(holderId: string, kind: string): Map<string, unknown> {
    const { rows } = known(holderId);
    const found = rows.get(kind) ?? new Map<string, unknown>();
    rows.set(kind, found);
    return found;
  }

  return {
    async createHolder(holderId, empty) {
      holders.set(holderId, { passport: structuredClone(empty), conversations: new Map(), rows: new Map() });
    },
    async hasHolder(holderId) {
      return holders.has(holderId);
    },
    async load(holderId, conversationId) {
      const found = conversation(holderId, conversationId);
      if (!found) return undefined;
      return { conversationId, version: found.version, state: structuredClone(found.state), passport: structuredClone(known(holderId).passport) };
    },
    async createConversation(holderId, conversationId) {
      known(holderId).conversations.set(conversationId, { version: 0, state: null, log: [], turns: new Map(), counts: null });
    },
    async conversations(holderId) {
      return [...(holders.get(holderId)?.conversations.keys() ?? [])];
    },
    async findTurn(holderId, conversationId, activityId) {
      return conversation(holderId, conversationId)?.turns.get(activityId);
    },
    async commitTurn(turn: Turn) {
      const holder = known(turn.holderId);
      const found = conversation(turn.holderId, turn.conversationId);
      if (!found) throw new Error("no such conversation");
      const before = found.turns.get(turn.activityId);
      if (before) return { outcome: "duplicate", activities: before };
      if (found.version !== turn.expectedVersion) return { outcome: "conflict" };
      const activities = turn.outbox.map((activity, index) => ({ sequence: found.log.length + index + 1, activity: structuredClone(activity) }));
      found.log.push(...activities);
      found.turns.set(turn.activityId, activities);
      found.version += 1;
      found.state = structuredClone(turn.state);
      changePassportOf(holder, turn.claimEvents);
      if (turn.counts) found.counts = countsAfter(found.counts, turn.counts);
      return { outcome: "committed", version: found.version, activities, passport: structuredClone(holder.passport) };
    },
    async activities(holderId, conversationId, afterSequence) {
      return (conversation(holderId, conversationId)?.log ?? []).filter((each) => each.sequence > afterSequence);
    },
    async passport(holderId) {
      return structuredClone(holders.get(holderId)?.passport);
    },
    async changePassport(holderId, events) {
      const holder = holders.get(holderId);
      if (!holder) return undefined;
      changePassportOf(holder, events);
      return structuredClone(holder.passport);
    },
    async conversationCounts() {
      const all = [...holders.values()].map(({ conversations }) => [...conversations.values()].flatMap(({ counts }) => counts ?? []));
      return all.filter((counts) => counts.length > 0);
    },
    async putHolderRow(holderId, kind, id, value) {
      rowsOf(holderId, kind).set(id, asJson(value));
    },
    async changeHolderRow(holderId, kind, id, change) {
      const rows = rowsOf(holderId, kind);
      const after = change(structuredClone(rows.get(id)));
      if (after !== undefined) rows.set(id, asJson(after));
      return structuredClone(rows.get(id));
    },
    async holderRow(holderId, kind, id) {
      return structuredClone(holders.get(holderId)?.rows.get(kind)?.get(id));
    },
    async holderRows(holderId, kind) {
      return [...(holders.get(holderId)?.rows.get(kind) ?? [])].map(([id, value]) => ({ id, value: structuredClone(value) }));
    },
    async deleteHolderRow(holderId, kind, id) {
      holders.get(holderId)?.rows.get(kind)?.delete(id);
    },
    async rowsOfAllHolders(kind) {
      const all = [...holders.values()].map(({ rows }) => [...(rows.get(kind)?.values() ?? [])].map((value) => structuredClone(value)));
      return all.filter((values) => values.length > 0);
    },
    async eraseConversation(holderId, conversationId) {
      return holders.get(holderId)?.conversations.delete(conversationId) ?? false;
    },
    async eraseHolder(holderId) {
      holders.delete(holderId);
    },
    async putRecord(kind, id, value, expiresAt) {
      records.set(`${kind}/${id}`, { kind, id, value: structuredClone(value), expiresAt });
    },
    async changeRecord(kind, id, change) {
      const after = change(structuredClone(records.get(`${kind}/${id}`)?.value));
      if (after !== undefined) records.set(`${kind}/${id}`, { kind, id, value: structuredClone(after), expiresAt: null });
      return structuredClone(records.get(`${kind}/${id}`)?.value);
    },
    async getRecord(kind, id, nowMs) {
      const record = records.get(`${kind}/${id}`);
      return record && (record.expiresAt === null || record.expiresAt > nowMs) ? structuredClone(record.value) : undefined;
    },
    async deleteRecord(kind, id) {
      records.delete(`${kind}/${id}`);
    },
    async deleteRecordsOf(kind, holderId) {
      for (const [key, record] of records) {
        const { value } = record;
        if (record.kind === kind && typeof value === "object" && value !== null && "holderId" in value && value.holderId === holderId)
          records.delete(key);
      }
    },
    async close() {},
    dumpRecords: () => JSON.stringify([...records.values()]),
  };
}
