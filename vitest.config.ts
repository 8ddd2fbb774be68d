import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/support/built-vectors.ts"],
    // Two busy cores, with real servers and a real browser among the tests.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A page that loads while the other core is busy may take more than the second that is the default.
    expect: { poll: { timeout: 10_000 } },
    reporters: ["default", "./tests/support/closing-line-reporter.ts"],
  },
});
