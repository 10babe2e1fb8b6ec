/** Addresses of pages: Indonesian at /, English below /en. Path names stay Indonesian. */
export type Language = "id" | "en";

/** Address of a page in a given language. */
export function inLanguage(language: Language, path: string): string {
  if (language === "id") return path;
  return path === "/" ? "/en/" : `/en${path}`;
}

/** The address without its language: "/en/masuk/" and "/masuk" are the same page. */
export function pageOf(pathname: string): string {
  return pathname.replace(/^\/en(?=\/|$)/, "").replace(/\/+$/, "") || "/";
}

/**
 * Which links the router of a language's pages may take over. The rest loads afresh: the other language, the API, the
 * checks of cards, and files, which have a dot in their name.
 */
export const ownPages: Readonly<Record<Language, RegExp>> = {
  id: /^\/(?!(en|v|periksa|api|assets)(\/|$))[^.?#]*([?#]|$)/,
  en: /^\/en(\/(?!periksa(\/|$))[^.?#]*)?([?#]|$)/,
};
