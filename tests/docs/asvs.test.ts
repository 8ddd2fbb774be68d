import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = new URL("../../", import.meta.url);
const text = readFileSync(new URL("docs/asvs.md", root), "utf8");

/** "6.2.1 to 6.2.12" and "17.1.1, 17.2.1 to 17.2.4", one by one. */
function idsIn(cell: string): readonly string[] {
  return cell.split(",").flatMap((part) => {
    const [first = "", last = first] = part.trim().split(" to ");
    const section = first.replace(/\d+$/, "");
    const [from, until] = [first, last].map((id) => Number(id.split(".").at(-1)));
    return Array.from({ length: (until ?? 0) - (from ?? 0) + 1 }, (_, at) => `${section}${(from ?? 0) + at}`);
  });
}

const rows = text
  .split("\n")
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const [ids = "", what = "", state = "", where = ""] = line
      .slice(1, -1)
      .split(" | ")
      .map((cell) => cell.trim());
    return { ids: idsIn(ids), what, state, where };
  });
const states = ["yes", "partly", "no", "not ours", "does not apply"];

describe("docs/asvs.md", () => {
  test("has every requirement of levels 1 and 2 once: 253 of them", () => {
    const ids = rows.flatMap((row) => row.ids);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(ids.filter((id) => !/^\d{1,2}\.\d{1,2}\.\d{1,2}$/.test(id))).toEqual([]);
    expect(ids).toHaveLength(253);
  });

  test("names a state that there is, and a place or a reason, for each", () => {
    expect(rows.filter(({ what, state, where }) => what === "" || where === "" || !states.includes(state))).toEqual([]);
  });

  test("counts them rightly", () => {
    for (const state of states) {
      const number = rows.filter((row) => row.state === state).reduce((sum, { ids }) => sum + ids.length, 0);
      expect(text, state).toMatch(new RegExp(`^\\| ${state} \\|.*\\| ${number} \\|$`, "m"));
    }
  });

  test("names only files that exist", () => {
    const named = [...text.matchAll(/`([\w./-]+\.(?:ts|md|json|yaml|service|sh)|\.dockerignore|prompts\/|src)`/g)].map((match) => match[1] ?? "");
    expect(named.length).toBeGreaterThan(150);
    expect([...new Set(named)].filter((path) => !existsSync(fileURLToPath(new URL(path, root))))).toEqual([]);
  });
});
