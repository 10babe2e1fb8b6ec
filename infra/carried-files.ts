import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Metafile, type Plugin } from "esbuild";

const fileBesideModule = /new URL\(\s*"(\.[^"]+)",\s*import\.meta\.url,?\s*\)/g;

/**
 * A module reads a file of its own (a font, a model) as `new URL("./file", import.meta.url)`. In a bundle that address
 * would be wrong: this points it to `files/` beside the bundle, and copies the file there for every bundle with the module. Of
 * `file?bytes=10-20` it copies those bytes only. A module of ours that is named so, for a thread, is carried as a bundle.
 */
export function carriedFiles(): Plugin {
  return {
    name: "carried-files",
    setup({ initialOptions, onLoad, onEnd }) {
      initialOptions.metafile = true;
      /** Files by the path of the module that reads them. */
      const filesOf = new Map<string, readonly CarriedFile[]>();
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, "utf8");
        const named = [...source.matchAll(fileBesideModule)].map(([, relative = ""]) => relative);
        const files = new Map<string, CarriedFile>();
        for (const relative of named) files.set(relative, await carriedFile(path, relative));
        const contents = source.replaceAll(
          fileBesideModule,
          (_, relative: string) =>
            `new URL("./files/${files.get(relative)?.name}", import.meta.url)`,
        );
        filesOf.set(path, [...files.values()]);
        return { contents, loader: "ts" };
      });
      onEnd(({ metafile }) => {
        if (metafile) carryAll(metafile, filesOf);
      });
    },
  };
}

interface CarriedFile {
  /** Where it comes from: with it, whatever else is in it. */
  readonly paths: readonly string[];
  readonly content: Uint8Array;
  /** With its hash: two files of the same name have different names in the bundle. */
  readonly name: string;
}

async function carriedFile(module: string, relative: string): Promise<CarriedFile> {
  const url = new URL(relative, pathToFileURL(module));
  const path = fileURLToPath(url);
  if (path.endsWith(".ts")) return await carriedModule(path);
  const [from, to] = url.searchParams.get("bytes")?.split("-").map(Number) ?? [];
  const content = readFileSync(path).subarray(from, to);
  return { paths: [path], content, name: `${hashOf(content)}-${basename(path)}` };
}

/** What a thread runs: no module of a layer, no file of its own. */
async function carriedModule(path: string): Promise<CarriedFile> {
  const { outputFiles, metafile } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    target: "node24",
    format: "esm",
    legalComments: "none",
    logLevel: "warning",
  });
  const content = outputFiles[0]?.contents ?? new Uint8Array();
  const name = `${hashOf(content)}-${basename(path, ".ts")}.mjs`;
  return { paths: Object.keys(metafile.inputs), content, name };
}

function hashOf(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 12);
}

function carryAll(
  { outputs }: Metafile,
  filesOf: ReadonlyMap<string, readonly CarriedFile[]>,
): void {
  for (const [bundle, { inputs }] of Object.entries(outputs)) {
    const folder = join(dirname(bundle), "files");
    const files = Object.keys(inputs).flatMap((module) => filesOf.get(resolve(module)) ?? []);
    if (files.length > 0) mkdirSync(folder, { recursive: true });
    for (const { paths, content, name } of files) {
      writeFileSync(join(folder, name), content);
      // It is in the bundle's folder, so it counts among what the bundle is made of.
      for (const path of paths) inputs[path] ??= { bytesInOutput: 0 };
    }
  }
}
