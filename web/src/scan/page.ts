/** The HTML of the page that scans cards. Runs at build time only; scan.ts brings it to life. */
import { inLanguage, type Language } from "../addresses.ts";
import { en as scanEn } from "../messages/en/scan.ts";
import { en } from "../messages/en/scan-page.ts";
import { en as pageEn } from "../messages/en/verify-page.ts";
import { id as scanId } from "../messages/id/scan.ts";
import { id } from "../messages/id/scan-page.ts";
import { id as pageId } from "../messages/id/verify-page.ts";
import { byHandPath, helpPath } from "../verify/address.ts";
import { framed } from "../verify/frame.ts";
import { scanPath } from "./addresses.ts";

const texts = { id: { page: pageId, ...scanId, ...id }, en: { page: pageEn, ...scanEn, ...en } };

/** Title and body. Ids are what scan.ts and its modules look for. Long: markup, in the order of the page. */
export function scanPage(language: Language): {
  readonly appName: string;
  readonly title: string;
  readonly description: string;
  readonly body: string;
} {
  const { page, ...text } = texts[language];
  return {
    appName: text.appName,
    title: text.title,
    description: text.lead,
    body: framed(
      { language, path: scanPath, title: text.title },
      page,
      `<div id="asking">
<p>${text.lead}</p>
<div id="stage" hidden><video id="video" muted playsinline></video></div>
<p class="ways"><button id="camera" type="button" disabled>${text.camera}</button> <button id="torch" type="button" aria-pressed="false" hidden>${text.torch}</button></p>
<p><label for="picture">${text.picture}</label><br><input id="picture" type="file" accept="image/*"></p>
<output id="busy" class="two-lines"></output>
<p id="problem" class="problem" role="alert" tabindex="-1" hidden></p>
<section><h2 class="plain">${text.ready.title}</h2>
<p id="ready" class="three-lines" role="status"></p>
<p class="ways"><button id="prepare" type="button" disabled>${text.ready.prepare}</button> <button id="install" type="button" hidden>${text.ready.install}</button></p>
<p class="hint">${text.ready.why}</p></section>
<p><a href="${inLanguage(language, byHandPath)}">${text.byHand}</a></p>
<p><a href="${inLanguage(language, helpPath)}">${page.howTo}</a></p>
</div>
<section id="result" hidden></section>
<noscript><p>${page.noScript}</p></noscript>`,
    ),
  };
}
