import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { type TransactionStep, unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import {
  type Document,
  type Documents,
  document,
  type Papers,
  type Revocation,
  revocation,
} from "./document.ts";

const documentItem = storedItem({ name: "document", schema: document });
const revocationItem = storedItem({ name: "document-revocation", schema: revocation });
const isNew = "attribute_not_exists(id)";

/** Papers in DynamoDB, by the hash of their token, and beside them which numbers are withdrawn. None has what it says. */
export class DocumentTable implements Documents {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async find(hash: string): Promise<Document | undefined> {
    const item = await this.#get(hash);
    if (!item) return undefined;
    const found = documentItem.parse(item);
    const revokedAt = found.revokedAt ?? (await this.revokedAt(found));
    return { ...found, ...(revokedAt !== undefined && { revokedAt }) };
  }

  async add(hash: string, issued: Document & { readonly personId: string }): Promise<boolean> {
    const Item = { ...issued, ...documentItem.version, type: "document", id: hash };
    const put = new PutCommand({ TableName: this.#tableName, Item, ConditionExpression: isNew });
    return await unlessConditionFails(this.#db.send(put));
  }

  async revokedAt(papers: Papers): Promise<string | undefined> {
    const item = await this.#get(revocationKey(papers));
    return item && revocationItem.parse(item).revokedAt;
  }

  revoking(revoked: Revocation & { readonly personId: string }): TransactionStep {
    const id = revocationKey(revoked);
    const Item = { ...revoked, ...revocationItem.version, type: "document-revocation", id };
    const Put = { TableName: this.#tableName, Item, ConditionExpression: isNew };
    return { write: { Put }, taken: "document-revoked" };
  }

  async #get(id: string): Promise<Record<string, unknown> | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: { id }, ConsistentRead: true }),
    );
    return Item;
  }
}

/** No hash of a token is like it. */
function revocationKey({ kind, number, series }: Papers): string {
  return ["revoked", kind, ...(series === undefined ? [] : [series]), number].join("#");
}
