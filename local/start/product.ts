import { join } from "node:path";
import { buildFunctions } from "../../infra/build.ts";
import { synthesize } from "../../infra/synth.ts";
import { buildWeb } from "../../web/build.ts";

/** Builds the product as it would be deployed, and synthesizes its infrastructure. @returns the assembly's folder */
export async function buildProduct(folder = ".kartu"): Promise<string> {
  await Promise.all([buildWeb(), buildFunctions()]);
  const outdir = join(folder, "assembly");
  synthesize({ outdir, forDeployment: false });
  return outdir;
}
