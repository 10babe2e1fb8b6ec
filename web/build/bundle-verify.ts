/** The pages that check a card: HTML, their stylesheet, a small module for each, and one that shows the answer; and how it is done. */
import { join } from "node:path";
import { keysOf } from "#shared/runtime/keyed.ts";
import { inLanguage, type Language } from "../src/addresses.ts";
import { byHandPath, helpPath, privacyPath } from "../src/verify/address.ts";
import { helpPage } from "../src/verify/help.ts";
import { type AskedBy, verifyPage } from "../src/verify/page.ts";
import { privacyPage } from "../src/verify/privacy.ts";
import { bundleScript } from "./bundle-script.ts";
import { type BuiltPage, htmlDocument } from "./document.ts";
import { bundleStyles } from "./styles.ts";

const pages = {
  scan: { folder: "/v/", source: "verify/scanned.ts" },
  hand: { folder: byHandPath, source: "verify/by-hand.ts" },
} as const satisfies Record<AskedBy, object>;

export async function bundleVerifyPages(language: Language, out: string): Promise<BuiltPage[]> {
  const constants = { LANGUAGE: language };
  const [styles, ofReading, result] = await Promise.all([
    bundleStyles("src/verify/verify.css", out),
    bundleStyles("src/verify/reading.css", out),
    bundleScript("verify/result.ts", out, { isModule: true, constants }),
  ]);
  const common = { language, styles, preloads: [] };
  const fileOf = (folder: string) => join(inLanguage(language, folder).slice(1), "index.html");
  const checking = keysOf(pages).map(async (by) => {
    const { folder, source } = pages[by];
    const script = await bundleScript(source, out, {
      isModule: true,
      constants: { ...constants, RESULT_MODULE: result.address },
    });
    const parts = { ...common, ...verifyPage(language, by), description: "", indexed: false };
    // Whoever has a pass is asked for no captcha.
    const scripted = { script: script.address, paintsAfterScript: true } as const;
    return { file: fileOf(folder), html: htmlDocument({ ...parts, ...scripted }) };
  });
  const read = [
    { folder: helpPath, ...helpPage(language) },
    { folder: privacyPath, ...privacyPage(language) },
  ].map(({ folder, ...parts }) => ({
    file: fileOf(folder),
    html: htmlDocument({ ...common, styles: ofReading, ...parts, indexed: true }),
  }));
  return [...(await Promise.all(checking)), ...read];
}
