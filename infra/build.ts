import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type BuildResult, build } from "esbuild";
import { builtArtifacts } from "./artifacts.ts";
import { carriedFiles } from "./carried-files.ts";

/**
 * Bundles every folder of `functions/` into one CommonJS file that reads like its source. CommonJS, because a layer's
 * modules are found through NODE_PATH, which `import` does not look at; native modules stay outside for that reason.
 * @returns esbuild's metafile of each function: which modules went in
 */
export async function buildFunctions(
  outdir = builtArtifacts.functions,
): Promise<Map<string, NonNullable<BuildResult["metafile"]>>> {
  rmSync(outdir, { recursive: true, force: true });
  const names = existsSync("functions") ? readdirSync("functions").sort() : [];
  const bundles = names
    .filter((name) => existsSync(join("functions", name, "index.ts")))
    .map(async (name) => [name, await bundle(name, outdir)] as const);
  return new Map(await Promise.all(bundles));
}

async function bundle(name: string, outdir: string) {
  const { metafile } = await build({
    entryPoints: [join("functions", name, "index.ts")],
    outfile: join(outdir, name, "index.cjs"),
    bundle: true,
    platform: "node",
    target: "node24",
    format: "cjs",
    external: ["sharp", "@napi-rs/*"],
    mainFields: ["module", "main"],
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
    // CommonJS has no import.meta; code that finds files beside itself keeps working.
    define: { "import.meta.url": "moduleUrl" },
    banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
    plugins: [carriedFiles()],
  });
  return metafile;
}
