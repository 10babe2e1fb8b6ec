import { once } from "node:events";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { layerSources } from "../../infra/artifacts.ts";
import { fingerprint } from "./fingerprint.ts";
import type { SynthesisOrder } from "./synthesis.ts";

/** Everything from which the product is built; the lockfile represents node_modules. */
const sources = ["functions", "infra", "shared", "web", "cdk.json", "package-lock.json"];

/** The name of the functions' code when it is bundled repeatedly (`npm run dev`). */
export const followedCode = "followed";

interface Product {
  /** The assembly's folder. */
  readonly assembly: string;
  /** Resolves when the functions are bundled too. Only their invocations wait for it. */
  readonly bundled: Promise<void>;
}

/** As `beginProduct`, and waits for all of it. @returns the assembly's folder */
export async function buildProduct(folder: string): Promise<string> {
  const { assembly, bundled } = await beginProduct(folder);
  await bundled;
  return assembly;
}

/**
 * Builds the product as for a deployment, and synthesizes its infrastructure. All of it goes into `folder`, so that two starts
 * at the same time do not replace each other's bundles. It is built again only if the sources or the results have changed.
 * @param sourceMaps lets a function's error say where in its source it happened
 */
export async function beginProduct(
  folder: string,
  { sourceMaps = false }: { readonly sourceMaps?: boolean } = {},
): Promise<Product> {
  const assembly = join(folder, "assembly");
  const [functions, web] = [join(folder, "functions"), join(folder, "web")];
  const mark = join(folder, "built-from");
  const made = () => fingerprint([functions, web, assembly]);
  const from = fingerprint(sources);
  if (existsSync(mark) && readFileSync(mark, "utf8") === `${from} ${made()}`)
    return { assembly, bundled: Promise.resolve() };
  rmSync(mark, { force: true });
  // Code that is bundled again while the product runs keeps its name, so that the template does not change with the code.
  const functionsFrom = sourceMaps ? followedCode : from;
  const artifacts = { functions, functionsFrom, web, layers: layerSources };
  const order = { outdir: assembly, artifacts, compiled: compiledIn(folder) };
  const { bundling } = await build(order, sourceMaps);
  const bundled = bundling.then(() => writeFileSync(mark, `${from} ${made()}`));
  bundled.catch(() => undefined);
  return { assembly, bundled };
}

/** Where modules are kept that Node has compiled, for the next start. */
export function compiledIn(folder: string): string {
  return join(folder, "compiled");
}

/** The bundlers are loaded only when they are needed. @returns when the assembly is there; `bundling` may go on */
async function build(
  order: SynthesisOrder,
  sourceMaps: boolean,
): Promise<{ readonly bundling: Promise<unknown> }> {
  const { functions, web } = order.artifacts;
  // It is first, because CDK takes longest to load.
  const synthesis = new Worker(new URL("./synthesis.ts", import.meta.url), { workerData: order });
  const bundlePages = async () => {
    const { buildWeb } = await import("../../web/build.ts");
    await buildWeb(web);
    synthesis.postMessage("go on");
  };
  try {
    const synthesized = once(synthesis, "exit");
    const { buildFunctions } = await import("../../infra/build.ts");
    const bundling = buildFunctions(functions, { sourceMaps });
    // A failure is thrown to those who wait for the code; without anybody it must not end the process.
    bundling.catch(() => undefined);
    await Promise.all([synthesized, bundlePages()]);
    return { bundling };
  } finally {
    await synthesis.terminate();
  }
}
