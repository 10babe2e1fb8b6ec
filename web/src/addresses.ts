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
 * Which links the router of the Indonesian pages may take over, and below that of the English ones: two constants, so that no page carries both. The
 * rest loads afresh: the other language, the API, the checks of cards, what is only read, which ends in a slash or is the guide, and
 * files, which have a dot in their name.
 */
export const indonesianPages =
  /^\/(?!(en|v|periksa|petunjuk|api|assets)(\/|$))([^.?#]*[^.?#/])?([?#]|$)/;
export const englishPages = /^\/en(\/((?!(periksa|petunjuk)(\/|$))[^.?#]*[^.?#/])?)?([?#]|$)/;
