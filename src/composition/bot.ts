import { createActivityRenderer } from "../bot/render-activities.ts";
import type { Config } from "../config.ts";
import type { Disclosure } from "../domain/consent.ts";
import { eraseEverything } from "../domain/erasure.ts";
import { createNotices } from "../domain/notices.ts";
import { pageLink } from "../domain/page-link.ts";
import type { PassportStore } from "../domain/store.ts";
import type { IncomingTurn, TurnRunner } from "../domain/turns.ts";
import { createTurnRunner, type TurnFigures } from "../dialogs/turn-runner.ts";
import { createPageLinks } from "../identity/page-links.ts";
import { createDocumentReader } from "../extraction/cv/document-reader.ts";
import { soundsDistressed } from "../extraction/distress.ts";
import { loadWording, type Wording } from "../dialogs/wording.ts";
import { keptWords } from "./kept-words.ts";
import type { Skills } from "./skills.ts";
import type { Work } from "./work.ts";

export interface Bot {
  readonly runner: TurnRunner;
  readonly wording: Wording;
}

export interface BotOptions {
  readonly store: PassportStore;
  readonly skills: Pick<Skills, "finder" | "catalogue">;
  readonly withModel: boolean;
  /** What a passport's chosen goal lacks; without it the conversation asks about no goal. */
  readonly goalOf?: Work["goalOf"];
  /** Closes what is open for a holder whose sessions end. */
  readonly onSessionsEnded?: (holderId: string) => void;
  readonly onTurn?: (figures: TurnFigures, turn: IncomingTurn) => void;
}

/** Hosts that see what is typed: of the language model, and of embeddings that are made elsewhere; null: none. */
function readersOf(config: Config, withModel: boolean): string | null {
  const embeddings = config.embeddings.kind === "openai" ? hostOf(config.embeddings.baseUrl) : null;
  const hosts = [withModel ? (config.model?.host ?? null) : null, embeddings].filter((host) => host !== null);
  return hosts.length > 0 ? [...new Set(hosts)].join(", ") : null;
}

function hostOf(baseUrl: string | undefined): string {
  return baseUrl ? new URL(baseUrl).host : "OpenAI";
}

/** What is true of this installation, for the opening notice. */
export function disclosureOf(config: Config, withModel: boolean, channel: Disclosure["channel"]): Disclosure {
  return {
    operatorName: config.operatorName,
    modelHost: readersOf(config, withModel),
    channel,
    transcriptDays: config.terms.transcriptDays,
    // Who comes from Teams always has a way back.
    abandonedDays: channel === "teams" ? null : config.terms.abandonedDays,
    contact: config.contact,
    storedWhere: config.databaseUrl || config.publicUrl ? "operator_database" : "this_machine",
  };
}

/** Where people open the page; null where nobody can know. */
function pageOf({ publicUrl, port }: Config): string | null {
  if (publicUrl) return `${publicUrl.origin}/`;
  return port === 0 ? null : `http://localhost:${port}/`;
}

/** The interview with everything around it, as channels use it. */
export function openBot(config: Config, options: BotOptions): Bot {
  const { store, skills, withModel } = options;
  const wording = loadWording(config.formOfAddress);
  const links = createPageLinks({ store });
  const runner = createTurnRunner({
    store,
    finder: skills.finder,
    catalogue: skills.catalogue,
    wording,
    render: createActivityRenderer(wording, skills.catalogue),
    model: withModel ? (config.model?.model ?? null) : null,
    disclosure: (channel) => disclosureOf(config, withModel, channel),
    now: () => new Date().toISOString(),
    withoutDetails: (text, language) => keptWords(text, language).kept,
    soundsDistressed,
    documents: createDocumentReader(),
    ...(options.goalOf ? { goalOf: options.goalOf } : {}),
    notices: createNotices({ store }),
    pageLink: async (holderId) => {
      const page = pageOf(config);
      return page === null ? null : pageLink(page, await links.make(holderId));
    },
    eraseEverything: (holderId) => eraseEverything(store, holderId),
    endSessions: async (holderId, sessionId) => {
      await (sessionId === null ? store.deleteRecordsOf("session", holderId) : store.deleteRecord("session", sessionId));
      options.onSessionsEnded?.(holderId);
    },
    ...(options.onTurn ? { onTurn: options.onTurn } : {}),
  });
  return { runner, wording };
}
