import { InvalidInput } from "#shared/runtime/errors.ts";
import { hasHidden, visibleLine } from "#shared/runtime/visible-text.ts";

/** Characters of a reason; a longer one is refused before it comes here (the schema of its request). */
export const longestReason = 500;

/**
 * Why somebody asks for something or decides it, as it is kept in the history: one line that can be seen (`visibleLine`).
 * @throws InvalidInput on `reason`: `required`, also when nothing of it can be seen, `characters-hidden`
 */
export function keptReason(text: string): string {
  const kept = visibleLine(text);
  if (kept === "") throw new InvalidInput({ field: "reason", code: "required" });
  if (hasHidden(kept)) throw new InvalidInput({ field: "reason", code: "characters-hidden" });
  return kept;
}
