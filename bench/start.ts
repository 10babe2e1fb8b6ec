import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compiledIn } from "../local/start/product.ts";
import type { Bench } from "./bench.ts";
import { inTurns, median, percentile, rounded } from "./measure.ts";
import { startBareServer, startProduct } from "./start/children.ts";
import { startInSteps } from "./start/steps.ts";

/** Milliseconds from the end of the installation to a usable page (docs/performance.md). */
const goal = 5000;

/** Milliseconds by what they were spent on. */
type Times = Readonly<Record<string, number>>;

export const start: Bench = {
  about:
    "npm start, which bundles and synthesizes everything anew, until pages, API and accounts answer; beside it a restart, the same steps one after another, and a bare Node server",
  rounds: 5,
  async measure({ rounds }) {
    const folder = mkdtempSync(join(tmpdir(), "kartu-bench-"));
    // A set-up leaves compiled modules behind, and a product that the measured starts do not get.
    const installed = join(folder, "installed");
    const newHome = () => {
      const home = mkdtempSync(join(folder, "home-"));
      cpSync(compiledIn(installed), compiledIn(home), { recursive: true });
      return home;
    };
    try {
      await startProduct(installed);
      const runs = await inTurns<"product" | "steps" | "bare", Times>(
        {
          product: async () => {
            const home = newHome();
            return { fresh: await startProduct(home), restart: await startProduct(home) };
          },
          steps: () => startInSteps(newHome()),
          bare: async () => ({ bare: await startBareServer() }),
        },
        { rounds },
      );
      const product = medians(runs.product);
      const steps = medians(runs.steps);
      const { bare = 0 } = medians(runs.bare);
      const { fresh = 0, restart = 0 } = product;
      const inSequence = Object.values(steps).reduce((sum, ms) => sum + ms, 0);
      return {
        ratios: {
          goal: rounded(goal / fresh),
          restart: rounded(fresh / restart),
          overlap: rounded(inSequence / fresh),
          bare: rounded(fresh / bare),
        },
        figures: {
          freshMs: rounded(fresh),
          freshP95Ms: rounded(
            percentile(
              runs.product.map(({ fresh = 0 }) => fresh),
              0.95,
            ),
          ),
          restartMs: rounded(restart),
          bareMs: rounded(bare),
          ...Object.fromEntries(
            Object.entries(steps).map(([step, ms]) => [`${step} (ms, alone)`, rounded(ms)]),
          ),
        },
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function medians(runs: readonly Times[]): Times {
  const names = Object.keys(runs[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [name, median(runs.map((times) => times[name] ?? 0))]),
  );
}
