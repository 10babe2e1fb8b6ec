/** How a card is checked, on one screen and to print: plain HTML, made at build time, which no script and no app is needed for. */
import { inLanguage, type Language } from "../addresses.ts";
import { en } from "../messages/en/checking.ts";
import { en as pageEn } from "../messages/en/verify-page.ts";
import { id } from "../messages/id/checking.ts";
import { id as pageId } from "../messages/id/verify-page.ts";
import { scanPath } from "../scan/addresses.ts";
import { byHandPath, helpPath, privacyPath } from "./address.ts";

const texts = { id: { ...pageId, ...id }, en: { ...pageEn, ...en } };

/** Title, body and what search engines say of it. */
export function helpPage(language: Language): {
  readonly title: string;
  readonly description: string;
  readonly body: string;
} {
  const text = texts[language];
  const other = language === "en" ? "id" : "en";
  const parts = text.parts.map(
    ({ title, steps }) =>
      `<section><h2 class="plain">${title}</h2><ol>${steps.map((step) => `<li>${step}</li>`).join("")}</ol></section>`,
  );
  const fields = text.fields.map((field) => `<p class="to-fill-in">${field}:</p>`);
  return {
    title: text.howTo,
    description: text.helpLead,
    body: `
<a class="skip-link" href="#main">${text.skip}</a>
<header><a href="${inLanguage(language, "/")}">${text.brand}</a> <a href="${inLanguage(other, helpPath)}" lang="${other}" hreflang="${other}">${text.otherLanguage}</a></header>
<main id="main" tabindex="-1">
<h1>${text.howTo}</h1>
<p>${text.helpLead}</p>
${parts.join("")}
<section><h2 class="plain">${text.contact}</h2>${fields.join("")}</section>
<p><a href="${inLanguage(language, byHandPath)}">${text.byHand}</a></p>
<p><a href="${inLanguage(language, scanPath)}">${text.toScan}</a></p>
<p><a href="${inLanguage(language, privacyPath)}">${text.privacy}</a></p>
</main>`.replaceAll("\n", ""),
  };
}
