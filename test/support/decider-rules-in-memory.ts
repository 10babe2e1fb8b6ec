import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { DeciderRule, RuleTarget } from "#shared/post/decider-rule.ts";
import type { WritableDeciderRules } from "#shared/post/decider-rules.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { stepInMemory, writeInMemory } from "./steps-in-memory.ts";

/** The rules without DynamoDB; runs the same contract test (decider-rule-table-contract.ts). */
export class DeciderRulesInMemory implements WritableDeciderRules {
  readonly history: AuditEntry[];
  readonly #rules = new Map<string, DeciderRule>();

  constructor(history: AuditEntry[] = []) {
    this.history = history;
  }

  async of(
    instansiId: string,
    targets: readonly RuleTarget[],
  ): Promise<ReadonlyMap<RuleTarget, DeciderRule>> {
    return new Map(
      [...(await this.all(instansiId))].filter(([target]) => targets.includes(target)),
    );
  }

  async all(instansiId: string): Promise<ReadonlyMap<RuleTarget, DeciderRule>> {
    const rules = [...this.#rules.values()].filter((rule) => rule.instansiId === instansiId);
    return new Map(rules.map((rule) => [rule.target, rule]));
  }

  async save(
    rule: DeciderRule,
    entry: AuditEntry,
    ...others: readonly JoinedWrite[]
  ): Promise<void> {
    const key = `${rule.instansiId} ${rule.target}`;
    const put = stepInMemory("rule-changed", {
      holds: () => (this.#rules.get(key)?.revision ?? 0) === rule.revision - 1,
      write: () => {
        this.#rules.set(key, rule);
        this.history.push(entry);
      },
    });
    writeInMemory([put, ...others]);
  }
}
