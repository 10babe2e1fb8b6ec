import { basename, join } from "node:path";
import { build } from "esbuild";
import type { Language } from "../src/addresses.ts";
import { oldestBrowsers } from "./targets.ts";

interface BuiltScript {
  readonly address: string;
  /** The files that it is made from. */
  readonly sources: readonly string[];
}

/**
 * A script beside the pages' modules: what asks for the card before the modules have arrived, the same in all languages, and the
 * workers that read files of people and make photos. It is a file, because the Content-Security-Policy allows our scripts only by their address, so
 * that a page of any release may run its script (docs/decisions/0015-first-view.md). It is no module: Firefox before 114 runs
 * none in a worker.
 *
 * @param source from web/src/
 */
export async function bundleScript(
  source: string,
  out: string,
  language?: Language,
): Promise<BuiltScript> {
  const { metafile } = await build({
    entryPoints: [join(import.meta.dirname, "..", "src", source)],
    bundle: true,
    minify: true,
    format: "iife",
    target: oldestBrowsers,
    define: language ? { "import.meta.env.LANGUAGE": JSON.stringify(language) } : {},
    entryNames: "[name]-[hash]",
    outdir: join(out, "assets"),
    metafile: true,
  });
  const [file] = Object.keys(metafile.outputs);
  if (!file) throw new Error(`No script came out of ${source}.`);
  return { address: `/assets/${basename(file)}`, sources: Object.keys(metafile.inputs) };
}
