import type { AddressInfo } from "node:net";
import { registerMessages } from "../bot/teams-messages.ts";
import type { Config } from "../config.ts";
import { emptyPassport } from "../domain/passport.ts";
import { buildChatAssets } from "../web/chat/chat-assets.ts";
import { registerPages } from "../web/chat/pages.ts";
import { buildShareAssets, registerSharePages } from "../web/share/share-pages.ts";
import { withReviewsForgotten } from "../review/forget-reviews.ts";
import { buildCounsellorAssets } from "../web/counsellor/counsellor-pages.ts";
import { assertSafeToListen, mayServeEmulator } from "../web/listening.ts";
import { createServer } from "../web/server.ts";
import { openBot } from "./bot.ts";
import { conceptDesk } from "./concept-desk.ts";
import { registerCounsellors } from "./counsellors.ts";
import { headingsFrom, headlinesFrom, transferableFrom } from "./headlines.ts";
import { registerHolderApis } from "./holder-apis.ts";
import { keptWords } from "./kept-words.ts";
import { createLog, type Log } from "./log.ts";
import { openSkills } from "./skills.ts";
import { openStore } from "./store.ts";

const purgeEveryMs = 60 * 60 * 1000;
/** Terms are counted in days: what is due goes within some hours. */
const sweepEveryMs = 6 * purgeEveryMs;

export interface Application {
  /** The address people open. */
  readonly url: string;
  readonly problems: readonly string[];
  /** Finishes running turns, then closes everything. */
  close(): Promise<void>;
}

export interface ApplicationOptions {
  readonly onProgress?: (done: number, total: number) => void;
  readonly log?: Log;
}

/** Builds every adapter once and starts the server. @throws {SkillsgesprekError} with a sentence for the operator */
export async function startApplication(config: Config, options: ApplicationOptions = {}): Promise<Application> {
  const log = options.log ?? createLog(config.logLevel);
  const { microsoft, publicUrl } = config;
  const listening = { host: config.host, publicUrl, microsoftAppId: microsoft.appId };
  assertSafeToListen(listening);
  // The page is bundled while the taxonomy is opened.
  const bundling = buildChatAssets();
  bundling.catch(() => undefined);
  const bundlingShare = buildShareAssets();
  bundlingShare.catch(() => undefined);
  const bundlingCounsellor = buildCounsellorAssets();
  bundlingCounsellor.catch(() => undefined);
  const store = withReviewsForgotten(await openStore(config));
  const withModel = config.model !== null;
  const skills = await openSkills(config, {
    withModel,
    onModelFailure: (error) => log.error("model", error),
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  });
  const { server, guard } = createServer({
    publicUrl,
    log: ({ requestId, method, route, status, ms, code }) => log.info("request", { requestId, method, route, status, ms, code }),
  });
  const headlineOf = headlinesFrom(skills.catalogue, config.formOfAddress);
  const newPassport = (language: "nl" | "en") => emptyPassport(language, skills.catalogue.info);
  let disconnect: (holderId: string) => void = () => undefined;
  const { runner, wording } = openBot(config, {
    store,
    skills,
    withModel,
    onSessionsEnded: (holderId) => disconnect(holderId),
    onTurn: (figures) => log.info("turn", { ...figures, durationMs: Math.round(figures.durationMs) }),
  });
  const { directLine, sessions, sharing, news } = registerHolderApis(server, {
    store,
    runner,
    guard,
    publicUrl,
    newPassport,
    headlineOf,
    headingOf: headingsFrom(skills.catalogue),
    isTransferable: transferableFrom(skills.catalogue),
    keepWords: keptWords,
    onError: (error) => log.error("direct_line", error),
  });
  registerCounsellors(server, {
    store,
    sessions,
    sharing,
    news,
    guard,
    publicUrl,
    oidc: config.oidc,
    concepts: conceptDesk(skills),
    keepWords: keptWords,
    headlineOf,
    assets: await bundlingCounsellor,
    form: config.formOfAddress,
    log: (event, counsellorId) => log.info(event, { counsellorId }),
  });
  // The last words are still on their way: sockets close a moment after them.
  disconnect = (holderId) => setTimeout(() => directLine.disconnect(holderId), 1_000).unref();
  registerMessages(server, {
    store,
    runner,
    newPassport,
    app: {
      appId: microsoft.appId,
      appPassword: microsoft.appPassword,
      appType: microsoft.appId === null ? null : microsoft.appType,
      tenantId: microsoft.tenantId,
    },
    development: mayServeEmulator(listening),
    apologise: (language) => wording[language].say("apology"),
    onlyInPrivate: (language) => wording[language].say("only_in_private"),
    onError: (code) => log.info("channel_error", { code }),
  });
  registerPages(server, { assets: await bundling, guard, form: config.formOfAddress, hasContact: config.contact !== null });
  registerSharePages(server, { assets: await bundlingShare, guard, form: config.formOfAddress });

  const purge = setInterval(() => store.purgeExpired(Date.now()).catch((error: unknown) => log.error("purge", error)), purgeEveryMs);
  purge.unref();
  const sweep = async () => {
    try {
      const went = await store.keepTerms(config.terms, Date.now());
      if (went.conversations + went.passports > 0) log.info("retention", { ...went });
    } catch (error) {
      log.error("retention", error);
    }
  };
  const sweeping = setInterval(() => void sweep(), sweepEveryMs);
  sweeping.unref();
  void sweep();
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(config.port, config.host, resolve);
  });
  const address: AddressInfo = server.address();
  const host = config.host.includes(":") ? `[${config.host}]` : config.host;
  return {
    url: publicUrl?.href ?? `http://${host === "127.0.0.1" ? "localhost" : host}:${address.port}/`,
    problems: skills.problems,
    async close() {
      clearInterval(purge);
      clearInterval(sweeping);
      news.close();
      directLine.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.server.closeIdleConnections();
      await closed;
      await store.close();
    },
  };
}
