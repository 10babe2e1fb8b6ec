/** The page that the edge answers with while the site is closed: it works without a script, an API or a session. */
import { join } from "node:path";
import type { Language } from "../src/addresses.ts";
import { en as commonEn } from "../src/messages/en/common.ts";
import { en as guideEn } from "../src/messages/en/guide.ts";
import { en } from "../src/messages/en/maintenance.ts";
import { id as commonId } from "../src/messages/id/common.ts";
import { id as guideId } from "../src/messages/id/guide.ts";
import { id } from "../src/messages/id/maintenance.ts";
import { type BuiltPage, htmlDocument } from "./document.ts";

const texts = {
  id: { ...commonId, ...id, licences: guideId.licences },
  en: { ...commonEn, ...en, licences: guideEn.licences },
};

/** @param styles the address of the stylesheet of pages for everybody */
export function maintenancePage(language: Language, styles: string): BuiltPage {
  const text = texts[language];
  const [home, other] = language === "en" ? ["/en/", "id"] : ["/", "en"];
  const elsewhere = language === "en" ? "/" : "/en/";
  const body = `
<a class="skip-link" href="#main">${text.skip}</a>
<header class="page-header"><div class="page-header-row">
<a class="brand" href="${home}"><span class="brand-mark" aria-hidden="true"></span> ${text.appName}</a>
<a class="language-link" href="${elsewhere}" lang="${other}" hreflang="${other}" title="${text.otherLanguageTitle}">${text.otherLanguage}</a>
</div></header>
<main id="main" tabindex="-1"><div class="narrow">
<h1>${text.title}</h1>
<p>${text.lead}</p>
<p>${text.wait}</p>
<p><a class="button" href="">${text.again}</a></p>
</div></main>
<footer class="page-footer"><p>${text.footer}</p>
<p><a href="/THIRD-PARTY.txt">${text.licences}</a></p></footer>`.replaceAll("\n", "");
  return {
    file: join(language === "en" ? "en" : "", "pemeliharaan", "index.html"),
    html: htmlDocument({
      ...{ language, title: text.title, description: "", styles, body },
      ...{ preloads: [], indexed: false },
    }),
  };
}
