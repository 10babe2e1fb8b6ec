import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Metafile, Plugin } from "esbuild";

const fileBesideModule = /new URL\(\s*"(\.[^"]+)",\s*import\.meta\.url,?\s*\)/g;

/**
 * A module reads a file of its own (a font, a model) as `new URL("./file", import.meta.url)`. In a bundle that address
 * would be wrong: this points it to `files/` beside the bundle, and copies the file there for every bundle with the module.
 */
export function carriedFiles(): Plugin {
  return {
    name: "carried-files",
    setup({ initialOptions, onLoad, onEnd }) {
      initialOptions.metafile = true;
      /** Files by the path of the module that reads them. */
      const filesOf = new Map<string, readonly string[]>();
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const files: string[] = [];
        const source = await readFile(path, "utf8");
        const contents = source.replaceAll(fileBesideModule, (_, relative: string) => {
          const file = join(dirname(path), relative);
          files.push(file);
          return `new URL("./files/${carriedName(file)}", import.meta.url)`;
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

function carryAll({ outputs }: Metafile, filesOf: ReadonlyMap<string, readonly string[]>): void {
  for (const [bundle, { inputs }] of Object.entries(outputs)) {
    const folder = join(dirname(bundle), "files");
    const files = Object.keys(inputs).flatMap((module) => filesOf.get(resolve(module)) ?? []);
    if (files.length > 0) mkdirSync(folder, { recursive: true });
    for (const file of files) {
      copyFileSync(file, join(folder, carriedName(file)));
      // It is in the bundle's folder, so it counts among what the bundle is made of.
      inputs[file] = { bytesInOutput: 0 };
    }
  }
}

/** With the hash, two files of the same name have different names in the bundle. */
function carriedName(file: string): string {
  const hash = createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 12);
  return `${hash}-${basename(file)}`;
}
