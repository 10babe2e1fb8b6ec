/** The verify page: HTML, its style and one small module. */
import { basename, join } from "node:path";
import { build } from "esbuild";
import type { Language } from "../src/addresses.ts";
import { verifyPage } from "../src/verify/page.ts";
import { type BuiltPage, htmlDocument } from "./document.ts";
import { minifiedStyles } from "./styles.ts";

const source = join(import.meta.dirname, "..", "src", "verify", "verify.ts");

export async function bundleVerifyPage(language: Language, out: string): Promise<BuiltPage[]> {
  const [styles, script] = await Promise.all([
    minifiedStyles("src/verify/verify.css"),
    bundleScript(language, out),
  ]);
  const html = htmlDocument({
    language,
    path: "/v/",
    ...verifyPage(language),
    description: "",
    styles,
    script,
    preloads: [],
    indexed: false,
  });
  const file = language === "en" ? join("en", "v", "index.html") : join("v", "index.html");
  return [{ file, html, styles }];
}

/** @returns the module's address */
async function bundleScript(language: Language, out: string): Promise<string> {
  const { metafile } = await build({
    entryPoints: [source],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    define: { "import.meta.env.LANGUAGE": JSON.stringify(language) },
    entryNames: "[name]-[hash]",
    outdir: join(out, "assets"),
    metafile: true,
  });
  const [file] = Object.keys(metafile.outputs);
  if (!file) throw new Error("No module came out of the verify page.");
  return `/assets/${basename(file)}`;
}
