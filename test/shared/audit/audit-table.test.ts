import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { describe, expect, test } from "vitest";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { beginningOf } from "#shared/audit/entry-proof.ts";
import { anEntry, aReading, auditTableContract } from "../../support/audit-table-contract.ts";
import { outages } from "../../support/aws-failures.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";

const db = DynamoDBDocumentClient.from(new DynamoDBClient());
const table = new AuditTable(db, "audit");

describe("a history in memory", () =>
  auditTableContract(async () => {
    const entries: AuditEntry[] = [];
    return {
      table: new HistoryInMemory(entries),
      tell: async (entry) => void entries.push(entry),
    };
  }));

test("an entry is added as a write of the change's own transaction, and never over another", () => {
  expect(table.append(anEntry())).toMatchObject({
    Put: {
      TableName: "audit",
      Item: { ...anEntry(), schemaVersion: 1, digest: expect.any(String) },
      ConditionExpression: "attribute_not_exists(subjectId)",
    },
  });
});

test("an entry of a record names the one before, the first one its record; one of another history names none", () => {
  const first = table.chain(anEntry({ revision: 1 }), undefined);
  const second = table.chain(anEntry({ revision: 2 }), first.head);

  expect(first.write.Put?.Item).toMatchObject({ previous: beginningOf("emp_siti") });
  expect(second.write.Put?.Item).toMatchObject({ previous: first.head, digest: second.head });
  expect(table.append(anEntry()).Put?.Item).not.toHaveProperty("previous");
});

test("the same entry never has the same digest twice, so that nobody learns a value by trying", () => {
  const heads = [1, 2].map(() => table.chain(anEntry(), undefined).head);
  expect(heads[0]).not.toBe(heads[1]);
});

test.each(outages)("%s is not taken for a record without history", async (_, outage) => {
  mockClient(db).on(QueryCommand).rejects(outage).on(PutCommand).rejects(outage);

  await expect(table.history({ subjectId: "emp_siti", limit: 1 })).rejects.toBe(outage);
  await expect(table.readings({ subjectId: "emp_siti", limit: 1 })).rejects.toBe(outage);
  await expect(table.noteReading(aReading())).rejects.toBe(outage);
});
