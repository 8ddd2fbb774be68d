import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeWhole } from "../../src/grounding/whole-file.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "skillsgesprek-whole-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("A file that several write at once, as containers with one volume and the same process ids do, is one of theirs, whole", async () => {
  const path = join(folder, "of", "all.bin");
  const contents = ["brood", "taart", "koek"].map((word) => word.repeat(50_000));
  await Promise.all(contents.map((content) => writeWhole(path, [content.slice(0, 7), content.slice(7)])));
  expect(contents).toContain(await readFile(path, "utf8"));
  expect(await readdir(join(folder, "of"))).toEqual(["all.bin"]);
});

test("A file that cannot take its place leaves nothing half-written, and says why", async () => {
  await mkdir(join(folder, "taken", "inside"), { recursive: true });
  await expect(writeWhole(join(folder, "taken"), ["deeg"])).rejects.toMatchObject({ code: expect.any(String) });
  expect(await readdir(folder)).toEqual(["taken"]);
});
