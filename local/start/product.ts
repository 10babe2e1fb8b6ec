import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { layerSources } from "../../infra/artifacts.ts";
import { buildFunctions } from "../../infra/build.ts";
import { buildWeb } from "../../web/build.ts";
import type { SynthesisOrder } from "./synthesis.ts";

/**
 * Builds the product as it would be deployed, and synthesizes its infrastructure. All of it goes into `folder`, so that
 * two starts side by side do not pull the bundles from under each other.
 * @returns the assembly's folder
 */
export async function buildProduct(folder: string): Promise<string> {
  const outdir = join(folder, "assembly");
  const artifacts = {
    functions: join(folder, "functions"),
    web: join(folder, "web"),
    layers: layerSources,
  };
  const synthesis = new Worker(new URL("./synthesis.ts", import.meta.url), {
    workerData: { outdir, artifacts } satisfies SynthesisOrder,
  });
  try {
    const built = Promise.all([buildWeb(artifacts.web), buildFunctions(artifacts.functions)]);
    await Promise.all([once(synthesis, "exit"), built.then(() => synthesis.postMessage("built"))]);
  } finally {
    await synthesis.terminate();
  }
  return outdir;
}
