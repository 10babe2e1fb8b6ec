import { inLanguage, type Language } from "./addresses.ts";

/** The language this bundle was built for; Indonesian when not built at all (unit tests). */
export const language: Language = import.meta.env.LANGUAGE === "en" ? "en" : "id";

/** Address of a page in this bundle's language: "/masuk" is "/en/masuk" in English. */
export function href(path: string): string {
  return inLanguage(language, path);
}
