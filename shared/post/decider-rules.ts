import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { DeciderRule, RuleTarget } from "./decider-rule.ts";

/** Which posts decide for whom, of all agencies. */
export interface DeciderRules {
  /** Those of these targets (strongly consistent); what cannot be read is left out and reported. */
  of(
    instansiId: string,
    targets: readonly RuleTarget[],
  ): Promise<ReadonlyMap<RuleTarget, DeciderRule>>;
  /** All of an agency (strongly consistent). */
  all(instansiId: string): Promise<ReadonlyMap<RuleTarget, DeciderRule>>;
}

export interface WritableDeciderRules extends DeciderRules {
  /**
   * A rule, its line of history and what belongs to the same change in one transaction.
   * @param rule the next revision of what was found; 1 of a new one
   * @throws Conflict `rule-changed` when somebody else was faster, or what the others say
   */
  save(rule: DeciderRule, entry: AuditEntry, ...others: readonly JoinedWrite[]): Promise<void>;
}
