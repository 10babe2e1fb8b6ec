import type { AttributeValue, DynamoDBRecord } from "aws-lambda";
import type { Approval } from "#shared/access/approval.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { toItem } from "#shared/employee/employee-item.ts";

/** What the employee stream says of a save. `before` is missing when the record is new. */
export function aStreamRecord(
  { before, after }: { before?: Employee; after: Employee },
  SequenceNumber = "1",
): DynamoDBRecord {
  return {
    eventSource: "aws:dynamodb",
    eventName: before ? "MODIFY" : "INSERT",
    dynamodb: {
      SequenceNumber,
      Keys: { id: { S: after.id } },
      ...(before && { OldImage: imageOf(before) }),
      NewImage: imageOf(after),
    },
  };
}

/** What the approval stream says of a decision: the newest image alone. */
export function aDecisionRecord(approval: Approval): DynamoDBRecord {
  return {
    eventSource: "aws:dynamodb",
    eventName: "MODIFY",
    dynamodb: { SequenceNumber: "1", NewImage: attributesOf({ ...approval, type: "approval" }) },
  };
}

/** What the audit stream says of an entry that was added. */
export function anEntryRecord(entry: AuditEntry): DynamoDBRecord {
  return {
    eventSource: "aws:dynamodb",
    eventName: "INSERT",
    dynamodb: { SequenceNumber: "1", NewImage: attributesOf(entry) },
  };
}

function imageOf(employee: Employee): Record<string, AttributeValue> {
  return attributesOf(toItem(employee, { cardChanged: true, holderTold: true }));
}

function attributesOf(item: object): Record<string, AttributeValue> {
  const attributes = Object.entries(item).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, attributeOf(value)] as const],
  );
  return Object.fromEntries(attributes);
}

/** An item has words, numbers, booleans, lists and maps. */
function attributeOf(value: unknown): AttributeValue {
  if (typeof value === "boolean") return { BOOL: value };
  if (typeof value === "number") return { N: String(value) };
  if (Array.isArray(value)) return { L: value.map(attributeOf) };
  if (typeof value === "object" && value !== null) return { M: attributesOf(value) };
  return { S: String(value) };
}
