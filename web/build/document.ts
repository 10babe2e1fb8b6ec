/** The HTML around a page: its stylesheets, then the deferred modules. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../src/addresses.ts";
import { escapeHtml } from "../src/escape-html.ts";
import { en } from "../src/messages/en/before-script.ts";
import { en as commonEn } from "../src/messages/en/common.ts";
import { id } from "../src/messages/id/before-script.ts";
import { id as commonId } from "../src/messages/id/common.ts";

/** A page to write. */
export interface BuiltPage {
  /** Where in dist/web, e.g. "en/masuk/index.html". */
  readonly file: string;
  readonly html: string;
}

interface DocumentParts {
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  /** Address of its stylesheet. */
  readonly styles: string;
  readonly body: string;
  /** Address of a script that asks for what the page will show, before the page's modules are there. */
  readonly early?: string | undefined;
  /** Address of the module that hydrates the page; a page without one says all by itself. */
  readonly script?: string | undefined;
  /** Modules it will import, fetched at once instead of one after the other. */
  readonly preloads: readonly string[];
  /** Search engines may show the page. */
  readonly indexed: boolean;
  /** Address of its web app manifest, where it can be installed. */
  readonly manifest?: string;
  /** Nothing is painted before the script: it takes away what stood there, and the rest would jump. */
  readonly paintsAfterScript?: true;
  /** Address of the page that this one only leads on to. */
  readonly leadsTo?: string;
}

const texts = {
  id: { ...id, reload: commonId.reload },
  en: { ...en, reload: commonEn.reload },
};

export function htmlDocument(parts: DocumentParts): string {
  const { language, title, description, styles, body, early, script, preloads, indexed } = parts;
  const { manifest, leadsTo, paintsAfterScript } = parts;
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    // It is first, because nothing is painted without it.
    `<link rel="stylesheet" href="${styles}">`,
    leadsTo ? `<meta http-equiv="refresh" content="0;url=${leadsTo}">` : "",
    early ? `<script async src="${early}"></script>` : "",
    `<title>${escapeHtml(title)}</title>`,
    `<meta name="theme-color" content="${themeColour}">`,
    // A NIP is no telephone number.
    '<meta name="format-detection" content="telephone=no">',
    indexed
      ? `<meta name="description" content="${escapeHtml(description)}">`
      : '<meta name="robots" content="noindex">',
    '<link rel="icon" href="/favicon.svg" type="image/svg+xml">',
    manifest ? `<link rel="manifest" href="${manifest}">` : "",
    ...preloads.map((address) => `<link rel="modulepreload" href="${address}">`),
    script
      ? `<script type="module"${paintsAfterScript ? ' blocking="render"' : ""} src="${script}"></script>`
      : "",
    `</head><body>${body}${script ? beforeTheScript(language) : ""}</body></html>`,
  ].join("");
}

/**
 * Two sentences for pages whose script does not start. Styles alone show them (base.css): one in a browser that is too old, one
 * after ten seconds. The script removes the second one when it starts.
 */
function beforeTheScript(language: Language): string {
  const { oldBrowser, notStarted, reload } = texts[language];
  return [
    `<p class="old-browser">${oldBrowser}</p>`,
    `<p class="not-started" id="not-started">${notStarted} <a href="">${reload}</a></p>`,
  ].join("");
}

/** The colour that the browser paints around the page: that of actions. */
export const themeColour = tokenOf("--action");

function tokenOf(name: string): string {
  const tokens = readFileSync(join(import.meta.dirname, "..", "src", "tokens.css"), "utf8");
  const value = tokens.match(new RegExp(`${name}: ([^;]+);`))?.[1];
  if (!value) throw new Error(`tokens.css has no ${name}.`);
  return value;
}
