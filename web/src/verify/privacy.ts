/** The page that lists every datum, its basis, who sees it and how long: plain HTML, made at build time from the catalogue of fields. */
import { fieldKeys, fieldOf } from "#shared/employee/fields.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { inLanguage, type Language } from "../addresses.ts";
import { en } from "../messages/en/privacy.ts";
import { en as fieldsEn } from "../messages/en/record-fields.ts";
import { en as pageEn } from "../messages/en/verify-page.ts";
import { en as checkEn } from "../messages/en/verify-result.ts";
import { id } from "../messages/id/privacy.ts";
import { id as fieldsId } from "../messages/id/record-fields.ts";
import { id as pageId } from "../messages/id/verify-page.ts";
import { id as checkId } from "../messages/id/verify-result.ts";
import { helpPath, privacyPath } from "./address.ts";
import { framed } from "./frame.ts";

const texts = {
  id: { ...pageId, ...id, fields: fieldsId, check: checkId.fields },
  en: { ...pageEn, ...en, fields: fieldsEn, check: checkEn.fields },
};

/** Title, body and what search engines say of it. */
export function privacyPage(language: Language): {
  readonly title: string;
  readonly description: string;
  readonly body: string;
} {
  const text = texts[language];
  const told = toldOf(text);
  const parts = keysOf(told).map((key) => {
    const { title, basis, who, howLong } = text.sections[key];
    const items = told[key].map((item) => `<li>${item}</li>`).join("");
    const facts = [
      [text.basis, basis],
      [text.who, who],
      [text.howLong, howLong],
    ].map(([term, said]) => `<div><dt>${term}</dt><dd>${said}</dd></div>`);
    return `<section><h2 class="plain">${title}</h2><ul class="told">${items}</ul><dl class="told">${facts.join("")}</dl></section>`;
  });
  const { title, steps } = text.rights;
  return {
    title: text.title,
    description: text.description,
    body: framed(
      { language, path: privacyPath, title: text.title },
      text,
      `<p>${text.lead}</p>
${parts.join("")}
<section><h2 class="plain">${title}</h2><ul>${steps.map((step) => `<li>${step}</li>`).join("")}</ul></section>
<p><a href="${inLanguage(language, helpPath)}">${text.howTo}</a></p>`,
    ),
  };
}

/** What is known, part by part: a field that the catalogue gets is told of by itself. */
function toldOf({
  fields,
  check,
  ...text
}: (typeof texts)[Language]): Readonly<Record<keyof typeof text.sections, readonly string[]>> {
  const named = (isOnCard: boolean) =>
    fieldKeys.flatMap((key) =>
      key !== "instansiId" && (fieldOf(key).card !== undefined) === isOnCard ? [fields[key]] : [],
    );
  return {
    card: [...named(true), ...text.card, text.photo],
    qr: Object.values(text.qr),
    check: [...Object.values(check), text.photo],
    scans: Object.values(text.scans),
    record: named(false),
    kept: [...new Set(Object.values(text.kept))],
    account: text.account,
    status: text.status,
    history: text.history,
    services: text.services,
    outside: text.outside,
    devices: Object.values(text.devices),
  };
}
