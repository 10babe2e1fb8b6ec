/** The pages that check a card: HTML, their stylesheet, a small module for each, and one that shows the answer. */
import { basename, join } from "node:path";
import { build } from "esbuild";
import { inLanguage, type Language } from "../src/addresses.ts";
import { byHandPath } from "../src/verify/address.ts";
import { type AskedBy, verifyPage } from "../src/verify/page.ts";
import { type BuiltPage, htmlDocument } from "./document.ts";
import { bundleStyles } from "./styles.ts";
import { oldestBrowsers } from "./targets.ts";

const source = join(import.meta.dirname, "..", "src", "verify");

const pages = {
  scan: { folder: "/v/", module: "scanned.ts" },
  hand: { folder: byHandPath, module: "by-hand.ts" },
} as const satisfies Record<AskedBy, object>;

export async function bundleVerifyPages(language: Language, out: string): Promise<BuiltPage[]> {
  const constants = { LANGUAGE: language };
  const [styles, result] = await Promise.all([
    bundleStyles("src/verify/verify.css", out),
    bundleModule("result.ts", out, constants),
  ]);
  const asked: readonly AskedBy[] = ["scan", "hand"];
  return await Promise.all(
    asked.map(async (by) => {
      const { folder, module } = pages[by];
      const html = htmlDocument({
        language,
        ...verifyPage(language, by),
        description: "",
        styles,
        script: await bundleModule(module, out, { ...constants, RESULT_MODULE: result }),
        preloads: [],
        indexed: false,
      });
      return { file: join(inLanguage(language, folder).slice(1), "index.html"), html };
    }),
  );
}

/**
 * @param constants by their names in `import.meta.env`
 * @returns the module's address
 */
async function bundleModule(
  file: string,
  out: string,
  constants: Readonly<Record<string, string>>,
): Promise<string> {
  const { metafile } = await build({
    entryPoints: [join(source, file)],
    bundle: true,
    minify: true,
    format: "esm",
    target: oldestBrowsers,
    define: Object.fromEntries(
      Object.entries(constants).map(([name, value]) => [
        `import.meta.env.${name}`,
        JSON.stringify(value),
      ]),
    ),
    // Only what is below /assets/ is fetched by its address.
    external: ["/assets/*"],
    entryNames: "[name]-[hash]",
    outdir: join(out, "assets"),
    metafile: true,
  });
  const [built] = Object.keys(metafile.outputs);
  if (!built) throw new Error(`No module came out of ${file}.`);
  return `/assets/${basename(built)}`;
}
