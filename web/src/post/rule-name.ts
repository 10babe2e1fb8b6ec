import type { RuleAnswer } from "#shared/post/rule-answers.ts";
import { rules as text } from "../messages/rules.ts";

/** Whom a rule is for, in words. */
export function ruleName({ target, name }: Pick<RuleAnswer, "target" | "name">): string {
  return name ?? (target === "agency" ? text.agency : text.gone);
}
