import { marshall } from "@aws-sdk/util-dynamodb";
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
  const image = marshall(toItem(employee, { cardChanged: true, holderTold: true }), {
    removeUndefinedValues: true,
  });
  return image as Record<string, AttributeValue>;
}
