import { type DynamoDBDocumentClient, paginateQuery } from "@aws-sdk/lib-dynamodb";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import { batchGet } from "#shared/runtime/batch-from-table.ts";
import { stillAt, type TransactionStep, writeTogether } from "#shared/runtime/conditional-write.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import { type DeciderRule, deciderRule, type RuleTarget } from "./decider-rule.ts";
import type { WritableDeciderRules } from "./decider-rules.ts";

const ruleItem = storedItem({ name: "decider-rule", schema: deciderRule });

const idOf = (instansiId: string) => `rules#${instansiId}`;

/** The rules in the table of the posts: an agency is a partition, with an item for each unit or person that has one. */
export class DeciderRuleTable implements WritableDeciderRules {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #audit: Pick<AuditTable, "append">;

  constructor(db: DynamoDBDocumentClient, tableName: string, audit: Pick<AuditTable, "append">) {
    this.#db = db;
    this.#tableName = tableName;
    this.#audit = audit;
  }

  async of(
    instansiId: string,
    targets: readonly RuleTarget[],
  ): Promise<ReadonlyMap<RuleTarget, DeciderRule>> {
    const keys = targets.map((part) => ({ id: idOf(instansiId), part }));
    return byTarget(instansiId, await batchGet(this.#db, this.#tableName, keys));
  }

  async all(instansiId: string): Promise<ReadonlyMap<RuleTarget, DeciderRule>> {
    const pages = paginateQuery(
      { client: this.#db },
      {
        TableName: this.#tableName,
        KeyConditionExpression: "id = :id",
        ExpressionAttributeValues: { ":id": idOf(instansiId) },
        ConsistentRead: true,
      },
    );
    const items = (await Array.fromAsync(pages)).flatMap(({ Items = [] }) => Items);
    return byTarget(instansiId, items);
  }

  async save(
    rule: DeciderRule,
    entry: AuditEntry,
    ...others: readonly TransactionStep[]
  ): Promise<void> {
    const key = { id: idOf(rule.instansiId), part: rule.target };
    const Item = { ...rule, ...ruleItem.version, ...key, type: "decider-rule" };
    const put = { TableName: this.#tableName, Item, ...stillAt(rule.revision - 1, "id") };
    const taken = "rule-changed";
    await writeTogether(this.#db, [
      { write: { Put: put }, taken },
      { write: this.#audit.append(entry), taken },
      ...others,
    ]);
  }
}

function byTarget(
  instansiId: string,
  items: readonly Record<string, unknown>[],
): ReadonlyMap<RuleTarget, DeciderRule> {
  const rules = readable(ruleItem, items, () => ({ instansiId }));
  return new Map(rules.map((rule) => [rule.target, rule]));
}
