/** The verify page: HTML, its stylesheet and one small module. */
import { basename, join } from "node:path";
import { build } from "esbuild";
import type { Language } from "../src/addresses.ts";
import { verifyPage } from "../src/verify/page.ts";
import { type BuiltPage, htmlDocument } from "./document.ts";
import { bundleStyles } from "./styles.ts";
import { oldestBrowsers } from "./targets.ts";

const source = join(import.meta.dirname, "..", "src", "verify", "verify.ts");

export async function bundleVerifyPage(language: Language, out: string): Promise<BuiltPage[]> {
  const [styles, script] = await Promise.all([
    bundleStyles("src/verify/verify.css", out),
    bundleScript(language, out),
  ]);
  const html = htmlDocument({
    language,
    ...verifyPage(language),
    description: "",
    styles,
    script,
    preloads: [],
    indexed: false,
  });
  const file = language === "en" ? join("en", "v", "index.html") : join("v", "index.html");
  return [{ file, html }];
}

/** @returns the module's address */
async function bundleScript(language: Language, out: string): Promise<string> {
  const { metafile } = await build({
    entryPoints: [source],
    bundle: true,
    minify: true,
    format: "esm",
    target: oldestBrowsers,
    define: { "import.meta.env.LANGUAGE": JSON.stringify(language) },
    entryNames: "[name]-[hash]",
    outdir: join(out, "assets"),
    metafile: true,
  });
  const [file] = Object.keys(metafile.outputs);
  if (!file) throw new Error("No module came out of the verify page.");
  return `/assets/${basename(file)}`;
}
