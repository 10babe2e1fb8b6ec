import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import type { ErasableEntries, Erasure } from "./audit-trail.ts";
import { proofOf } from "./entry-proof.ts";

const fields = z.object({ changes: z.array(z.object({ field: z.string() })).default([]) });

/**
 * The audit table for who erases values of it: reads one entry, and updates it. Its right needs GetItem, and UpdateItem of the
 * attributes `reason`, `origin`, `changes`, `salted` and the key (`dynamodb:Attributes`, «Using IAM policy conditions for
 * fine-grained access control», Amazon DynamoDB Developer Guide); no function has it yet.
 */
export class ErasableEntriesTable implements ErasableEntries {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async eraseValues({ subjectId, revision, only }: Erasure): Promise<boolean> {
    const Key = { subjectId, revision };
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key, ConsistentRead: true }),
    );
    const known = Item && proofOf(Item);
    if (!known) return false;
    const { changes } = fields.parse(Item);
    const places = Object.entries(known.salted).flatMap(([place, { salt }]) => {
      const [attribute = "", i] = place.split(".");
      const told = i === undefined ? attribute : (changes[Number(i)]?.field ?? "");
      return salt === undefined || only?.includes(told) === false ? [] : [place];
    });
    if (places.length === 0) return true;
    return await unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key,
          ...removalOf(places),
          ConditionExpression: "digest = :digest",
          ExpressionAttributeValues: { ":digest": known.digest },
        }),
      ),
    );
  }
}

/** Of each value, and of its salt: without it nobody can try which value the digest is of. */
function removalOf(places: readonly string[]) {
  const names: Record<string, string> = {};
  const name = (attribute: string) => {
    const alias = `#n${Object.keys(names).length}`;
    names[alias] = attribute;
    return alias;
  };
  const paths = places.flatMap((place) => {
    const [attribute = "", i, member] = place.split(".");
    const value = name(attribute) + (member === undefined ? "" : `[${i}].${name(member)}`);
    return [value, [name("salted"), name(place), name("salt")].join(".")];
  });
  return { UpdateExpression: `REMOVE ${paths.join(", ")}`, ExpressionAttributeNames: names };
}
