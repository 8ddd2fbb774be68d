import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freePort } from "../../src/cli/quality/free-port.ts";
import { startScriptedModel } from "../../src/cli/speed/scripted-model.ts";
import { putVectors } from "../support/application.ts";
import { startServerProcess } from "../support/server-process.ts";
import { openStream } from "../support/stream-client.ts";
import { talkingVisitor } from "../support/talking-visitor.ts";
import { call } from "../support/web-app.ts";

test("told to stop while a model thinks, the server finishes the turn, says goodbye to open pages, and ends well; nothing is lost", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "stopping-"));
  await putVectors(dataDir);
  const model = await startScriptedModel({ kind: "good", afterMs: 1_500 });
  const port = await freePort();
  const settings = { PORT: String(port), DATA_DIR: dataDir, LLM_MODEL: "openai:scripted", OPENAI_BASE_URL: model.baseUrl };
  const origin = `http://127.0.0.1:${port}`;
  const server = startServerProcess(settings, dataDir);
  try {
    await server.ready;
    const person = await talkingVisitor(origin);
    const { token, conversationId } = person.visitor;
    const opened = await call({ origin }, token, "GET", `/conversations/${conversationId}`);
    const stream = await openStream(opened.body.streamUrl);
    expect(stream.outcome).toBe("open");

    const answering = person.say("Ik reed op een heftruck. Dat deed ik jaren.").catch((error: unknown) => error);
    while (model.waiting() === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const ended = server.end("SIGTERM");
    await answering;
    // The words that the model led to came over the socket before it was closed; the code says: come back elsewhere.
    expect(await stream.closed).toBe(1012);
    expect(stream.texts()).toContain("Klopt dit?");
    expect(await ended).toBe(0);
    expect(server.said()).toContain('"event":"turn"');
    expect(server.said()).not.toContain('"level":"error"');

    const again = startServerProcess(settings, dataDir);
    try {
      await again.ready;
      const log = await person.log();
      expect(log.at(-1)).toMatchObject({ text: "Klopt dit?" });
      expect(await person.say("ja")).toMatchObject({ status: 200, texts: expect.arrayContaining([expect.stringContaining("paspoort")]) });
    } finally {
      await again.kill();
    }
  } finally {
    await server.kill();
    await model.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
