import { defineConfig } from "vitest/config";

/** Slow projects share two cores: one file at a time keeps their timings honest. */
const alone = { fileParallelism: false, testTimeout: 60_000, hookTimeout: 120_000 } as const;

/**
 * Draws hundreds of faces, has three decoders read them, and lays out cards for every day of forty years: minutes of
 * computing that `npm run check` leaves out. Isolated, because what judges photos and evidence takes away all of sharp's decoders
 * but one, for the whole thread.
 */
const pictures = [
  "test/shared/card/drawing/{qr-decoding,signed-decoding,golden,card-painter,every-day,layout,exact-texts,draw-face,ink}.test.ts",
  "test/shared/card/pdf/{printed-unit,structure,card-typesetter,unit-pdf}.test.ts",
  "test/shared/photo/{bombs,closed-eyes,cut-outs,faces,faces-in-light,hidden-colours,malicious-photos,own-looks,png-rules,validate-photo}.test.ts",
  "test/shared/photo/cutting/*.test.ts",
  "test/ops/periksa-foto.test.ts",
  "test/shared/evidence/judge-evidence.test.ts",
  "test/functions/evidence-api/evidence.test.ts",
  "test/shared/notification/attachments.test.ts",
  // It counts garbage collections: not in a process that other tests have filled.
  "test/shared/runtime/heap.test.ts",
];

export default defineConfig({
  test: {
    // How long what must come is waited for: it ends what hangs, and says nothing of how fast a thing is.
    expect: { requireAssertions: true, poll: { timeout: 30_000 } },
    restoreMocks: true,
    // What is wrong is told whole: a list of faults cut short to "[ Array(1) ]" tells nothing.
    chaiConfig: { truncateThreshold: 0 },
    globalSetup: "test/support/scratch.ts",
    // The journeys' worker stops a browser and a cloud at its end: seconds on a busy machine.
    teardownTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          env: { POWERTOOLS_LOG_LEVEL: "SILENT" },
          exclude: pictures,
          // Some draw cards: seconds on a busy machine.
          testTimeout: 20_000,
          // A thread for each of a hundred small files would take six times as long as the tests.
          isolate: false,
          include: [
            "test/{functions,shared,web,ops,bench,support,mutation}/**/*.test.ts",
            "test/*.test.ts",
          ],
        },
      },
      {
        extends: true,
        // One core is left free by default: too polite where nothing waits.
        test: { name: "pictures", include: pictures, testTimeout: 120_000, maxWorkers: 2 },
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
          testTimeout: 400_000,
        },
      },
      {
        extends: true,
        test: {
          name: "conformance",
          isolate: false,
          // They wait as often as they compute.
          maxWorkers: 2,
          include: ["{local/cloud/test,test/local,test/scripts,test/attacks}/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "journeys",
          include: ["test/journeys/**/*.test.ts"],
          globalSetup: "test/journeys/support/product.ts",
          // Two at a time, because a story waits as often as it computes. Not isolated: all files of a worker share one started
          // product, see test/journeys/support/world.ts.
          maxWorkers: 2,
          isolate: false,
          // They end what hangs; on a busy machine stories took up to a minute, and the waits within have limits of their own.
          testTimeout: 180_000,
          // The first story starts the product, too.
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        // The product with the faults that AWS allows: always on.
        test: {
          name: "faults",
          include: ["test/faults/**/*.test.ts"],
          globalSetup: "test/journeys/support/product.ts",
          ...alone,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
