import { basename, join } from "node:path";
import { build } from "esbuild";
import { oldestBrowsers } from "./targets.ts";

/**
 * The card page's small script, which asks for the card before the page's modules have arrived. It is the same in all
 * languages. It is a file, because the Content-Security-Policy allows our scripts only by their address, so that a page of any
 * release may run its script (docs/decisions/0015-first-view.md).
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
