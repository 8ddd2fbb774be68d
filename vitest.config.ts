import { defineConfig } from "vitest/config";

/** Tests of plain functions: nothing in them changes what another file sees, so their files share what they import. Half the time. */
const ofFunctions = ["dialogs", "domain", "extraction", "identity", "taxonomy"].map((folder) => `tests/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    globalSetup: ["tests/support/built-vectors.ts"],
    projects: [
      { extends: true, test: { name: "functions", include: ofFunctions, isolate: false } },
      { extends: true, test: { name: "parts", include: ["tests/**/*.test.ts"], exclude: ofFunctions } },
    ],
    // For two cores: real servers and a real browser are waited for as often as worked with.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A page that loads while the other core is busy may take more than the second that is the default.
    expect: { poll: { timeout: 10_000 } },
    reporters: ["default", "./tests/support/closing-line-reporter.ts"],
  },
});
