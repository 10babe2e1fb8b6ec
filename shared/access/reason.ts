import { InvalidInput } from "#shared/runtime/errors.ts";
import { hasHidden, visibleLine } from "#shared/runtime/visible-text.ts";

/** Characters of a reason; a longer one is refused before it comes here (the schema of its request). */
export const longestReason = 500;

/**
 * Checks the reason of a request or a decision, and returns it as the history stores it: one line of visible characters
 * (`visibleLine`).
 * @throws InvalidInput on `reason`: `required`, also when it has no visible character; `characters-hidden`
 */
export function keptReason(text: string): string {
  const kept = keptWords("reason", text);
  if (kept === "") throw new InvalidInput({ field: "reason", code: "required" });
  return kept;
}

/** As `keptReason`, of words that may be missing: then they are empty. @throws InvalidInput on the field: `characters-hidden` */
export function keptWords(field: string, text: string): string {
  const kept = visibleLine(text);
  if (hasHidden(kept)) throw new InvalidInput({ field, code: "characters-hidden" });
  return kept;
}
