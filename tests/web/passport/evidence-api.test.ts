import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { filePieceKind } from "../../../src/domain/claim-files.ts";
import type { PassportEvent } from "../../../src/domain/passport-events.ts";
import { Passport } from "../../../src/domain/passport.ts";
import { StoreUnavailableError } from "../../../src/passport/errors.ts";
import { dispositionOf } from "../../../src/web/passport/send-evidence.ts";
import { noisyPicture, somePdf, somePicture } from "../../support/evidence-samples.ts";
import { createMemoryStore } from "../../support/memory-store.ts";
import { confirmed } from "../../support/passport-samples.ts";
import { call, startWebApp, visit, type Visitor, type WebApp } from "../../support/web-app.ts";

let app: WebApp;
let visitor: Visitor;
let holderId: string;

const diploma = (id: string, title = "vmbo basis"): PassportEvent => ({
  type: "credential_set",
  at: "2026-11-26T09:00:00.000Z",
  credential: { id, title, institution: null, date: null, level: null, finished: true },
});

async function arrive(store = createMemoryStore()) {
  app = await startWebApp({ store });
  visitor = await visit(app);
  await call(app, visitor.token, "POST", "/conversations");
  holderId = app.runner.turns[0]?.holderId ?? "";
  await app.store.changePassport(holderId, [confirmed("c1"), confirmed("c2"), diploma("d1")]);
}
beforeEach(async () => arrive());
afterEach(async () => app.close());

interface Upload {
  readonly claimId?: string;
  /** In the place of a claim. */
  readonly credentialId?: string;
  readonly name?: string;
  readonly type?: string;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function upload(
  bytes: Uint8Array,
  { claimId = "c1", credentialId, name = "diploma.pdf", type = "application/pdf", cookie, headers }: Upload = {},
) {
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(bytes)], { type }), name);
  const place = credentialId === undefined ? `claims/${claimId}` : `credentials/${credentialId}`;
  const response = await fetch(`${app.origin}/api/passport/${place}/files`, {
    method: "POST",
    headers: { Cookie: cookie ?? visitor.cookie, "X-Skillsgesprek": "1", Origin: app.origin, ...headers },
    body: form,
  });
  const body: unknown = await response.json();
  return { status: response.status, body };
}
const download = (fileId: string, cookie = visitor.cookie) => fetch(`${app.origin}/api/passport/files/${fileId}`, { headers: { Cookie: cookie } });
const kept = async () => Passport.parse(await app.store.passport(holderId));
const claimNow = async () => (await kept()).claims.find(({ id }) => id === "c1");
const pieces = () => app.store.holderRows(holderId, filePieceKind);
async function act(action: object) {
  return fetch(`${app.origin}/api/passport/events`, {
    method: "POST",
    headers: { Cookie: visitor.cookie, "X-Skillsgesprek": "1", Origin: app.origin, "Content-Type": "application/json" },
    body: JSON.stringify({ actions: [action] }),
  });
}
const codeOf = (body: unknown) => (body as { error?: { code?: string } }).error?.code;

describe("a file kept with a skill", () => {
  test("makes it evidenced; the file comes back as a download that no browser shows or runs", async () => {
    const pdf = somePdf();
    expect((await upload(pdf)).status).toBe(200);
    const claim = await claimNow();
    expect(claim).toMatchObject({ status: "evidenced", files: [{ name: "diploma", kind: "pdf", bytes: pdf.length }] });
    const answer = await download(claim?.files?.[0]?.id ?? "");
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(pdf);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-disposition": `attachment; filename="diploma.pdf"; filename*=UTF-8''diploma.pdf`,
      "content-type": "application/pdf",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    });
    expect(answer.headers.get("content-security-policy")).toMatch(/^sandbox; default-src 'none'/);
  });

  test("when the last one goes it is self-declared again, and nothing of the file is left", async () => {
    await upload(somePdf());
    await upload(await somePicture("png"), { name: "foto.png" });
    const [first, second] = (await claimNow())?.files ?? [];
    await act({ action: "remove_file", claimId: "c1", fileId: first?.id });
    expect((await claimNow())?.status).toBe("evidenced");
    expect((await act({ action: "remove_file", claimId: "c1", fileId: second?.id })).status).toBe(200);
    expect((await claimNow())?.status).toBe("self_declared");
    expect(await pieces()).toEqual([]);
    expect((await download(first?.id ?? "")).status).toBe(404);
  });

  test("history tells where the skill stood, and no name of a file", async () => {
    await upload(somePdf(), { name: "Zwemdiploma.pdf" });
    const { history } = await kept();
    expect(history.at(-1)).toMatchObject({ event: "claim_file_added", subject: "c1", detail: { to: { status: "evidenced" } } });
    expect(JSON.stringify(history)).not.toContain("Zwemdiploma");
  });

  test("goes with the skill when that is erased", async () => {
    await upload(somePdf());
    expect(await pieces()).toHaveLength(1);
    await act({ action: "erase_claim", claimId: "c1" });
    expect(await pieces()).toEqual([]);
  });

  test("a large one is kept in pieces and comes back whole", async () => {
    const large = somePdf("%".padEnd(9 * 1024 * 1024, "x"));
    expect((await upload(large)).status).toBe(200);
    expect((await pieces()).length).toBe(10);
    const answer = await download((await claimNow())?.files?.[0]?.id ?? "");
    expect(Buffer.compare(Buffer.from(await answer.arrayBuffer()), Buffer.from(large))).toBe(0);
  });
});

describe("a file kept with a diploma", () => {
  const paper = async () => (await kept()).credentials.find(({ id }) => id === "d1");

  test("comes back as a download; it says nothing of any skill", async () => {
    expect((await upload(somePdf(), { credentialId: "d1" })).status).toBe(200);
    expect((await paper())?.files).toMatchObject([{ name: "diploma", kind: "pdf" }]);
    const answer = await download((await paper())?.files?.[0]?.id ?? "");
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(somePdf());
    expect((await kept()).claims.map(({ status }) => status)).toEqual(["self_declared", "self_declared"]);
    expect(JSON.stringify((await kept()).history.at(-1))).not.toContain("diploma.pdf");
  });

  test("stays when the diploma is changed, on the page or by the conversation; goes when it is taken away", async () => {
    await upload(somePdf(), { credentialId: "d1" });
    await act({ action: "edit_credential", credentialId: "d1", changes: { title: "vmbo kader" } });
    // The interview knows of no files.
    await app.store.changePassport(holderId, [diploma("d1", "vmbo gemengd")]);
    expect(await paper()).toMatchObject({ title: "vmbo gemengd", files: [{ name: "diploma" }] });
    const fileId = (await paper())?.files?.[0]?.id;
    expect((await act({ action: "remove_credential_file", credentialId: "d1", fileId: "f" })).status).toBe(404);
    expect((await act({ action: "remove_credential_file", credentialId: "d1", fileId })).status).toBe(200);
    expect([(await paper())?.files, await pieces()]).toEqual([[], []]);
  });

  test("goes with the diploma; there is none of one that is not there; and five fit", async () => {
    for (let index = 0; index < 5; index += 1) expect((await upload(somePdf(), { credentialId: "d1" })).status).toBe(200);
    expect((await upload(somePdf(), { credentialId: "d1" })).status).toBe(409);
    expect((await upload(somePdf(), { credentialId: "c1" })).status).toBe(404);
    expect(await pieces()).toHaveLength(5);
    await act({ action: "erase_credential", credentialId: "d1" });
    expect(await pieces()).toEqual([]);
  });
});

describe("a picture", () => {
  test.for(["jpeg", "png"] as const)("%s: is drawn anew; what the camera wrote along is gone", async (kind) => {
    const picture = await somePicture(kind);
    expect(Buffer.from(picture).includes("Iemand Verzonnen")).toBe(true);
    await upload(picture, { name: `foto.${kind}` });
    const answer = await download((await claimNow())?.files?.[0]?.id ?? "");
    const back = Buffer.from(await answer.arrayBuffer());
    expect(back.includes("Iemand Verzonnen")).toBe(false);
    expect(await sharp(back).metadata()).toMatchObject({ format: kind, width: 60, height: 30 });
    expect((await sharp(back).metadata()).exif).toBeUndefined();
    expect(answer.headers.get("content-type")).toBe(`image/${kind}`);
  });

  test("what hides behind the picture is not kept", async () => {
    const hiding = Buffer.concat([await somePicture("jpeg"), Buffer.from("<script>alert(1)</script>")]);
    expect((await upload(hiding)).status).toBe(200);
    const answer = await download((await claimNow())?.files?.[0]?.id ?? "");
    expect(Buffer.from(await answer.arrayBuffer()).includes("script")).toBe(false);
  });

  test("the content tells the type, whatever its name says", async () => {
    await upload(await somePicture("jpeg"), { name: "diploma.pdf", type: "application/pdf" });
    expect((await claimNow())?.files).toMatchObject([{ kind: "jpeg", name: "diploma" }]);
  });

  test("a large one fits, too", async () => {
    expect((await upload(await noisyPicture(1700))).status).toBe(200);
  });
});

describe("what is not kept leaves nothing behind", () => {
  const html = new Uint8Array(Buffer.from("<!doctype html><script>alert(1)</script>"));
  const svg = new Uint8Array(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'));
  test.for<[string, () => Uint8Array | Promise<Uint8Array>, number, string]>([
    ["a web page called a PDF", () => html, 415, "file_unsupported"],
    ["a drawing that can hold scripts", () => svg, 415, "file_unsupported"],
    ["a program", () => new Uint8Array([0x4d, 0x5a, ...new Uint8Array(200)]), 415, "file_unsupported"],
    ["a GIF", () => new Uint8Array(Buffer.from("R0lGODlhAQABAAAAACw=", "base64")), 415, "file_unsupported"],
    ["a PDF cut off half", () => somePdf().subarray(0, 120), 422, "file_unreadable"],
    ["a picture cut off half", async () => (await noisyPicture(200)).subarray(0, 9000), 422, "file_unreadable"],
    ["an empty file", () => new Uint8Array(), 422, "file_unreadable"],
    ["a file of more than 10 MB", () => somePdf("%".padEnd(10 * 1024 * 1024, "x")), 413, "file_too_large"],
    ["a file of far more than 10 MB", () => somePdf("%".padEnd(14 * 1024 * 1024, "x")), 413, "file_too_large"],
  ])("%s", async ([, bytes, status, code]) => {
    const before = await kept();
    const answer = await upload(await bytes());
    expect([answer.status, codeOf(answer.body)]).toEqual([status, code]);
    expect(await kept()).toEqual(before);
    expect(await pieces()).toEqual([]);
  });

  test("a form with something else in it, or none at all", async () => {
    const post = (body: BodyInit, headers: Record<string, string> = {}) =>
      fetch(`${app.origin}/api/passport/claims/c1/files`, {
        method: "POST",
        headers: { Cookie: visitor.cookie, "X-Skillsgesprek": "1", Origin: app.origin, ...headers },
        body,
      });
    const two = new FormData();
    two.append("file", new Blob([somePdf().slice()]), "a.pdf");
    two.append("more", "x");
    const text = new FormData();
    text.append("file", "geen bestand");
    expect((await post(two)).status).toBe(400);
    expect((await post(text)).status).toBe(400);
    expect((await post("zomaar", { "Content-Type": "multipart/form-data; boundary=x" })).status).toBe(400);
    expect((await post("{}", { "Content-Type": "application/json" })).status).toBe(415);
    expect((await kept()).claims[0]?.files).toBeUndefined();
  });

  test("more files than can be kept", async () => {
    for (let index = 0; index < 5; index += 1) expect((await upload(somePdf())).status).toBe(200);
    expect(codeOf((await upload(somePdf())).body)).toBe("too_many_files");
    expect((await claimNow())?.files).toHaveLength(5);
  });

  test.for([
    ["the disk is full halfway", 2],
    ["the disk is full at the last step", Number.POSITIVE_INFINITY],
  ] as const)("%s: one clear answer, and nothing half-kept", async ([, writesThatWork]) => {
    await app.close();
    const memory = createMemoryStore();
    let isFull = false;
    let written = 0;
    await arrive({
      ...memory,
      async putHolderRow(...put) {
        if (isFull && (written += 1) > writesThatWork) throw new StoreUnavailableError("The disk is full");
        return memory.putHolderRow(...put);
      },
      async changePassport(...change) {
        if (isFull) throw new StoreUnavailableError("The disk is full");
        return memory.changePassport(...change);
      },
    });
    isFull = true;
    const answer = await upload(somePdf("%".padEnd(3 * 1024 * 1024, "x")));
    expect([answer.status, codeOf(answer.body)]).toEqual([503, "temporarily_unavailable"]);
    expect(await pieces()).toEqual([]);
    expect(await app.store.holderRows(holderId, "claim-file-pending")).toEqual([]);
    expect((await claimNow())?.status).toBe("self_declared");
  });

  test("what a crash left half goes at the next attempt", async () => {
    await app.store.putHolderRow(holderId, filePieceKind, "lost.0", { base64: "eA==" });
    await app.store.putHolderRow(holderId, "claim-file-pending", "lost", { id: "lost", pieces: 1, startedMs: 0 });
    await upload(somePdf());
    expect((await pieces()).map(({ id }) => id)).not.toContain("lost.0");
    expect(await app.store.holderRows(holderId, "claim-file-pending")).toEqual([]);
  });
});

describe("who may", () => {
  test("another holder's skill and file are not there", async () => {
    await upload(somePdf());
    const fileId = (await claimNow())?.files?.[0]?.id ?? "";
    const stranger = await visit(app);
    expect((await upload(somePdf(), { cookie: stranger.cookie })).status).toBe(404);
    expect((await download(fileId, stranger.cookie)).status).toBe(404);
    expect((await download("unknown")).status).toBe(404);
    expect((await upload(somePdf(), { claimId: "unknown" })).status).toBe(404);
  });

  test("without a session, a marker, or from another site: nothing", async () => {
    await upload(somePdf());
    const fileId = (await claimNow())?.files?.[0]?.id ?? "";
    expect((await upload(somePdf(), { cookie: "" })).status).toBe(401);
    expect((await download(fileId, "")).status).toBe(401);
    expect((await upload(somePdf(), { headers: { "X-Skillsgesprek": "" } })).status).toBe(403);
    expect((await upload(somePdf(), { headers: { Origin: "https://elders.example" } })).status).toBe(403);
    expect((await claimNow())?.files).toHaveLength(1);
  });
});

describe("the name of a file", () => {
  test.for([
    ["C:\\Users\\iemand\\Mijn_diploma.final.pdf", "Mijn diploma.final"],
    ["../../etc/passwd", "passwd"],
    ["bel 06 12345678.pdf", "bel …"],
    [".pdf", "bewijs"],
  ] as const)("%s is kept as %s", async ([name, expected]) => {
    await upload(somePdf(), { name });
    expect((await claimNow())?.files?.[0]?.name).toBe(expected);
  });

  test.for([
    ["diploma één", `attachment; filename="diploma een.pdf"; filename*=UTF-8''diploma%20%C3%A9%C3%A9n.pdf`],
    ['a"; x=\r\nSet-Cookie: y', `attachment; filename="a xSet-Cookie y.pdf"; filename*=UTF-8''a%22%3B%20x%3D%0D%0ASet-Cookie%3A%20y.pdf`],
    ["диплом", `attachment; filename="file.pdf"; filename*=UTF-8''%D0%B4%D0%B8%D0%BF%D0%BB%D0%BE%D0%BC.pdf`],
  ] as const)("%s can be downloaded under it", ([name, expected]) => {
    expect(dispositionOf({ name, kind: "pdf" })).toBe(expected);
  });
});
