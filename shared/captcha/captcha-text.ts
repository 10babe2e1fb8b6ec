import { randomInt } from "node:crypto";
import { symbols } from "./glyphs.ts";

/** Five or six symbols: at least a third of a million texts, each good for one try. */
export function newCaptchaText(): string {
  const length = randomInt(5, 7);
  return Array.from({ length }, () => symbols[randomInt(symbols.length)]).join("");
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
