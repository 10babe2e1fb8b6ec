import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
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
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "..", source)],
    bundle: true,
    minify: true,
    target: oldestBrowsers,
    write: false,
  });
  const css = withoutUnusedTokens(outputFiles.map(({ text }) => text).join(""));
  const hash = createHash("sha256").update(css).digest("hex").slice(0, 8).toUpperCase();
  const file = `${basename(source, ".css")}-${hash}.css`;
  await mkdir(join(out, "assets"), { recursive: true });
  await writeFile(join(out, "assets", file), css);
  return `/assets/${file}`;
}

/**
 * Removes the custom properties that a minified stylesheet does not use, because tokens.css has those of all pages. No script
 * reads or sets one.
 */
function withoutUnusedTokens(css: string): string {
  const asked = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  const kept = css
    .replaceAll(/(--[\w-]+):[^;{}]*(;|(?=\}))/g, (whole, name) => (asked.has(name) ? whole : ""))
    .replaceAll(/[^{}]+\{\}/g, "");
  // A removed token may have been the only user of another one.
  return kept === css ? css : withoutUnusedTokens(kept);
}
