/** What the scanned address says: /v/TOKEN, also as the QR's upper-case /V/TOKEN, and below /en. */
import type { Language } from "../addresses.ts";

const shape = /^(?:\/en)?\/v\/([^/]*)\/?$/i;

/** The token as it stands in the path; empty when there is none, which the API answers as "unknown". */
export function tokenOf(pathname: string): string {
  return shape.exec(pathname)?.[1] ?? "";
}

/** The same card's page in another language. */
export function verifyAddress(language: Language, token: string): string {
  return `${language === "en" ? "/en" : ""}/v/${token}`;
}

/** Behind the address of a scanned card: it is checked to be reported. */
export const reportHash = "#lapor";

/** Where a card is checked without a script: the server draws that page. @param token of a card that was scanned */
export function plainAddress(language: Language, token?: string): string {
  const query = new URLSearchParams({
    ...(token !== undefined && { token }),
    ...(language === "en" && { lang: "en" }),
  });
  return query.size > 0 ? `${plainPath}?${query}` : plainPath;
}

/** Where a card that was checked so is reported. */
export function plainReportAddress(language: Language): string {
  return `${plainPath}/report${language === "en" ? "?lang=en" : ""}`;
}

/** The reading of a captcha. @param token the captcha's */
export function readingAddress(language: Language, token: string): string {
  const query = new URLSearchParams({ token, ...(language === "en" && { lang: "en" }) });
  return `/api/verify/captcha/audio?${query}`;
}

const plainPath = "/api/verify/plain";

/** Where a card is checked by its two numbers. */
export const byHandPath = "/periksa/";

/** What proves what, and how a card is checked. */
export const helpPath = "/bantuan/periksa/";

/** Every datum, its basis, who sees it and how long. */
export const privacyPath = "/bantuan/privasi/";
