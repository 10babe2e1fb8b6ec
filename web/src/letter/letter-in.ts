import type { LetterAnswer } from "#shared/letter/letter-answers.ts";

/** An address can say anything. */
export function letterIn(text = ""): LetterAnswer["id"] | undefined {
  const [prefix, rest] = text.split("_");
  return prefix === "ltr" && rest ? `ltr_${rest}` : undefined;
}
