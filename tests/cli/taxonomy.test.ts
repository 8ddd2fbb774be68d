import { describe, expect, test } from "vitest";
import { runScript } from "../support/command-process.ts";
import { dutch, english, folderOf, skillsCsv, smallEsco, temporaryDir, uri } from "../taxonomy/made-up-esco.ts";

/** Runs the command on a data folder. */
async function run(dataDir: string, ...argv: readonly string[]) {
  const { status, out, messages } = await runScript("src/cli/taxonomy.ts", argv, { cwd: dataDir, env: { DATA_DIR: dataDir } });
  return { status, lines: out.split("\n").filter(Boolean), messages };
}
const parsed = (lines: readonly string[]) => lines.map((line): unknown => JSON.parse(line));

describe("npm run taxonomy", () => {
  test("imports with embeddings, lists, and switches back", { timeout: 60_000 }, async () => {
    const dataDir = await temporaryDir();
    const skipping = { ...smallEsco, "en/skills_en.csv": skillsCsv([...english.slice(0, 2), { conceptUri: uri(3), preferredLabel: "" }]) };
    const imported = await run(dataDir, "import", await folderOf(skipping), "--name", "mine");
    expect(imported.status).toBe(0);
    expect(parsed(imported.lines)).toEqual(
      expect.arrayContaining([
        { event: "read", file: "nl/skills_nl.csv" },
        { event: "skipped", reason: "label_empty", count: 1, first: { file: "en/skills_en.csv", row: 4 } },
        expect.objectContaining({
          event: "imported",
          name: "mine",
          taxonomy: { name: "ESCO", version: "9.8.7" },
          unchanged: false,
          counts: expect.objectContaining({ concepts: 3 }),
        }),
      ]),
    );
    expect(imported.messages).toContain("Building the index");
    expect(imported.messages).toContain("100 % | 3/3 concepts");

    const listed = await run(dataDir, "list");
    expect(parsed(listed.lines)).toEqual([
      expect.objectContaining({ name: "starter", inUse: false, concepts: expect.any(Number) }),
      expect.objectContaining({ name: "mine", inUse: true, concepts: 3 }),
    ]);
    const back = await run(dataDir, "use", "starter");
    expect(parsed(back.lines)).toEqual([expect.objectContaining({ event: "using", name: "starter" })]);
    const again = await run(dataDir, "import", await folderOf(skipping), "--name", "mine");
    expect(parsed(again.lines.slice(-1))).toEqual([expect.objectContaining({ event: "imported", unchanged: true })]);
    expect(parsed((await run(dataDir, "list")).lines)).toContainEqual(expect.objectContaining({ name: "mine", inUse: true }));
  });

  test("says in one line what is wrong with a download, prints nothing else, and fails", async () => {
    const dataDir = await temporaryDir();
    const wrong = await folderOf({ "skills_nl.csv": skillsCsv([...dutch, { conceptUri: uri(4), preferredLabel: "<b>regen</b>" }]) });
    const { status, lines, messages } = await run(dataDir, "import", wrong);
    expect({ status, lines }).toEqual({ status: 1, lines: [] });
    expect(messages.trimEnd().split("\n").at(-1)).toBe("skills_nl.csv, row 5: a label with markup");
  });

  test.for([
    { argv: ["use", "nobody"], says: "There is no taxonomy with this name; there are: starter" },
    { argv: ["import", "/nowhere/esco"], says: "esco: there is no such folder or zip" },
  ])("fails with one line: $argv", async ({ argv, says }) => {
    const { status, messages } = await run(await temporaryDir(), ...argv);
    expect({ status, messages: messages.trim() }).toEqual({ status: 1, messages: says });
  });

  test.for(["", "import", "import a b", "list x", "use", "use x --name y", "fly", "list --fast"])(
    'shows how it is used when it does not understand "%s"',
    async (typed) => {
      const { status, lines, messages } = await run(await temporaryDir(), ...typed.split(" ").filter(Boolean));
      expect({ status, lines }).toEqual({ status: 2, lines: [] });
      expect(messages).toContain("import PATH [--name NAME]");
    },
  );

  test("explains itself", async () => {
    const { status, lines, messages } = await run(await temporaryDir(), "--help");
    expect({ status, messages }).toEqual({ status: 0, messages: "" });
    expect(lines.join("\n")).toContain("import PATH [--name NAME]");
  });
});
