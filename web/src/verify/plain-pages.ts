/**
 * The pages that check a card without a script, in the words and looks of those that a script fills. The server draws them
 * (functions/verify-api/plain-routes.ts), so nothing here is of one language or of a browser.
 */
import { usualZone } from "#shared/runtime/zone.ts";
import { suspicions } from "#shared/suspect-card/suspicions.ts";
import type { VerifyAnswer } from "#shared/verification/verify-answer.ts";
import type { AskedCard } from "#shared/verification/verify-card.ts";
import { inLanguage, type Language } from "../addresses.ts";
import { dayIn, instantIn, locales } from "../clock-words.ts";
import { escapeHtml } from "../escape-html.ts";
import { en } from "../messages/en/verify.ts";
import { en as pageEn } from "../messages/en/verify-page.ts";
import { en as resultEn } from "../messages/en/verify-result.ts";
import { id } from "../messages/id/verify.ts";
import { id as pageId } from "../messages/id/verify-page.ts";
import { id as resultId } from "../messages/id/verify-result.ts";
import { helpPath, plainAddress, plainReportAddress, readingAddress } from "./address.ts";
import { documentFactsOf, factsOf, looks, type Unchecked, uncheckedLooks } from "./answer-words.ts";
import { numberFields } from "./page.ts";

const texts = {
  id: { ...pageId, ...id, ...resultId },
  en: { ...pageEn, ...en, ...resultEn },
};

/** Why a form comes back. */
export type FormProblem = "empty" | "wrong" | "wrongSerial" | "wrongCode";

/** What each page is drawn with. */
interface Drawn {
  readonly language: Language;
  /** CSS, without "<". */
  readonly style: string;
  /** What is asked about, as it came; two empty numbers where nobody has typed yet. */
  readonly asked: AskedCard;
  /** When, ISO 8601. */
  readonly at: string;
}

interface PlainForm extends Drawn {
  /** Absent while many answers come from this network: without a script there is no other way. */
  readonly image: { readonly token: string; readonly png: string } | undefined;
  readonly problem?: FormProblem | undefined;
}

export function plainForm({ image, problem, ...drawn }: PlainForm): string {
  const { language, asked } = drawn;
  const text = texts[language];
  const told = problem ? `<p class="problem" role="alert">${text[problem]}</p>` : "";
  const again = escapeHtml(plainAddress(language, tokenOf(asked)));
  if (!image) return plainUnchecked({ ...drawn, why: "busy" });
  const card =
    "token" in asked
      ? `<p>${text.lead}</p>${told}<input type="hidden" name="token" value="${escapeHtml(asked.token)}">`
      : `<p>${text.byHandLead}</p>${told}${numberFields(text, {
          serial: escapeHtml(asked.serial),
          checkCode: escapeHtml(asked.checkCode),
        })}`;
  return document(
    drawn,
    `
<form method="post" action="${escapeHtml(plainAddress(language))}">
${card}
<input type="hidden" name="captcha" value="${image.token}">
<p><img alt="${text.imageAlt}" width="220" height="72" src="data:image/png;base64,${image.png}"></p>
<p><a href="${again}">${text.refresh}</a></p>
<p>${text.listen}:<br><audio controls preload="none" aria-label="${text.listen}" src="${escapeHtml(readingAddress(language, image.token))}"></audio></p>
<label for="answer">${text.label}</label>
<p class="hint" id="hint">${text.hint}</p>
<input type="text" id="answer" name="text" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="hint"${problem ? ' aria-invalid="true"' : ""}>
<p><button type="submit" id="submit">${text.submit}</button></p>
<p class="domain">${text.domain}</p>
</form>`,
    problem && `${text.errorPrefix}${text.title}`,
  );
}

export function plainAnswer({
  answer,
  ...drawn
}: Drawn & { readonly answer: VerifyAnswer }): string {
  const { language, asked } = drawn;
  const text = texts[language];
  const { result, checkedAt, card, document: paper, site, report } = answer;
  const { code, word, next } = text.results[result];
  const locale = locales[language];
  const mistyped = result === "unknown" && !("token" in asked);
  return document(
    drawn,
    `
${heading(looks[result], word)}
<p>${mistyped ? text.mistyped : next}</p>
${card ? `<p><img src="${card.photo}" alt="${text.photoAlt}" width="225" height="288"><br>${text.compare}</p>` : ""}
${
  card
    ? `<dl>${factsOf(card, text.fields, (day) => dayIn(locale, day))
        .map(fact)
        .join("")}</dl>`
    : ""
}
${
  paper
    ? `<dl>${documentFactsOf(paper, text.document, (at) => instantIn(locale, at, usualZone))
        .map(fact)
        .join("")}</dl>`
    : ""
}
<p>${text.code}: ${code}. ${text.checkedAt} ${instantIn(locale, checkedAt, usualZone)}.</p>
<p class="hint">${text.site(escapeHtml(site))}</p>
${report === undefined ? "" : reportForm(language, report, card !== undefined)}
<p><a href="${escapeHtml(plainAddress(language, tokenOf(asked)))}">${text.again}</a></p>
<p><a href="${escapeHtml(plainAddress(language))}">${text.next}</a></p>`,
    `${word} – ${text.title}`,
  );
}

/** Asked once more: it opens first, and each cause has a button that says it. */
function reportForm(language: Language, mark: string, hasPhoto: boolean): string {
  const text = texts[language];
  const causes = suspicions.map((cause) => [cause, text.suspicions[cause]] as const);
  const all = hasPhoto ? [["photo", text.report] as const, ...causes] : causes;
  return `<details><summary>${text.suspect}</summary>
<form method="post" action="${escapeHtml(plainReportAddress(language))}">
<p id="odd">${text.suspectQuestion} ${text.suspectSends}</p>
<input type="hidden" name="mark" value="${escapeHtml(mark)}">
${all.map(([cause, words]) => `<p><button type="submit" name="cause" value="${cause}" aria-describedby="odd">${words}</button></p>`).join("")}
</form></details>`;
}

/** What a button of a report sends. */
interface SentReport {
  readonly mark: string;
  readonly cause: string;
}

/** What became of a report. The thanks tell nothing of the holder. @param sent is sent once more where it failed */
export function plainReported({
  outcome,
  sent,
  ...drawn
}: Drawn & {
  readonly outcome: "done" | "suspected" | "over" | "failed";
  readonly sent?: SentReport | undefined;
}): string {
  const { language } = drawn;
  const text = texts[language];
  const said = outcome === "suspected" ? text.suspected : text.reportOutcomes[outcome];
  const again = outcome === "failed" && sent ? sendAgain(language, sent) : "";
  return document(
    drawn,
    `<p role="status">${said}</p>${again}<p><a href="${escapeHtml(plainAddress(language))}">${text.next}</a></p>`,
  );
}

function sendAgain(language: Language, sent: SentReport): string {
  const { reportSend } = texts[language];
  const [mark, cause] = [sent.mark, sent.cause].map(escapeHtml);
  return `<form method="post" action="${escapeHtml(plainReportAddress(language))}">
<input type="hidden" name="mark" value="${mark}">
<p><button type="submit" name="cause" value="${cause}">${reportSend}</button></p></form>`;
}

/** Nothing is known of the card (V0, V9), which is a result, too. @param reference of what failed */
export function plainUnchecked({
  why,
  reference,
  ...drawn
}: Drawn & { readonly why: Unchecked; readonly reference?: string }): string {
  const { language, asked, at } = drawn;
  const text = texts[language];
  const { code, word, next } = text.unchecked[why];
  const triedAt = `${text.triedAt} ${instantIn(locales[language], at, usualZone)}.`;
  return document(
    drawn,
    `
${heading(uncheckedLooks[why], word)}
<p>${next}</p>
<p><a href="${escapeHtml(plainAddress(language, tokenOf(asked)))}">${text.tryAgain}</a></p>
<p>${text.code}: ${code}. ${triedAt}</p>
${reference ? `<p>${text.reference(escapeHtml(reference))}</p>` : ""}`,
    `${word} – ${text.title}`,
  );
}

const heading = ([colour, icon]: readonly [colour: string, icon: string], word: string) =>
  `<h2 class="${colour}"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="${icon}"></path></svg>${word}</h2>`;

const tokenOf = (asked: AskedCard) => ("token" in asked ? asked.token : undefined);

const fact = ([term, value]: readonly [string, string]) =>
  `<dt>${term}</dt><dd translate="no">${escapeHtml(value)}</dd>`;

function document({ language, style, asked }: Drawn, main: string, title?: string): string {
  const text = texts[language];
  const other = language === "en" ? "id" : "en";
  const elsewhere = escapeHtml(plainAddress(other, tokenOf(asked)));
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${title ?? text.title}</title>
<meta name="format-detection" content="telephone=no"><meta name="robots" content="noindex">
<link rel="icon" href="/favicon.svg" type="image/svg+xml"><style>${style}</style></head><body>
<a class="skip-link" href="#main">${text.skip}</a>
<header><a href="${inLanguage(language, "/")}">${text.brand}</a> <a href="${elsewhere}" lang="${other}" hreflang="${other}">${text.otherLanguage}</a></header>
<main id="main" tabindex="-1"><h1>${text.title}</h1>${main}
<p><a href="${inLanguage(language, helpPath)}">${text.howTo}</a></p></main></body></html>`.replaceAll(
    "\n",
    "",
  );
}
