import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import yauzl from "yauzl";
import { z } from "zod";
import { appPackage, appSettings, ManifestInvalidError, type PackageWishes } from "../../src/bot/teams-package/app-package.ts";
import { manifestProblems } from "../../src/bot/teams-package/manifest-schema.ts";
import { teamsWords } from "../../src/composition/teams-words.ts";
import { meaningOf } from "../../src/dialogs/answers.ts";

const wishes: PackageWishes = {
  appId: "11111111-2222-3333-4444-555555555555",
  publicUrl: new URL("https://skills.example"),
  operatorName: "Buurthuis Voorbeeld",
};
const words = teamsWords({ formOfAddress: "u", operatorName: wishes.operatorName });
const say = (language: "nl" | "en", key: string) => words[language][key] ?? "";
const made = (changes: Partial<PackageWishes> = {}) => appPackage(appSettings({ ...wishes, ...changes }), say);

async function unzipped(zip: Buffer): Promise<Map<string, Buffer>> {
  const open = promisify((bytes: Buffer, done: (error: Error | null, file: yauzl.ZipFile) => void) =>
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, file) => done(error, file)),
  );
  const file = await open(zip);
  const entries = new Map<string, Buffer>();
  const ended = new Promise<void>((resolve) => file.on("end", resolve));
  file.on("entry", (entry: yauzl.Entry) => {
    file.openReadStream(entry, (error, stream) => {
      if (error) throw error;
      buffer(stream).then(
        (content) => {
          entries.set(entry.fileName, content);
          file.readEntry();
        },
        (failed: unknown) => file.emit("error", failed),
      );
    });
  });
  file.readEntry();
  await ended;
  return entries;
}

const Json = z.record(z.string(), z.unknown());
const json = (content: Buffer | undefined) => Json.parse(JSON.parse(content?.toString("utf8") ?? ""));

describe("the app package for Teams", () => {
  let files: Map<string, Buffer>;
  beforeAll(async () => {
    files = await unzipped(await made());
  });

  test("holds a manifest, English texts and two icons, at the top, and nothing else", () => {
    expect([...files.keys()].toSorted()).toEqual(["color.png", "en.json", "manifest.json", "outline.png"]);
  });

  test("passes Microsoft's schema, and would not with a field too many, too long or lacking", () => {
    const manifest = json(files.get("manifest.json"));
    expect(manifestProblems("manifest", manifest)).toEqual([]);
    expect(manifestProblems("localisation", json(files.get("en.json")))).toEqual([]);
    const { developer, ...lacking } = manifest;
    expect(developer).toBeDefined();
    expect(manifestProblems("manifest", lacking).join()).toContain("developer");
    expect(manifestProblems("manifest", { ...manifest, surprise: 1 })).not.toEqual([]);
    expect(manifestProblems("manifest", { ...manifest, name: { short: "x".repeat(31) } }).join()).toContain("/name/short");
    expect(manifestProblems("localisation", { ...json(files.get("en.json")), "description.short": "x".repeat(81) })).not.toEqual([]);
  });

  test("is for one person, with the bot and the passport's tab, on our own address alone", () => {
    expect(json(files.get("manifest.json"))).toMatchObject({
      manifestVersion: "1.30",
      id: wishes.appId,
      bots: [{ botId: wishes.appId, scopes: ["personal"], supportsFiles: false }],
      staticTabs: [{ entityId: "conversations" }, { entityId: "passport", contentUrl: "https://skills.example/teams?locale={locale}" }],
      validDomains: ["skills.example"],
      permissions: [],
    });
    expect(files.get("manifest.json")?.toString("utf8")).not.toMatch(/composeExtensions|webApplicationInfo|groupChat|"team"/);
  });

  test("says in both languages what it is, that the organisation can read along, and what it is not for", () => {
    const dutch = JSON.stringify(json(files.get("manifest.json")));
    const english = JSON.stringify(json(files.get("en.json")));
    expect(dutch).toMatch(/organisatie dit gesprek ook lezen.*Buurthuis Voorbeeld/);
    expect(english).toMatch(/your organisation can read this conversation too.*Buurthuis Voorbeeld/);
    expect(dutch).toContain("niet om mensen te selecteren");
    expect(english).toContain("not for selecting");
    expect(`${dutch}${english}`).not.toMatch(/\{(?:operator|reads)\}|\[[^\]"]*\|/);
  });

  test("what its list of commands puts into the chat, the conversation understands", () => {
    for (const language of ["nl", "en"] as const)
      expect(["passport", "help", "stop"].map((name) => meaningOf(say(language, `app.command_${name}`)))).toEqual(["passport", "help", "stop"]);
  });

  test("its icons have Teams' sizes; the outline is white on nothing", async () => {
    expect(await sharp(files.get("color.png")).metadata()).toMatchObject({ format: "png", width: 192, height: 192 });
    const { data, info } = await sharp(files.get("outline.png")).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 32, height: 32 });
    const pixels = Array.from({ length: 32 * 32 }, (_, index) => [...data.subarray(index * 4, index * 4 + 4)]);
    expect(pixels.filter(([, , , alpha]) => alpha === 0).length).toBeGreaterThan(300);
    expect(pixels.filter(([, , , alpha]) => alpha === 255).length).toBeGreaterThan(100);
    expect(pixels.filter(([red, green, blue, alpha]) => (alpha ?? 0) > 0 && Math.min(red ?? 0, green ?? 0, blue ?? 0) < 250)).toEqual([]);
  });

  test("the same settings give the same bytes; another version others", async () => {
    const first = await made();
    expect((await made()).equals(first)).toBe(true);
    expect((await made({ version: "1.0.1" })).equals(first)).toBe(false);
  });

  test.for<{ readonly lacks: string; readonly changes: Partial<PackageWishes>; readonly says: RegExp }>([
    { lacks: "everything", changes: { appId: null, publicUrl: null, operatorName: null }, says: /MICROSOFT_APP_ID.*PUBLIC_URL.*OPERATOR_NAME/ },
    { lacks: "an app id that is one", changes: { appId: "my-bot" }, says: /MICROSOFT_APP_ID: write the app id/ },
    { lacks: "https", changes: { publicUrl: new URL("http://skills.example") }, says: /PUBLIC_URL: Teams takes only .*https/ },
    { lacks: "the bare address", changes: { publicUrl: new URL("https://skills.example/app") }, says: /PUBLIC_URL: write it without a path/ },
    { lacks: "a short name", changes: { operatorName: "Gemeente Voorbeeld, afdeling Werk en Inkomen" }, says: /at most 32 characters.*--developer/ },
    { lacks: "a version", changes: { version: "0.1.0" }, says: /--app-version/ },
    { lacks: "an address for privacy", changes: { privacyUrl: "http://x.example" }, says: /--privacy/ },
  ])("without $lacks it says what to write", ({ changes, says }) => {
    expect(() => appSettings({ ...wishes, ...changes })).toThrow(says);
  });

  test("a longer name goes with a shorter one for the maker", async () => {
    const long = { operatorName: "Gemeente Voorbeeld, afdeling Werk en Inkomen", developer: "Gemeente Voorbeeld" };
    expect(json((await unzipped(await made(long))).get("manifest.json"))).toMatchObject({ developer: { name: "Gemeente Voorbeeld" } });
  });

  test("words that are too long for Teams are no package", async () => {
    const long = (language: "nl" | "en", key: string) => (key === "app.short" ? "x".repeat(81) : say(language, key));
    await expect(appPackage(appSettings(wishes), long)).rejects.toThrow(ManifestInvalidError);
  });

  test.for(["je", "u"] as const)("the words of both languages fit, with %s", async (form) => {
    const formed = teamsWords({ formOfAddress: form, operatorName: null });
    await expect(appPackage(appSettings(wishes), (language, key) => formed[language][key] ?? "")).resolves.toBeInstanceOf(Buffer);
  });
});

describe("npm run teams:package", () => {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const run = (settings: Readonly<Record<string, string>>, ...args: readonly string[]) => {
    const cwd = mkdtempSync(join(tmpdir(), "skillsgesprek-package-"));
    const entry = join(root, "src/cli/teams-package.ts");
    const argv = ["--disable-warning=ExperimentalWarning", entry, ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, argv, {
      cwd,
      encoding: "utf8",
      env: { PATH: process.env["PATH"] ?? "", ...settings },
    });
    return { status, stdout, stderr, read: (name: string) => readFileSync(join(cwd, name)) };
  };
  const configured = {
    MICROSOFT_APP_ID: "11111111-2222-3333-4444-555555555555",
    MICROSOFT_APP_TYPE: "UserAssignedMSI",
    MICROSOFT_APP_TENANT_ID: "99999999-2222-3333-4444-555555555555",
    PUBLIC_URL: "https://skills.example",
    OPERATOR_NAME: "Buurthuis Voorbeeld",
  };

  test("writes the file and one line; the same bytes under another clock", () => {
    const first = run({ ...configured, TZ: "Pacific/Auckland" }, "--out", "a.zip");
    expect({ status: first.status, stderr: first.stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(first.stdout)).toMatchObject({ file: "a.zip", version: "1.0.0", manifestVersion: "1.30" });
    expect(
      run({ ...configured, TZ: "America/New_York" }, "--out", "b.zip")
        .read("b.zip")
        .equals(first.read("a.zip")),
    ).toBe(true);
  });

  test("where something lacks: one line that names it, and no file", () => {
    const { status, stdout, stderr, read } = run({ OPERATOR_NAME: "Buurthuis Voorbeeld" }, "--out", "a.zip");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^The app package cannot be made[^\n]*MICROSOFT_APP_ID[^\n]*PUBLIC_URL[^\n]*\n$/);
    expect(() => read("a.zip")).toThrow(/ENOENT/);
    expect(run(configured).status).toBe(2);
  });
});
