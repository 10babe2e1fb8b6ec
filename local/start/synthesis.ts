/** A thread for CDK, which takes as long to load as the product to be bundled. Synthesizes when told that all is built. */
import { once } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import type { Artifacts } from "../../infra/artifacts.ts";
import { synthesize } from "../../infra/synth.ts";

export interface SynthesisOrder {
  readonly outdir: string;
  readonly artifacts: Artifacts;
}

const { outdir, artifacts } = workerData as SynthesisOrder;
if (parentPort) await once(parentPort, "message");
synthesize({ outdir, artifacts });
