import { once } from "node:events";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { type Artifacts, layerSources } from "../../infra/artifacts.ts";
import { fingerprint } from "./fingerprint.ts";
import type { SynthesisOrder } from "./synthesis.ts";

/** All that the product is made of and with; the lockfile stands for node_modules. */
const sources = ["functions", "infra", "shared", "web", "cdk.json", "package-lock.json"];

/**
 * Builds the product as it would be deployed, and synthesizes its infrastructure. All of it goes into `folder`, so that
 * two starts side by side do not pull the bundles from under each other; and stays there, if neither the sources nor
 * what was made of them has changed since.
 * @returns the assembly's folder
 */
export async function buildProduct(folder: string): Promise<string> {
  const outdir = join(folder, "assembly");
  const [functions, web] = [join(folder, "functions"), join(folder, "web")];
  const mark = join(folder, "built-from");
  const made = () => fingerprint([functions, web, outdir]);
  const from = fingerprint(sources);
  if (existsSync(mark) && readFileSync(mark, "utf8") === `${from} ${made()}`) return outdir;
  rmSync(mark, { force: true });
  const artifacts = { functions, web, layers: layerSources };
  await build({ outdir, artifacts, compiled: compiledIn(folder) });
  writeFileSync(mark, `${from} ${made()}`);
  return outdir;
}

/** Where modules are kept that Node has compiled, for the next start. */
export function compiledIn(folder: string): string {
  return join(folder, "compiled");
}

async function build(order: SynthesisOrder): Promise<void> {
  // First, because CDK takes longest to load.
  const synthesis = new Worker(new URL("./synthesis.ts", import.meta.url), { workerData: order });
  try {
    const bundled = bundle(order.artifacts).then(() => synthesis.postMessage("bundled"));
    await Promise.all([once(synthesis, "exit"), bundled]);
  } finally {
    await synthesis.terminate();
  }
}

/** The bundlers are loaded only when they are needed. */
async function bundle({ functions, web }: Artifacts): Promise<void> {
  await Promise.all([
    import("../../infra/build.ts").then(({ buildFunctions }) => buildFunctions(functions)),
    import("../../web/build.ts").then(({ buildWeb }) => buildWeb(web)),
  ]);
}
