import type { AddressInfo } from "node:net";
import type { Config } from "../config.ts";
import { createNotices } from "../domain/notices.ts";
import { emptyPassport } from "../domain/passport.ts";
import type { Embedder } from "../domain/ports.ts";
import { withReviewsForgotten } from "../review/forget-reviews.ts";
import { hasUnanswered } from "../review/review-rows.ts";
import { assertSafeToListen, mayServeEmulator } from "../web/listening.ts";
import { createServer } from "../web/server.ts";
import { registerWatchingApi } from "../web/watching-api.ts";
import { openBot } from "./bot.ts";
import { conceptDesk } from "./concept-desk.ts";
import { registerCounsellors } from "./counsellors.ts";
import { headingsFrom, headlinesFrom, transferableFrom } from "./headlines.ts";
import { openExporters } from "./exporters.ts";
import { bundlePages, openPages } from "./pages.ts";
import { openPdfSetter } from "./pdf.ts";
import { installationSigner, vouchingIn } from "./signing.ts";
import { registerHolderApis } from "./holder-apis.ts";
import { startHousekeeping } from "./housekeeping.ts";
import { keptWords } from "./kept-words.ts";
import { createLog, type Log } from "./log.ts";
import { openProduction } from "./watching/production.ts";
import { openSkills } from "./skills.ts";
import { openStore } from "./store.ts";
import { openTeams } from "./teams.ts";
import { openWorkBeside } from "./work.ts";

export interface Application {
  /** The address people open. */
  readonly url: string;
  readonly problems: readonly string[];
  /** Finishes running turns, then closes everything. */
  close(): Promise<void>;
}

export interface ApplicationOptions {
  /** Already being opened. */
  readonly embedder?: Promise<Embedder>;
  readonly onProgress?: (done: number, total: number) => void;
  readonly log?: Log;
}

/** Builds every adapter once and starts the server. @throws {SkillsgesprekError} with a sentence for the operator */
export async function startApplication(config: Config, options: ApplicationOptions = {}): Promise<Application> {
  const log = options.log ?? createLog(config.logLevel);
  const { microsoft, publicUrl } = config;
  const listening = { host: config.host, publicUrl, microsoftAppId: microsoft.appId };
  assertSafeToListen(listening);
  // Pages are bundled while the taxonomy is opened.
  const bundled = bundlePages();
  const production = await openProduction(config, log);
  const store = production.aroundStore(withReviewsForgotten(await openStore(config)));
  const trustedProxies = publicUrl === null ? null : config.production.trustedProxies;
  const withModel = config.model !== null;
  const opened = await openSkills(config, {
    withModel,
    onModelFailure: (error) => log.error("model", error),
    onMeaningUnavailable: production.onMeaningUnavailable,
    around: production.around(store),
    ...(options.embedder ? { embedder: options.embedder } : {}),
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  });
  const skills = { ...opened, finder: production.aroundFinder(opened.finder) };
  const { server, guard, idle } = createServer({
    publicUrl,
    log: ({ requestId, method, route, status, ms, code }) => log.info("request", { requestId, method, route, status, ms, code }),
    watch: production.watchRequest,
  });
  const headlineOf = headlinesFrom(skills.catalogue, config.formOfAddress);
  const work = await openWorkBeside({ dataDir: config.dataDir, catalogue: skills.catalogue, grounder: skills.grounder, headlineOf });
  const newPassport = (language: "nl" | "en") => emptyPassport(language, skills.catalogue.info);
  const notices = createNotices({ store });
  let disconnect: (holderId: string) => void = () => undefined;
  const { runner: bare, wording } = openBot(config, {
    store,
    skills,
    withModel,
    goalOf: work.goalOf,
    onSessionsEnded: (holderId) => disconnect(holderId),
    onTurn: production.onTurn,
  });
  const runner = production.aroundRunner(bare);
  const pdf = openPdfSetter(headingsFrom(skills.catalogue));
  const { directLine, sessions, sharing, news } = registerHolderApis(server, {
    store,
    runner,
    guard,
    publicUrl,
    trustedProxies,
    limits: production.limits(trustedProxies),
    teamsAppId: publicUrl === null ? null : microsoft.appId,
    newPassport,
    headlineOf,
    headingOf: headingsFrom(skills.catalogue),
    isTransferable: transferableFrom(skills.catalogue),
    work,
    takeAlong: { pdf, exporters: openExporters({ pdf, signer: installationSigner(config, store), vouch: vouchingIn(store) }) },
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
    trustedProxies,
    oidc: config.oidc,
    concepts: conceptDesk(skills),
    keepWords: keptWords,
    headlineOf,
    assets: await bundled.counsellor,
    form: config.formOfAddress,
    log: (event, counsellorId) => log.info(event, { counsellorId }),
    onSaid: (holderId) => notices.counsellorAnswered(holderId),
  });
  // The last words are still on their way: sockets close a moment after them.
  disconnect = (holderId) => setTimeout(() => directLine.disconnect(holderId), 1_000).unref();
  const teams = await openTeams(server, {
    config,
    store,
    runner,
    notices,
    wording,
    newPassport,
    development: mayServeEmulator(listening),
    awaitsHolder: (holderId) => hasUnanswered(store, holderId),
    log,
  });
  await openPages(server, { bundled, guard, config, withModel });

  const readiness = production.readinessOf(store, skills);
  registerWatchingApi(server, {
    readiness: () => readiness.now(),
    metrics: production.metrics,
    metricsToken: config.production.metricsToken,
    behindProxy: publicUrl !== null,
  });

  const housekeeping = startHousekeeping({ store, terms: config.terms, log });
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(config.port, config.host, resolve);
  });
  const address: AddressInfo = server.address();
  const host = config.host.includes(":") ? `[${config.host}]` : config.host;
  return {
    url: publicUrl?.href ?? `http://${host === "127.0.0.1" ? "localhost" : host}:${address.port}/`,
    problems: [...skills.problems, ...(work.problem === null ? [] : [work.problem])],
    async close() {
      const housekeepingEnded = housekeeping.close();
      readiness.stop();
      news.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.server.closeIdleConnections();
      // Who is waiting for an answer gets it, over the socket that is open.
      await Promise.all([idle(), runner.idle()]);
      await teams.close();
      directLine.close();
      await closed;
      await production.close();
      await housekeepingEnded;
      await store.close();
    },
  };
}
