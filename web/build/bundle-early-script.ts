import { basename, join } from "node:path";
import { build } from "esbuild";
import { oldestBrowsers } from "./targets.ts";

/**
 * The card page's small script that asks for the card while the page's modules are still coming, the same in all languages.
 * A file and not a part of the HTML: the Content-Security-Policy allows scripts of ours by their place alone, so a page of any
 * release may run its own (docs/decisions/0015-first-view.md).
 *
 * @returns its address
 */
export async function bundleEarlyScript(out: string): Promise<string> {
  const { metafile } = await build({
    entryPoints: [join(import.meta.dirname, "..", "src", "card", "early.ts")],
    bundle: true,
    minify: true,
    format: "iife",
    target: oldestBrowsers,
    entryNames: "[name]-[hash]",
    outdir: join(out, "assets"),
    metafile: true,
  });
  const [file] = Object.keys(metafile.outputs);
  if (!file) throw new Error("No early script came out.");
  return `/assets/${basename(file)}`;
}
