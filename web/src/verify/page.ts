/** The verify page's HTML. Runs at build time only: the page needs no framework to be there. */
import { inLanguage, type Language } from "../addresses.ts";
import { en } from "../messages/en/verify.ts";
import { en as pageEn } from "../messages/en/verify-page.ts";
import { id } from "../messages/id/verify.ts";
import { id as pageId, type VerifyPage } from "../messages/id/verify-page.ts";
import { scanPath } from "../scan/addresses.ts";
import { byHandPath, helpPath, plainAddress } from "./address.ts";

const texts = { id: { ...pageId, title: id.title }, en: { ...pageEn, title: en.title } };

/** Which card is asked about: that of the address, or that of the two numbers that somebody types. */
export type AskedBy = "scan" | "hand";

/** Title and body. Ids are what check.ts, scanned.ts and by-hand.ts look for. */
export function verifyPage(language: Language, by: AskedBy): { title: string; body: string } {
  const text = texts[language];
  const home = language === "en" ? "/en/" : "/";
  const other = language === "en" ? "id" : "en";
  const elsewhere = by === "hand" ? inLanguage(other, byHandPath) : inLanguage(other, "/");
  return {
    title: text.title,
    body: `
<a class="skip-link" href="#main">${text.skip}</a>
<header><a href="${home}">${text.brand}</a> <a id="language" href="${elsewhere}" lang="${other}" hreflang="${other}">${text.otherLanguage}</a></header>
<main id="main">
<h1 tabindex="-1">${text.title}</h1>
<noscript><p>${by === "hand" ? text.byHandLead : text.lead}</p><p>${text.noScript} <a href="${by === "hand" ? plainAddress(language) : "?polos"}">${text.plain}</a></p></noscript>
<form id="form" method="post" novalidate>
<p>${by === "hand" ? text.byHandLead : text.lead}</p>
<p id="problem" class="problem" role="alert" tabindex="-1" hidden></p>
${by === "hand" ? numberFields(text) : ""}<div id="captcha">
<p>${text.asks}</p>
<div id="ways" class="choice" role="group" aria-label="${text.captcha}">
<button type="button" id="by-image" aria-pressed="true">${text.withImage}</button><button type="button" id="by-work" aria-pressed="false">${text.withoutImage}</button>
</div>
<div id="image-way">
<p><img id="image" alt="${text.imageAlt}" width="220" height="72" src="data:,"> <button type="button" id="refresh">${text.refresh}</button> <button type="button" id="listen">${text.listen}</button></p>
<label for="answer">${text.label}</label>
<p class="hint" id="hint">${text.hint}</p>
<input type="text" id="answer" name="answer" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="hint">
</div>
<div id="work-way" hidden><p>${text.workHint}</p><progress id="progress" max="100" value="0" aria-label="${text.withoutImage}"></progress></div>
</div>
<p><button type="submit" id="submit" disabled>${text.submit}</button> <span id="busy" role="status"></span></p>
<p class="domain">${text.domain}</p>
</form>
<section id="result" hidden></section>
<p><a href="${inLanguage(language, scanPath)}">${text.toScan}</a></p>
<p><a href="${inLanguage(language, helpPath)}">${text.howTo}</a></p>
</main>`.replaceAll("\n", ""),
  };
}

/** The fields for what stands on a card. A printed text is typed, so no keyboard corrects it. @param typed what they begin with, as HTML */
export function numberFields(
  { serial, serialHint, checkCode, checkCodeHint }: VerifyPage,
  typed: { readonly serial: string; readonly checkCode: string } = { serial: "", checkCode: "" },
): string {
  const field = (id: string, name: keyof typeof typed, label: string, hint: string) =>
    `<label for="${id}">${label}</label><p class="hint" id="${id}-hint">${hint}</p><input type="text" id="${id}" name="${name}" value="${typed[name]}" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="${id}-hint">`;
  return (
    field("serial", "serial", serial, serialHint) +
    field("check-code", "checkCode", checkCode, checkCodeHint)
  );
}
