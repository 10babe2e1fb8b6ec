/** A thread for CDK, which takes as long to load as bundling the product. It synthesizes after the pages are built, because the templates contain their digests. */
import { once } from "node:events";
import { enableCompileCache, flushCompileCache } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import type { Artifacts } from "../../infra/artifacts.ts";
import { synthesisContext } from "./synthesis-context.ts";

export interface SynthesisOrder {
  readonly outdir: string;
  readonly artifacts: Artifacts;
  /** The cache of compiled modules; without it a thread uses its own. */
  readonly compiled: string;
}

const { outdir, artifacts, compiled }: SynthesisOrder = workerData;
enableCompileCache(compiled);
const { synthesize } = await import("../../infra/synth.ts");
if (parentPort) await once(parentPort, "message");
synthesize({ outdir, artifacts, context: synthesisContext });
// A thread does not write its cache by itself when it ends.
flushCompileCache();
