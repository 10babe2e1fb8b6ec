import { createHash, randomInt } from "node:crypto";
import { symbols } from "./glyphs.ts";

/** Five or six symbols: at least a million texts, each good for one try. */
export function newCaptchaText(): string {
  const length = randomInt(5, 7);
  return Array.from({ length }, () => symbols[randomInt(symbols.length)]).join("");
}

/** Digest of a text as it may be typed: without regard to case and blanks. Bound to its captcha, so equal texts differ. */
export function textHash(captchaId: string, text: string): string {
  const typed = text.replaceAll(/\s/g, "").toUpperCase();
  return createHash("sha256").update(`${captchaId}:${typed}`).digest("hex");
}
