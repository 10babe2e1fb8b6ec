/** A thread for CDK, which takes as long to load as the product to be bundled. Synthesizes when told that the pages are built, whose digests the templates name. */
import { once } from "node:events";
import { enableCompileCache, flushCompileCache } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import type { Artifacts } from "../../infra/artifacts.ts";
import { synthesisContext } from "./synthesis-context.ts";

export interface SynthesisOrder {
  readonly outdir: string;
  readonly artifacts: Artifacts;
  /** Where compiled modules are kept: a thread keeps its own unless it is told. */
  readonly compiled: string;
}

const { outdir, artifacts, compiled }: SynthesisOrder = workerData;
enableCompileCache(compiled);
const { synthesize } = await import("../../infra/synth.ts");
if (parentPort) await once(parentPort, "message");
synthesize({ outdir, artifacts, context: synthesisContext });
// A thread that ends writes down nothing by itself.
flushCompileCache();
