import { type DynamoDBDocumentClient, paginateQuery, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { ErasableEntries } from "./audit-trail.ts";
import type { StoredEntry } from "./entry-proof.ts";
import { erasablePlaces, pathOf } from "./erased-values.ts";

/** Entries whose values go at the same time. */
const atOnce = 10;
/** An expression has at most 4 KB («Quotas in Amazon DynamoDB», Amazon DynamoDB Developer Guide); a value's two paths take some forty bytes. */
const mostPlaces = 40;

/**
 * The audit table for who erases values of it. Its right ends at the attributes `reason`, `origin`, `changes`, `salted` and the key
 * (`dynamodb:Attributes`, «Using IAM policy conditions for fine-grained access control», Amazon DynamoDB Developer Guide): no digest, and nothing of
 * who did what when.
 */
export class ErasableEntriesTable implements ErasableEntries {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async eraseValues(subjectId: string): Promise<void> {
    const pages = paginateQuery(
      { client: this.#db },
      {
        TableName: this.#tableName,
        KeyConditionExpression: "subjectId = :subject",
        ExpressionAttributeValues: { ":subject": subjectId },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages)
      for (let i = 0; i < Items.length; i += atOnce)
        await Promise.all(Items.slice(i, i + atOnce).map((item) => this.#erase(item)));
  }

  async #erase(item: StoredEntry): Promise<void> {
    const places = erasablePlaces(item);
    const { subjectId, revision } = item;
    for (let i = 0; i < places.length; i += mostPlaces)
      await this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { subjectId, revision },
          ...removalOf(places.slice(i, i + mostPlaces)),
          // An update makes an item that is not there.
          ConditionExpression: "attribute_exists(salted)",
        }),
      );
  }
}

/** Of each value, and of its salt: without it nobody can try which value the digest is of. */
function removalOf(places: readonly string[]) {
  const names = new Map<string, string>();
  const alias = (name: string) => {
    const known = names.get(name) ?? `#n${names.size}`;
    names.set(name, known);
    return known;
  };
  const paths = places.flatMap((place) => {
    const value = pathOf(place).map((part, i) =>
      typeof part === "number" ? `[${part}]` : `${i === 0 ? "" : "."}${alias(part)}`,
    );
    return [value.join(""), ["salted", place, "salt"].map(alias).join(".")];
  });
  return {
    UpdateExpression: `REMOVE ${paths.join(", ")}`,
    ExpressionAttributeNames: Object.fromEntries([...names].map(([name, key]) => [key, name])),
  };
}
