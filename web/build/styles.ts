import { basename, join } from "node:path";
import { build } from "esbuild";
import { oldestBrowsers } from "./targets.ts";

/**
 * A stylesheet with all it imports, minified into `out` under /assets/ with a hash of its content in its name
 * (docs/decisions/0016: a page of any release finds its own styles, whatever headers come with it).
 *
 * @param source a path inside web/
 * @returns its address
 */
export async function bundleStyles(source: string, out: string): Promise<string> {
  const { metafile } = await build({
    entryPoints: [join(import.meta.dirname, "..", source)],
    bundle: true,
    minify: true,
    target: oldestBrowsers,
    entryNames: "[name]-[hash]",
    outdir: join(out, "assets"),
    metafile: true,
  });
  const [file] = Object.keys(metafile.outputs);
  if (!file) throw new Error(`No stylesheet came out of ${source}.`);
  return `/assets/${basename(file)}`;
}
