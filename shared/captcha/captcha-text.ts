import { createHmac } from "node:crypto";
import { symbols } from "./glyphs.ts";

/**
 * Five or six symbols: at least a third of a million texts, each good for one try. Whoever has the key finds them from the captcha's id, so
 * that what shows a captcha again, in another way, needs nothing that is stored.
 * @param id a new one for each captcha
 */
export function captchaText(key: Buffer, id: string): string {
  const drawn = createHmac("sha256", key).update(`captcha-text ${id}`).digest();
  const length = 5 + (drawn.readUInt8(31) & 1);
  const symbolAt = (_: unknown, i: number) => symbols[drawn.readUInt32BE(i * 4) % symbols.length];
  return Array.from({ length }, symbolAt).join("");
}

/** Symbols that no image has, with the one they look like: who reads an F where a line cut an E has read the image. */
const lookalikes: Readonly<Record<string, string>> = {
  F: "E",
  P: "R",
  N: "H",
  T: "7",
  Y: "X",
  "8": "3",
};

/** A text as it may be typed: without regard to case, blanks and what looks alike. */
export function normalText(text: string): string {
  const typed = text.replaceAll(/\s/g, "").toUpperCase();
  return typed.replaceAll(/[FPNTY8]/g, (symbol) => lookalikes[symbol] ?? symbol);
}
