import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import { type Document, type Documents, document } from "./document.ts";

const documentItem = storedItem({ name: "document", schema: document });

/** Papers in DynamoDB, by the hash of their token. None has what it says. */
export class DocumentTable implements Documents {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async find(hash: string): Promise<Document | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: { id: hash }, ConsistentRead: true }),
    );
    return Item && documentItem.parse(Item);
  }

  async add(hash: string, issued: Document & { readonly personId: string }): Promise<boolean> {
    const Item = { ...issued, ...documentItem.version, type: "document", id: hash };
    const ConditionExpression = "attribute_not_exists(id)";
    return await unlessConditionFails(
      this.#db.send(new PutCommand({ TableName: this.#tableName, Item, ConditionExpression })),
    );
  }
}
