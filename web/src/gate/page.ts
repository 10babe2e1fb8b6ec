/** The HTML of the page of a gate. Runs at build time only; gate.ts brings it to life. */
import { inLanguage, type Language } from "../addresses.ts";
import { en } from "../messages/en/gate.ts";
import { en as pageEn } from "../messages/en/verify-page.ts";
import { id } from "../messages/id/gate.ts";
import { id as pageId } from "../messages/id/verify-page.ts";
import { framed } from "../verify/frame.ts";
import { gatePath } from "./address.ts";

const texts = { id: { page: pageId, ...id }, en: { page: pageEn, ...en } };

/** Title and body. Ids are what gate.ts looks for. */
export function gatePage(language: Language) {
  const { page, ...text } = texts[language];
  const back = inLanguage(language, "/petugas/instansi?bagian=presensi&lihat=mesin");
  return {
    title: text.title,
    description: text.lead,
    body: framed(
      { language, path: gatePath, title: text.title },
      page,
      `<p><strong id="name">&nbsp;</strong></p>
<p>${text.lead}</p>
<p id="problem" class="problem" role="alert" hidden></p>
<p id="outcome" role="status"></p>
<div><video id="video" muted playsinline></video></div>
<p><button id="camera" type="button" disabled>${text.camera}</button></p>
<p id="state" class="hint"></p>
<section id="flagged" hidden><h2 class="plain">${text.flagged}</h2><ul id="flags"></ul></section>
<p class="hint">${text.hint}</p>
<p><a href="${back}">${text.back}</a></p>`,
    ),
  };
}
