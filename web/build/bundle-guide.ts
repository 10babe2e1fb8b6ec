/** The pages of the guide, and for each page of the product one that leads on to its chapter. */
import { join } from "node:path";
import { inLanguage, type Language } from "../src/addresses.ts";
import { guideOf } from "../src/guide/addresses.ts";
import { guidePages, leadingOn } from "../src/guide/page.ts";
import { routes } from "../src/routes.ts";
import { type BuiltPage, htmlDocument } from "./document.ts";
import { bundleGuidePdf } from "./guide-pdf.ts";
import { bundlePictures } from "./guide-pictures.ts";
import { bundleStyles } from "./styles.ts";

export async function bundleGuide(language: Language, out: string): Promise<BuiltPage[]> {
  const styles = await bundleStyles("src/guide/guide.css", out);
  const common = { language, styles, preloads: [] };
  const fileOf = (path: string) => join(inLanguage(language, path).slice(1), "index.html");
  const [pictures, pdf] = await Promise.all([
    bundlePictures(language, out),
    bundleGuidePdf(language, out),
  ]);
  const pages = guidePages(language, { pictures, pdf }).map(({ path, ...parts }) => ({
    file: fileOf(path),
    html: htmlDocument({ ...common, ...parts, indexed: true }),
  }));
  const leading = routes.map(({ path, guide }) => ({
    file: fileOf(guideOf + path),
    html: htmlDocument({
      ...{ ...common, ...leadingOn(language, guide) },
      ...{ description: "", indexed: false },
    }),
  }));
  return [...pages, ...leading];
}
