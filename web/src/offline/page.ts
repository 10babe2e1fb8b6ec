/** The HTML of the page that shows the last card without the network. Runs at build time only; show.ts fills it. */
import { inLanguage, type Language } from "../addresses.ts";
import { en as cardEn } from "../messages/en/card.ts";
import { en } from "../messages/en/card-offline.ts";
import { en as commonEn } from "../messages/en/common.ts";
import { id as cardId } from "../messages/id/card.ts";
import { id } from "../messages/id/card-offline.ts";
import { id as commonId } from "../messages/id/common.ts";

const texts = {
  id: { ...id, common: commonId, card: cardId },
  en: { ...en, common: commonEn, card: cardEn },
};

/** Title and body. Ids are what show.ts looks for. Long: markup, in the order of the page. */
export function offlinePage(language: Language): { readonly title: string; readonly body: string } {
  const { common, card, ...text } = texts[language];
  const choice = (name: "front" | "back" | "portrait" | "landscape") =>
    `<button type="button" id="${name}" aria-pressed="false">${card[name]}</button>`;
  return {
    title: `${text.title} – ${common.appName}`,
    body: `
<a class="skip-link" href="#main">${common.skip}</a>
<header class="page-header"><div class="page-header-row">
<a class="brand" href="${inLanguage(language, "/")}"><span class="brand-mark" aria-hidden="true"></span> ${common.appName}</a>
</div></header>
<main id="main" tabindex="-1">
<div class="card-page">
<div>
<div class="page-top"><h1>${text.title}</h1></div>
<div id="kept" hidden>
<div class="card-frame"><button class="card-tap" type="button" id="enlarge"><span class="visually-hidden">${card.enlarge}</span></button></div>
<p><strong id="as-of"></strong></p>
<div class="card-controls">
<button class="button" type="button" id="full-screen">${card.full}</button>
<fieldset class="choice"><legend class="visually-hidden">${card.side}</legend>${choice("front")}${choice("back")}</fieldset>
<fieldset class="choice" id="shapes"><legend class="visually-hidden">${card.shape}</legend>${choice("portrait")}${choice("landscape")}</fieldset>
</div>
<p class="hint">${text.lead}</p>
</div>
<div class="notice notice-info" id="none" hidden><h2>${text.none}</h2><p>${text.noneText}</p></div>
<p role="status" id="online"></p>
<p id="again" hidden><a class="button button-quiet" href="${inLanguage(language, "/kartu")}">${text.again}</a></p>
</div>
<aside id="words" aria-label="${text.facts}" hidden><h2>${text.facts}</h2></aside>
</div>
<dialog class="full-card" id="full" aria-label="${card.full}"><button class="button button-quiet" type="button" id="close">${text.close}</button></dialog>
</main>`.replaceAll("\n", ""),
  };
}
