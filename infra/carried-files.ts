import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Metafile, Plugin } from "esbuild";

const fileBesideModule = /new URL\(\s*"(\.[^"]+)",\s*import\.meta\.url,?\s*\)/g;

/**
 * A module reads a file of its own (a font, a model) as `new URL("./file", import.meta.url)`. In a bundle that address
 * would be wrong: this points it to `files/` beside the bundle, and copies the file there for every bundle with the module. Of
 * `file?bytes=10-20` it copies those bytes only.
 */
export function carriedFiles(): Plugin {
  return {
    name: "carried-files",
    setup({ initialOptions, onLoad, onEnd }) {
      initialOptions.metafile = true;
      /** Files by the path of the module that reads them. */
      const filesOf = new Map<string, readonly CarriedFile[]>();
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const files: CarriedFile[] = [];
        const source = await readFile(path, "utf8");
        const contents = source.replaceAll(fileBesideModule, (_, relative: string) => {
          const file = carriedFile(path, relative);
          files.push(file);
          return `new URL("./files/${file.name}", import.meta.url)`;
        });
        filesOf.set(path, files);
        return { contents, loader: "ts" };
      });
      onEnd(({ metafile }) => {
        if (metafile) carryAll(metafile, filesOf);
      });
    },
  };
}

interface CarriedFile {
  /** Where it comes from. */
  readonly path: string;
  readonly content: Buffer;
  /** With its hash: two files of the same name have different names in the bundle. */
  readonly name: string;
}

function carriedFile(module: string, relative: string): CarriedFile {
  const url = new URL(relative, pathToFileURL(module));
  const path = fileURLToPath(url);
  const [from, to] = url.searchParams.get("bytes")?.split("-").map(Number) ?? [];
  const content = readFileSync(path).subarray(from, to);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  return { path, content, name: `${hash}-${basename(path)}` };
}

function carryAll(
  { outputs }: Metafile,
  filesOf: ReadonlyMap<string, readonly CarriedFile[]>,
): void {
  for (const [bundle, { inputs }] of Object.entries(outputs)) {
    const folder = join(dirname(bundle), "files");
    const files = Object.keys(inputs).flatMap((module) => filesOf.get(resolve(module)) ?? []);
    if (files.length > 0) mkdirSync(folder, { recursive: true });
    for (const { path, content, name } of files) {
      writeFileSync(join(folder, name), content);
      // It is in the bundle's folder, so it counts among what the bundle is made of.
      inputs[path] = { bytesInOutput: 0 };
    }
  }
}
