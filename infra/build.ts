import { existsSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname } from "node:path";
import { type BuildOptions, build, type Metafile } from "esbuild";
import { packagesOf } from "../scripts/licences/packages.ts";
import { passOnLicences } from "../scripts/licences/third-party.ts";
import { builtArtifacts, sboms } from "./artifacts.ts";
import { carriedFiles } from "./carried-files.ts";

// esbuild is a program in Go, which reads this. It runs for two seconds, a quarter of them for garbage collection.
process.env.GOGC ??= "400";

/**
 * Bundles every folder of `functions/`. All in one build: what the functions share is read and parsed once.
 * @returns the functions' names
 */
export async function buildFunctions(
  outdir = builtArtifacts.functions,
  { sourceMaps = false, licences = false }: FunctionsBuild = {},
): Promise<string[]> {
  rmSync(outdir, { recursive: true, force: true });
  const names = functionNames();
  const options = { ...bundling(names, outdir), metafile: true } as const;
  const { metafile } = await build({ ...options, ...(sourceMaps && withSourceMaps) });
  if (licences) await passOnAll(metafile);
  return names;
}

interface FunctionsBuild {
  /** Says beside each bundle where its code comes from. */
  readonly sourceMaps?: boolean;
  /** Puts the licences of what is in a bundle beside it, as what we deploy must. @throws Error when one is refused */
  readonly licences?: boolean;
}

async function passOnAll({ outputs }: Metafile): Promise<void> {
  for (const [bundle, { inputs }] of Object.entries(outputs)) {
    const folder = dirname(bundle);
    const name = `functions/${basename(folder)}`;
    await passOnLicences({ name, folder, sboms }, packagesOf(Object.keys(inputs)));
  }
}

export function functionNames(): string[] {
  return readdirSync("functions").filter((name) => existsSync(sourceOf(name)));
}

/** Maps name the source files without their text, because the files are there. */
export const withSourceMaps = { sourcemap: "linked", sourcesContent: false } as const;

/**
 * How functions are bundled: each into one CommonJS file that is not minified. It is CommonJS because the modules of a layer
 * are found through NODE_PATH, which `import` ignores. Native modules are not bundled; they are in layers.
 */
export function bundling(names: readonly string[], outdir: string) {
  return {
    entryPoints: Object.fromEntries(names.map((name) => [`${name}/index`, sourceOf(name)])),
    outdir,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    target: "node24",
    format: "cjs",
    external: ["sharp", "@napi-rs/*"],
    mainFields: ["module", "main"],
    legalComments: "none",
    logLevel: "warning",
    // CommonJS has no import.meta. With this, code that reads files beside itself still works.
    define: { "import.meta.url": "moduleUrl" },
    banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
    plugins: [carriedFiles()],
  } satisfies BuildOptions;
}

/** The path with slashes, as esbuild writes it. */
export function sourceOf(name: string): string {
  return `functions/${name}/index.ts`;
}
