/** How a card is checked, on one screen and to print: plain HTML, made at build time, which no script and no app is needed for. */
import { inLanguage, type Language } from "../addresses.ts";
import { en } from "../messages/en/checking.ts";
import { en as pageEn } from "../messages/en/verify-page.ts";
import { id } from "../messages/id/checking.ts";
import { id as pageId } from "../messages/id/verify-page.ts";
import { scanPath } from "../scan/addresses.ts";
import { byHandPath, helpPath, privacyPath } from "./address.ts";
import { framed } from "./frame.ts";

const texts = { id: { ...pageId, ...id }, en: { ...pageEn, ...en } };

/** Title, body and what search engines say of it. */
export function helpPage(language: Language): {
  readonly title: string;
  readonly description: string;
  readonly body: string;
} {
  const text = texts[language];
  const parts = text.parts.map(
    ({ title, steps }) =>
      `<section><h2 class="plain">${title}</h2><ol>${steps.map((step) => `<li>${step}</li>`).join("")}</ol></section>`,
  );
  const fields = text.fields.map((field) => `<p class="to-fill-in">${field}:</p>`);
  return {
    title: text.howTo,
    description: text.helpLead,
    body: framed(
      { language, path: helpPath, title: text.howTo },
      text,
      `<p>${text.helpLead}</p>
${parts.join("")}
<section><h2 class="plain">${text.contact}</h2>${fields.join("")}</section>
<p><a href="${inLanguage(language, byHandPath)}">${text.byHand}</a></p>
<p><a href="${inLanguage(language, scanPath)}">${text.toScan}</a></p>
<p><a href="${inLanguage(language, privacyPath)}">${text.privacy}</a></p>`,
    ),
  };
}
