import { defineConfig } from "vitest/config";

/** Slow projects share two cores: one file at a time keeps their timings honest. */
const alone = { fileParallelism: false, testTimeout: 60_000, hookTimeout: 120_000 } as const;

export default defineConfig({
  test: {
    expect: { requireAssertions: true },
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          env: { POWERTOOLS_LOG_LEVEL: "SILENT" },
          include: ["test/{functions,shared,web,ops,bench,support}/**/*.test.ts", "test/*.test.ts"],
        },
      },
      {
        extends: true,
        // Not isolated: its files share one synthesis, which takes longer than all of them.
        test: { name: "infra", include: ["test/infra/**/*.test.ts"], ...alone, isolate: false },
      },
      {
        extends: true,
        test: {
          name: "simulation",
          include: ["test/simulation/**/*.test.ts"],
          ...alone,
          testTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: "conformance",
          include: ["test/local/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "journeys",
          include: ["test/journeys/**/*.test.ts"],
          ...alone,
          // A journey's chapters follow from one another: after the first that fails the rest prove nothing.
          bail: 1,
        },
      },
    ],
  },
});
