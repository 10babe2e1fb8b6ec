import type { AttributeValue, DynamoDBRecord } from "aws-lambda";
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

function imageOf(employee: Employee): Record<string, AttributeValue> {
  const item = toItem(employee, { cardChanged: true, holderTold: true });
  const attributes = Object.entries(item).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, attributeOf(value)] as const],
  );
  return Object.fromEntries(attributes);
}

/** An item has words and numbers only. */
function attributeOf(value: unknown): AttributeValue {
  return typeof value === "number" ? { N: String(value) } : { S: String(value) };
}
