import { describe, expect, test } from "vitest";
import { closedAfterEach } from "../support/closed-after-each.ts";
import { openStream } from "../support/stream-client.ts";
import { call, startWebApp, visit, type WebApp, type WebAppOptions } from "../support/web-app.ts";

const start = closedAfterEach<WebAppOptions, WebApp>(startWebApp);

const greeting = "Hoi! Wat doe je op een gewone dag?";
const message = (text: string, clientActivityID?: string) => ({
  type: "message",
  text,
  ...(clientActivityID ? { channelData: { clientActivityID } } : {}),
});

describe("a conversation over HTTP", () => {
  test("opening the conversation starts it, once", async () => {
    const app = await start();
    const { token, conversationId } = await visit(app);
    const opened = await call(app, token, "POST", "/conversations");
    expect(opened).toMatchObject({ status: 201, body: { conversationId, token, expires_in: expect.any(Number) } });
    await call(app, token, "POST", "/conversations");
    await call(app, token, "POST", `/conversations/${conversationId}/activities`, { type: "event", name: "webchat/join" });
    await call(app, token, "POST", `/conversations/${conversationId}/activities`, { type: "conversationUpdate" });
    const { body } = await call(app, token, "GET", `/conversations/${conversationId}/activities`);
    expect(body.activities.map((each) => each.text)).toEqual([greeting]);
  });

  test("a message is answered with its id, and then stands in the log as the server names it", async () => {
    const app = await start();
    const { token, conversationId } = await visit(app);
    await call(app, token, "POST", "/conversations");
    const posted = await call(app, token, "POST", `/conversations/${conversationId}/activities`, {
      ...message("Ik zorg voor mijn moeder", "c-1"),
      from: { id: "somebody-else", role: "bot" },
    });
    expect(posted).toEqual({ status: 200, body: expect.objectContaining({ id: "c-1" }) });
    const { body } = await call(app, token, "GET", `/conversations/${conversationId}/activities?watermark=1`);
    expect(body.watermark).toBe("3");
    expect(body.activities).toMatchObject([
      { id: "c-1", text: "Ik zorg voor mijn moeder", from: { id: "holder", role: "user" }, channelData: { clientActivityID: "c-1" } },
      { text: "echo: Ik zorg voor mijn moeder", from: { role: "bot" }, locale: "nl" },
    ]);
  });

  test("the same client id again repeats nothing, one after the other or both at once", async () => {
    const app = await start();
    const { token, conversationId } = await visit(app);
    await call(app, token, "POST", "/conversations");
    const post = () => call(app, token, "POST", `/conversations/${conversationId}/activities`, message("hallo", "same"));
    const answers = [...(await Promise.all([post(), post()])), await post()];
    expect(answers.map((each) => each.body.id)).toEqual(["same", "same", "same"]);
    const { body } = await call(app, token, "GET", `/conversations/${conversationId}/activities?watermark=1`);
    expect(body.activities.map((each) => each.text)).toEqual(["hallo", "echo: hallo"]);
  });

  test("activity.id serves where there is no clientActivityID", async () => {
    const app = await start();
    const { token, conversationId } = await visit(app);
    const post = () => call(app, token, "POST", `/conversations/${conversationId}/activities`, { ...message("hallo"), id: "plain id" });
    const [first, second] = [await post(), await post()];
    expect(first.body.id).toBe(second.body.id);
    expect((await app.store.load(app.runner.turns[0]?.holderId ?? "", conversationId))?.version).toBe(1);
  });

  test("an id of the client's own cannot pass for the start", async () => {
    const app = await start();
    const { token, conversationId } = await visit(app);
    await call(app, token, "POST", "/conversations");
    await call(app, token, "POST", `/conversations/${conversationId}/activities`, message("hallo", "start"));
    const { body } = await call(app, token, "GET", `/conversations/${conversationId}/activities`);
    expect(body.activities.map((each) => each.text)).toEqual([greeting, "hallo", "echo: hallo"]);
  });

  test("what a card submits reaches the turn as its value", async () => {
    const app = await start();
    const { token, conversationId } = await visit(app);
    await call(app, token, "POST", `/conversations/${conversationId}/activities`, { type: "message", value: { answer: "yes", offerId: "o1" } });
    expect(app.runner.turns.at(-1)).toMatchObject({ text: null, value: { answer: "yes", offerId: "o1" }, channel: "web", isStart: false });
  });

  test.for([
    { body: { type: "typing" }, because: "typing" },
    { body: { type: "event", name: "something-else" }, because: "an unknown event" },
    { body: { type: "messageReaction" }, because: "a reaction" },
  ])("$because is taken and does nothing", async ({ body }) => {
    const app = await start();
    const { token, conversationId } = await visit(app);
    expect((await call(app, token, "POST", `/conversations/${conversationId}/activities`, body)).status).toBe(200);
    expect(app.runner.turns).toEqual([]);
  });

  test.for([
    { body: { text: "no type" }, status: 400 },
    { body: { type: "message" }, status: 400 },
    { body: { type: "message", text: "   " }, status: 400 },
    { body: { type: "message", text: 12 }, status: 400 },
    { body: [], status: 400 },
    { body: "text", status: 400 },
    { body: null, status: 400 },
    { body: { type: "message", attachments: [{ contentType: "image/png" }] }, status: 415 },
  ])("$body cannot be used: $status", async ({ body, status }) => {
    const app = await start();
    const { token, conversationId } = await visit(app);
    const answer = await call(app, token, "POST", `/conversations/${conversationId}/activities`, body);
    expect(answer).toMatchObject({ status, body: { error: { code: expect.any(String) } } });
    expect(app.runner.turns).toEqual([]);
  });

  /** A form as Web Chat sends it: the activity, and a file. */
  function uploaded(app: Pick<WebApp, "origin">, { token, conversationId }: { token: string; conversationId: string }, form: FormData) {
    return fetch(`${app.origin}/v3/directline/conversations/${conversationId}/upload?userId=whoever`, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}` },
      body: form,
    });
  }

  function formWith(bytes: Uint8Array<ArrayBuffer>, id = "file-1"): FormData {
    const form = new FormData();
    const activity = { type: "message", from: { id: "somebody else" }, channelData: { clientActivityID: id } };
    form.append("activity", new Blob([JSON.stringify(activity)], { type: "application/vnd.microsoft.activity" }), "activity");
    form.append("file", new Blob([bytes], { type: "application/pdf" }), "CV van Sanne Verzonnen.pdf");
    return form;
  }

  test("an uploaded file comes into a turn of this conversation, in memory and without its name", async () => {
    const app = await start();
    const visitor = await visit(app);
    const response = await uploaded(app, visitor, formWith(new TextEncoder().encode("Werkervaring")));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ id: "file-1" });
    expect(app.runner.turns).toHaveLength(1);
    const [turn] = app.runner.turns;
    expect(turn).toMatchObject({ conversationId: visitor.conversationId, activityId: "file-1", text: null, value: null, channel: "web" });
    expect(new TextDecoder().decode(turn?.file?.bytes)).toBe("Werkervaring");
    expect(JSON.stringify([turn, app.log])).not.toMatch(/Sanne|somebody/);
  });

  test("a file sent twice under one id is one turn's worth", async () => {
    const app = await start();
    const visitor = await visit(app);
    await uploaded(app, visitor, formWith(new Uint8Array(10)));
    await uploaded(app, visitor, formWith(new Uint8Array(10)));
    const { body } = await call(app, visitor.token, "GET", `/conversations/${visitor.conversationId}/activities`);
    expect(body.activities.filter(({ from }) => from.role === "user")).toHaveLength(1);
  });

  test.for([
    {
      what: "no file",
      form: () => {
        const form = new FormData();
        form.append("activity", new Blob(["{}"]), "activity");
        return form;
      },
      status: 400,
      code: "request_invalid",
    },
    {
      what: "two files",
      form: () => {
        const form = formWith(new Uint8Array(5));
        form.append("more", new Blob(["x"]), "x");
        return form;
      },
      status: 400,
      code: "request_invalid",
    },
    { what: "more than 5 MB", form: () => formWith(new Uint8Array(6 * 1024 ** 2)), status: 413, code: "file_too_large" },
  ])("an upload with $what is refused: $status", async ({ form, status, code }) => {
    const app = await start();
    const response = await uploaded(app, await visit(app), form());
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code } });
    expect(app.runner.turns).toEqual([]);
  });

  test("a conversation uploads one file at a time, and nobody uploads into somebody else's", async () => {
    const app = await start();
    const [mine, theirs] = [await visit(app), await visit(app)];
    // Refused before the body is read: a client that is still sending may hear nothing but that the connection closed.
    const outcome = (visitor: { token: string; conversationId: string }, text: string, id: string) =>
      uploaded(app, visitor, formWith(new TextEncoder().encode(text), id)).then(
        ({ status }) => (status === 200 ? "taken" : "refused"),
        () => "refused",
      );
    expect(await outcome({ token: mine.token, conversationId: theirs.conversationId }, "x", "file-0")).toBe("refused");
    const waiting = outcome(mine, "wait", "file-1");
    await expect.poll(() => app.runner.turns.length).toBe(1);
    expect(await outcome(mine, "x", "file-2")).toBe("refused");
    expect(await outcome(theirs, "x", "file-3")).toBe("taken");
    app.runner.release();
    expect(await waiting).toBe("taken");
    expect(await outcome(mine, "x", "file-2")).toBe("taken");
    expect(app.runner.turns.map(({ activityId }) => activityId)).toEqual(["file-1", "file-3", "file-2"]);
  });

  test("a turn that fails answers 500 without a word of what was said, and can be sent again", async () => {
    const app = await start();
    const { token, conversationId } = await visit(app);
    const answer = await call(app, token, "POST", `/conversations/${conversationId}/activities`, message("fail"));
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.body)).not.toContain('fail"');
    expect(answer.body.error).toEqual({ code: "internal_error", message: "Something went wrong on our side" });
  });

  test("a polling client sees typing while a turn runs", async () => {
    const app = await start();
    const { token, conversationId } = await visit(app);
    const posting = call(app, token, "POST", `/conversations/${conversationId}/activities`, message("wait"));
    await expect
      .poll(async () => (await call(app, token, "GET", `/conversations/${conversationId}/activities`)).body.activities.map((each) => each.type))
      .toEqual(["typing"]);
    app.runner.release();
    await posting;
    const { body } = await call(app, token, "GET", `/conversations/${conversationId}/activities`);
    expect(body.activities.map((each) => each.type)).toEqual(["message", "message"]);
  });

  test("more than four turns at once in one conversation are turned away", async () => {
    const app = await start();
    const { token, conversationId } = await visit(app);
    const post = (id: string) => call(app, token, "POST", `/conversations/${conversationId}/activities`, message("silence", id));
    const open = ["a", "b", "c", "d"].map(post);
    await expect.poll(() => app.runner.turns.length).toBe(4);
    expect((await post("e")).status).toBe(429);
    await app.close();
    await Promise.allSettled(open);
  });
});

describe("tokens", () => {
  test("refreshing gives another token for the same conversation", async () => {
    const app = await start();
    const { token, conversationId } = await visit(app);
    const { status, body } = await call(app, token, "POST", "/tokens/refresh");
    expect(status).toBe(200);
    expect(body.conversationId).toBe(conversationId);
    expect(body.token).not.toBe(token);
    expect((await call(app, body.token, "GET", `/conversations/${conversationId}`)).status).toBe(200);
  });

  test("after half an hour a token has expired, which a client hears as 403; the page can ask for another", async () => {
    const app = await start();
    const visitor = await visit(app);
    app.clock.offsetMs = 30 * 60_000 + 1;
    const late = await call(app, visitor.token, "GET", `/conversations/${visitor.conversationId}/activities`);
    expect(late).toMatchObject({ status: 403, body: { error: { code: "token_expired" } } });
    expect((await call(app, visitor.token, "POST", "/tokens/refresh")).status).toBe(403);
    const back = await visit(app, visitor.cookie);
    expect(back.conversationId).toBe(visitor.conversationId);
    expect((await call(app, back.token, "GET", `/conversations/${visitor.conversationId}/activities`)).status).toBe(200);
  });

  test("neither tokens, nor cookies, nor tickets are kept readable", async () => {
    const app = await start();
    const visitor = await visit(app);
    const { body } = await call(app, visitor.token, "GET", `/conversations/${visitor.conversationId}`);
    const kept = app.store.dumpRecords();
    const ticket = new URL(body.streamUrl).searchParams.get("t") ?? "";
    for (const secret of [visitor.token, visitor.cookie.split("=")[1] ?? "", ticket]) {
      expect(secret).toMatch(/^[\w-]{43}$/);
      expect(kept).not.toContain(secret);
    }
  });
});

describe("the stream", () => {
  async function streamed(app: WebApp, cookie?: string) {
    const visitor = await visit(app, cookie);
    const { body } = await call(app, visitor.token, "GET", `/conversations/${visitor.conversationId}`);
    const stream = await openStream(body.streamUrl, { Origin: app.origin });
    const post = (activity: object) => call(app, visitor.token, "POST", `/conversations/${visitor.conversationId}/activities`, activity);
    return { visitor, stream, post };
  }

  test("brings what was said before, and then each turn in order with its watermark", async () => {
    const app = await start();
    const { stream, post } = await streamed(app);
    await post(message("een"));
    await post(message("twee"));
    await stream.until(() => stream.texts().length === 5);
    expect(stream.texts()).toEqual([greeting, "een", "echo: een", "twee", "echo: twee"]);
    expect(stream.watermark()).toBe("5");
  });

  test("shows typing while a turn runs, and keeps none of it", async () => {
    const app = await start();
    const { visitor, stream, post } = await streamed(app);
    const posting = post(message("wait"));
    await stream.until(() => stream.activities.some((each) => each.type === "typing"));
    app.runner.release();
    await posting;
    await stream.until(() => stream.texts().includes("echo: wait"));
    const { body } = await call(app, visitor.token, "GET", `/conversations/${visitor.conversationId}/activities`);
    expect(body.activities.map((each) => each.type)).toEqual(["message", "message", "message"]);
  });

  test("shows typing by itself when the turn says nothing for a while", async () => {
    const app = await start({ firstTypingMs: 5 });
    const { stream, post } = await streamed(app);
    const posting = post(message("silence"));
    await stream.until(() => stream.activities.some((each) => each.type === "typing"));
    app.runner.release();
    await posting;
  });

  test("a client that comes back with its watermark misses nothing and sees nothing twice", async () => {
    const app = await start();
    const { visitor, stream, post } = await streamed(app);
    await stream.until(() => stream.texts().length === 1);
    await stream.close();
    await post(message("tussendoor"));
    const { body } = await call(app, visitor.token, "GET", `/conversations/${visitor.conversationId}?watermark=${stream.watermark()}`);
    const again = await openStream(body.streamUrl);
    await again.until(() => again.texts().length === 2);
    expect(again.texts()).toEqual(["tussendoor", "echo: tussendoor"]);
  });

  test("a second process on the same store shows what the first one committed", async () => {
    const first = await start();
    const second = await start({ store: first.store });
    const { visitor, stream } = await streamed(first);
    await stream.until(() => stream.texts().length === 1);
    await call(second, visitor.token, "POST", `/conversations/${visitor.conversationId}/activities`, message("van elders"));
    await first.directLine.poll();
    await stream.until(() => stream.texts().length === 3);
    expect(stream.texts()).toEqual([greeting, "van elders", "echo: van elders"]);
  });

  test("a restarted process goes on where the old one was", async () => {
    const first = await startWebApp();
    const visitor = await visit(first);
    await call(first, visitor.token, "POST", "/conversations");
    await call(first, visitor.token, "POST", `/conversations/${visitor.conversationId}/activities`, message("voor"));
    await first.close();
    const second = await start({ store: first.store });
    const back = await visit(second, visitor.cookie);
    expect(back).toMatchObject({ conversationId: visitor.conversationId, returning: true });
    const { body } = await call(second, visitor.token, "GET", `/conversations/${visitor.conversationId}/activities`);
    expect(body.activities.map((each) => each.text)).toEqual([greeting, "voor", "echo: voor"]);
  });

  test("a ticket opens one socket only", async () => {
    const app = await start();
    const visitor = await visit(app);
    const { body } = await call(app, visitor.token, "GET", `/conversations/${visitor.conversationId}`);
    expect((await openStream(body.streamUrl)).outcome).toBe("open");
    expect((await openStream(body.streamUrl)).outcome).toBe(401);
  });

  test.for([
    { name: "no ticket", change: (url: URL) => url.searchParams.delete("t"), headers: {}, outcome: 401 },
    { name: "an invented ticket", change: (url: URL) => url.searchParams.set("t", "x".repeat(43)), headers: {}, outcome: 401 },
    { name: "another path", change: (url: URL) => (url.pathname = "/v3/directline/other"), headers: {}, outcome: 404 },
    {
      name: "another conversation",
      change: (url: URL) => (url.pathname = url.pathname.replace(/[\w-]+\/stream/, "not-mine/stream")),
      headers: {},
      outcome: 404,
    },
    { name: "another site", change: () => {}, headers: { Origin: "https://evil.example" }, outcome: 403 },
    { name: "another host name", change: () => {}, headers: { Host: "rebound.example" }, outcome: 403 },
  ])("is refused with $name: $outcome", async ({ change, headers, outcome }) => {
    const app = await start();
    const visitor = await visit(app);
    const { body } = await call(app, visitor.token, "GET", `/conversations/${visitor.conversationId}`);
    const url = new URL(body.streamUrl);
    change(url);
    expect((await openStream(url.href, { ...headers })).outcome).toBe(outcome);
  });

  test("a ticket is worth nothing after a minute", async () => {
    const app = await start();
    const visitor = await visit(app);
    const { body } = await call(app, visitor.token, "GET", `/conversations/${visitor.conversationId}`);
    app.clock.offsetMs = 60_001;
    expect((await openStream(body.streamUrl)).outcome).toBe(401);
  });

  test("erasing in the conversation says goodbye, closes the socket and leaves no door open", async () => {
    const app = await start();
    const { visitor, stream, post } = await streamed(app);
    await post(message("erase"));
    await stream.closed;
    expect(stream.texts().at(-1)).toBe("Alles is weg.");
    expect((await call(app, visitor.token, "GET", `/conversations/${visitor.conversationId}/activities`)).status).toBe(401);
    expect(app.store.dumpRecords()).toBe("[]");
    const anew = await visit(app, visitor.cookie);
    expect(anew.conversationId).not.toBe(visitor.conversationId);
    expect(anew.cookie).not.toBe(visitor.cookie);
  });

  test("ending the session closes the socket", async () => {
    const app = await start();
    const { visitor, stream } = await streamed(app);
    const ended = await fetch(`${app.origin}/api/session/end`, { method: "POST", headers: { "X-Skillsgesprek": "1", Cookie: visitor.cookie } });
    expect(ended.status).toBe(200);
    expect(await stream.closed).toBe(1008);
  });

  test("a session that ended in another process ends its sockets here at the next look", async () => {
    const app = await start();
    const { visitor, stream } = await streamed(app);
    const holderId = app.runner.turns[0]?.holderId ?? "";
    await app.store.deleteRecordsOf("session", holderId);
    await app.directLine.poll();
    expect(await stream.closed).toBe(1008);
    expect((await call(app, visitor.token, "POST", "/tokens/refresh")).status).toBe(401);
  });

  test("the oldest socket gives way when one conversation opens too many", async () => {
    const app = await start({ limits: { maxPerConversation: 1 } });
    const { visitor, stream } = await streamed(app);
    const newer = await streamed(app, visitor.cookie);
    expect(await stream.closed).toBe(1008);
    await newer.post(message("nog daar"));
    await newer.stream.until(() => newer.stream.texts().includes("echo: nog daar"));
  });

  // One that never answered the goodbye kept its place: one visitor could take all the places that there are.
  test("a socket that gave way keeps no place, whether it says goodbye or not", async () => {
    const app = await start({ limits: { maxPerConversation: 1, maxInAll: 2 } });
    const first = await streamed(app);
    first.stream.socket.pause();
    for (let at = 0; at < 4; at += 1) (await streamed(app, first.visitor.cookie)).stream.socket.pause();
    const last = await streamed(app, first.visitor.cookie);
    await last.post(message("nog daar"));
    await last.stream.until(() => last.stream.texts().includes("echo: nog daar"));
  });

  test("a socket that does not take what it is sent is cut off", async () => {
    const app = await start({ limits: { maxBufferedBytes: -1 } });
    const { stream } = await streamed(app);
    expect(await stream.closed).toBe(1006);
  });

  test("a dead socket is noticed by its missing pong", async () => {
    const app = await start({ limits: { pingMs: 20 } });
    const { visitor } = await streamed(app);
    const { body } = await call(app, visitor.token, "GET", `/conversations/${visitor.conversationId}`);
    const deaf = await openStream(body.streamUrl);
    let pings = 0;
    deaf.socket.on("ping", () => (pings += 1));
    deaf.socket.pong = () => {};
    expect(await deaf.closed).toBe(1006);
    expect(pings).toBeLessThanOrEqual(2);
  });
});
