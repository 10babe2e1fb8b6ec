/** The HTML around a page: nothing in it needs a second request but the deferred modules. */
import { inLanguage, type Language } from "../src/addresses.ts";

/** A page to write. */
export interface BuiltPage {
  /** Where in dist/web, e.g. "en/masuk/index.html". */
  readonly file: string;
  readonly html: string;
  /** The one inline stylesheet. */
  readonly styles: string;
}

interface DocumentParts {
  readonly language: Language;
  /** The page's address without its language. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** Minified CSS, in the page itself: no request delays the first paint. */
  readonly styles: string;
  readonly body: string;
  /** Address of the module that brings the page to life. */
  readonly script: string;
  /** Modules it will import, fetched at once instead of one after the other. */
  readonly preloads: readonly string[];
  /** Search engines may show the page. */
  readonly indexed: boolean;
}

export function htmlDocument(parts: DocumentParts): string {
  const { language, path, title, description, styles, body, script, preloads, indexed } = parts;
  const other = language === "id" ? "en" : "id";
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="theme-color" content="#8a1538">',
    `<title>${escaped(title)}</title>`,
    indexed
      ? `<meta name="description" content="${escaped(description)}">`
      : '<meta name="robots" content="noindex">',
    '<link rel="icon" href="/favicon.svg" type="image/svg+xml">',
    indexed ? `<link rel="alternate" hreflang="${other}" href="${inLanguage(other, path)}">` : "",
    `<style>${styles}</style>`,
    ...preloads.map((address) => `<link rel="modulepreload" href="${address}">`),
    `<script type="module" src="${script}"></script>`,
    `</head><body>${body}</body></html>`,
  ].join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
