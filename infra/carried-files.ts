import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Plugin } from "esbuild";

const fileBesideModule = /new URL\(\s*"(\.[^"]+)",\s*import\.meta\.url,?\s*\)/g;

/**
 * A module reads a file of its own (a font, a model) as `new URL("./file", import.meta.url)`. In a bundle that address
 * would be wrong: this copies the file beside the bundle and points the address there.
 */
export function carriedFiles(): Plugin {
  return {
    name: "carried-files",
    setup({ initialOptions, onLoad }) {
      const outdir = dirname(initialOptions.outfile ?? "");
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, "utf8");
        const contents = source.replaceAll(fileBesideModule, (_, relative: string) => {
          const carried = carry(join(dirname(path), relative), outdir);
          return `new URL("./${carried}", import.meta.url)`;
        });
        return { contents, loader: "ts" };
      });
    },
  };
}

/** @returns the copy's address relative to the bundle; the hash keeps two files of one name apart */
function carry(file: string, outdir: string): string {
  const hash = createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 12);
  const name = `${hash}-${basename(file)}`;
  mkdirSync(join(outdir, "files"), { recursive: true });
  copyFileSync(file, join(outdir, "files", name));
  return `files/${name}`;
}
