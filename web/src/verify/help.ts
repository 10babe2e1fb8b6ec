/** How a card is checked, on one screen and to print: plain HTML, made at build time, which no script and no app is needed for. */
import { inLanguage, type Language } from "../addresses.ts";
import { chapterPath } from "../guide/addresses.ts";
import { guideFrame } from "../guide/chapters.ts";
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
  const stepsOf = (steps: readonly string[]) =>
    `<ol>${steps.map((step) => `<li>${step}</li>`).join("")}</ol>`;
  const opening = (title: string, content: string) =>
    `<details><summary>${title}</summary>${content}</details>`;
  const { proofs } = text;
  const parts = text.parts.map(({ title, steps }) => opening(title, stepsOf(steps)));
  const fields = text.fields.map((field) => `<p class="to-fill-in">${field}:</p>`);
  return {
    title: text.howTo,
    description: text.helpLead,
    body: framed(
      { language, path: helpPath, title: text.howTo },
      text,
      `<p>${text.helpLead}</p>
<section><h2 class="plain">${proofs.title}</h2>${stepsOf(proofs.steps)}</section>
${parts.join("")}
${opening(text.contact, `<p class="hint">${text.filledIn}</p>${fields.join("")}`)}
<ul class="ways-on">
<li><a href="${inLanguage(language, byHandPath)}">${text.byHand}</a></li>
<li><a href="${inLanguage(language, scanPath)}">${text.toScan}</a></li>
<li><a href="${inLanguage(language, privacyPath)}">${text.privacy}</a></li>
<li><a href="${inLanguage(language, chapterPath("pindai"))}">${guideFrame[language].title}</a></li>
</ul>`,
    ),
  };
}
