/** Writes that fail by their condition at the latest: what IAM lets through changes nothing. */
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";

/** It never holds. So nothing is written, and a refusal for the condition says that IAM let the write through. */
const never = (key: string) => `attribute_exists(${key}) AND attribute_not_exists(${key})`;

export type Send = (db: DynamoDBDocumentClient) => Promise<unknown>;

export const entry = { subjectId: "emp_probe", revision: 1 };
export const probes = {
  put:
    (TableName: string, Item: Record<string, unknown>, key = "id"): Send =>
    (db) =>
      db.send(new PutCommand({ TableName, Item, ConditionExpression: never(key) })),
  remove:
    (TableName: string, Key: Record<string, unknown>, key = "id"): Send =>
    (db) =>
      db.send(new DeleteCommand({ TableName, Key, ConditionExpression: never(key) })),
  update:
    (TableName: string, id: string, attribute: string, key = "id"): Send =>
    (db) =>
      db.send(
        new UpdateCommand({
          TableName,
          Key: { [key]: id },
          UpdateExpression: "SET #name = :value",
          ExpressionAttributeNames: { "#name": attribute },
          ExpressionAttributeValues: { ":value": "probe" },
          ConditionExpression: never(key),
        }),
      ),
  erase:
    (TableName: string, attribute: string): Send =>
    (db) =>
      db.send(
        new UpdateCommand({
          TableName,
          Key: entry,
          UpdateExpression: "REMOVE #name",
          ExpressionAttributeNames: { "#name": attribute },
          ConditionExpression: never("subjectId"),
        }),
      ),
};
