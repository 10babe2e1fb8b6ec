/**
 * A thread that loads the newest pages' build and infrastructure each time, while their packages (CDK, Vite) stay loaded: those
 * take a hundred times as long to load as our files.
 */
import { registerHooks } from "node:module";
import { sep } from "node:path";
import { pathToFileURL } from "node:url";
import { parentPort } from "node:worker_threads";
import type { Artifacts } from "../../../infra/artifacts.ts";
import { synthesisContext } from "../synthesis-context.ts";

export type Order =
  /** Loads what the others need, so that the first of them does not wait for it. */
  | { readonly make: "nothing" }
  | { readonly make: "pages"; readonly web: string }
  | { readonly make: "assembly"; readonly outdir: string; readonly artifacts: Artifacts };

export interface Done {
  /** What went wrong, in words; undefined when nothing did. */
  readonly failure: string | undefined;
}

const root = pathToFileURL(process.cwd() + sep).href;
let generation = 0;

// A module stays loaded under its address, so a new address loads the new version.
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const isOurs = resolved.url.startsWith(root) && !resolved.url.includes("/node_modules/");
    return isOurs ? { ...resolved, url: `${resolved.url}?${generation}` } : resolved;
  },
});

parentPort?.on("message", async (order: Order) => {
  generation += 1;
  try {
    await follow(order);
    parentPort?.postMessage({ failure: undefined } satisfies Done);
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort?.postMessage({ failure } satisfies Done);
  }
});

async function follow(order: Order): Promise<void> {
  if (order.make !== "assembly") {
    const { buildWeb } = await import("../../../web/build.ts");
    if (order.make === "pages") await buildWeb(order.web);
  }
  if (order.make !== "pages") {
    const { synthesize } = await import("../../../infra/synth.ts");
    if (order.make === "assembly") synthesize({ ...order, context: synthesisContext });
  }
}
