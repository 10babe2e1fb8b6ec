/** The page of a gate: HTML, module, styles. What reads codes is that of the page that scans. */
import { join } from "node:path";
import { inLanguage, type Language } from "../src/addresses.ts";
import { gatePath } from "../src/gate/address.ts";
import { gatePage } from "../src/gate/page.ts";
import { bundleScript } from "./bundle-script.ts";
import { type BuiltPage, htmlDocument } from "./document.ts";
import { bundleStyles } from "./styles.ts";

/** @param qrWorker address of what reads codes where the browser cannot, in this language */
export async function bundleGatePage(
  language: Language,
  { out, qrWorker }: { readonly out: string; readonly qrWorker: string },
): Promise<BuiltPage & { readonly sources: readonly string[] }> {
  const [styles, { address: script, sources }] = await Promise.all([
    bundleStyles("src/gate/gate.css", out),
    bundleScript("gate/gate.ts", out, {
      isModule: true,
      constants: { LANGUAGE: language, QR_WORKER: qrWorker },
    }),
  ]);
  const html = htmlDocument({
    ...{ language, ...gatePage(language), styles, script, preloads: [] },
    indexed: false,
  });
  return { file: join(inLanguage(language, gatePath).slice(1), "index.html"), html, sources };
}
