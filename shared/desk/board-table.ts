import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import { type Board, type Boards, board } from "./board.ts";

const boardItem = storedItem({ name: "quality-board", schema: board });

/** The boards of all agencies, in a partition of their own: one is written in a night and read when an officer comes to work. */
const boardKind = "quality";

/** Counts of data quality in DynamoDB. They lie in the agency table, one for each agency. */
export class BoardTable implements Boards {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  /** @param tableName the agency table's */
  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async find(instansiId: string): Promise<Board | undefined> {
    const key = { kind: boardKind, id: instansiId };
    const { Item } = await this.#db.send(new GetCommand({ TableName: this.#tableName, Key: key }));
    return Item && boardItem.parse(Item);
  }

  async put(counted: Board): Promise<void> {
    const key = { kind: boardKind, id: counted.instansiId };
    await unlessConditionFails(
      this.#db.send(
        new PutCommand({
          TableName: this.#tableName,
          Item: { ...counted, ...boardItem.version, ...key },
          ConditionExpression: "attribute_not_exists(id) OR asOf < :asOf",
          ExpressionAttributeValues: { ":asOf": counted.asOf },
        }),
      ),
    );
  }
}
