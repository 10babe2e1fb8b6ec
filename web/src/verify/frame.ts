/** What stands around the pages of who checks cards that are plain HTML. Runs at build time only. */
import { inLanguage, type Language } from "../addresses.ts";
import type { VerifyPage } from "../messages/id/verify-page.ts";

/**
 * @param path of the page in Indonesian: its other language is one press away
 * @param main what stands below the heading
 */
export function framed(
  { language, path, title }: { language: Language; path: string; title: string },
  { skip, brand, otherLanguage }: VerifyPage,
  main: string,
): string {
  const other = language === "en" ? "id" : "en";
  return `
<a class="skip-link" href="#main">${skip}</a>
<header><a href="${inLanguage(language, "/")}">${brand}</a> <a href="${inLanguage(other, path)}" lang="${other}" hreflang="${other}">${otherLanguage}</a></header>
<main id="main" tabindex="-1">
<h1>${title}</h1>
${main}
</main>`.replaceAll("\n", "");
}
