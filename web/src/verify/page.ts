/** The verify page's HTML. Runs at build time only: the page needs no framework to be there. */
import type { Language } from "../addresses.ts";
import { en } from "../messages/en/verify.ts";
import { en as pageEn } from "../messages/en/verify-page.ts";
import { id } from "../messages/id/verify.ts";
import { id as pageId } from "../messages/id/verify-page.ts";

const texts = { id: { ...pageId, title: id.title }, en: { ...pageEn, title: en.title } };

/** Title and body. Ids are what verify.ts looks for. */
export function verifyPage(language: Language): { title: string; body: string } {
  const text = texts[language];
  const home = language === "en" ? "/en/" : "/";
  const other = language === "en" ? "id" : "en";
  return {
    title: text.title,
    body: `
<a class="skip-link" href="#main">${text.skip}</a>
<header><a href="${home}">${text.brand}</a> <a id="language" href="${home}" lang="${other}" hreflang="${other}">${text.otherLanguage}</a></header>
<main id="main">
<h1 tabindex="-1">${text.title}</h1>
<noscript><p class="problem">${text.noScript}</p></noscript>
<form id="form" method="post" novalidate>
<p>${text.lead}</p>
<p id="problem" class="problem" role="alert" tabindex="-1" hidden></p>
<div id="ways" class="choice" role="group" aria-label="${text.captcha}">
<button type="button" id="by-image" aria-pressed="true">${text.withImage}</button><button type="button" id="by-work" aria-pressed="false">${text.withoutImage}</button>
</div>
<div id="image-way">
<p><img id="image" alt="${text.imageAlt}" width="220" height="72" src="data:,"> <button type="button" id="refresh">${text.refresh}</button></p>
<label for="answer">${text.label}</label>
<p class="hint" id="hint">${text.hint}</p>
<input type="text" id="answer" name="answer" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="hint">
</div>
<div id="work-way" hidden><p>${text.workHint}</p><progress id="progress" max="100" value="0" aria-label="${text.withoutImage}"></progress></div>
<p><button type="submit" id="submit" disabled>${text.submit}</button> <span id="busy" role="status"></span></p>
<p class="domain">${text.domain}</p>
</form>
<section id="result" hidden></section>
</main>`.replaceAll("\n", ""),
  };
}
