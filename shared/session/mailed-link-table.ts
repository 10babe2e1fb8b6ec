import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { epochSeconds } from "#shared/runtime/clock.ts";
import { unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import { type MailedLink, type MailedLinks, mailedLink } from "./mailed-link.ts";

const linkItem = storedItem({ name: "link", schema: mailedLink.omit({ id: true }) });

/** Permissions name the prefix: who sends mails can add a link, and can read or write nothing else of the table. */
const keyOf = (id: string) => ({ id: `link#${id}` });

/** The links of mails by the hash of their secret; they are in the session table. */
export class MailedLinkTable implements MailedLinks {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  /** @param tableName the session table's */
  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async add({ id, ...link }: MailedLink): Promise<void> {
    const expiresAt = epochSeconds(new Date(link.endsAt));
    await this.#db.send(
      new PutCommand({
        TableName: this.#tableName,
        Item: { ...keyOf(id), ...linkItem.version, type: "link", ...link, expiresAt },
        ConditionExpression: "attribute_not_exists(id)",
      }),
    );
  }

  async find(id: string): Promise<MailedLink | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: keyOf(id), ConsistentRead: true }),
    );
    return Item && { id, ...linkItem.parse(Item) };
  }

  use(id: string, at: Date): Promise<boolean> {
    return unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: keyOf(id),
          UpdateExpression: "SET usedAt = :at",
          ConditionExpression: "attribute_exists(id) AND attribute_not_exists(usedAt)",
          ExpressionAttributeValues: { ":at": at.toISOString() },
        }),
      ),
    );
  }
}
