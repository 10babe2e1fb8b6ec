import { join } from "node:path";
import { build } from "esbuild";

/** A stylesheet with all it imports, minified. `source` is a path inside web/. */
export async function minifiedStyles(source: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "..", source)],
    bundle: true,
    minify: true,
    write: false,
    target: ["chrome109", "firefox115", "safari16"],
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`No stylesheet came out of ${source}.`);
  return file.text.trim();
}
