import { type DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import { type Approval, type ApprovalId, approvalId, personOf } from "#shared/access/approval.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { requestItem, requestKey } from "#shared/employee/employee-item.ts";
import { epochSeconds } from "#shared/runtime/clock.ts";
import type { TransactionStep } from "#shared/runtime/conditional-write.ts";
import type { PhotoRequests } from "./photo-requests.ts";

/** Beside the records, as the marks of requests are, whose form it has: its digest is the approval's id. DynamoDB deletes it when nobody can decide it any more. */
export class PhotoRequestTable implements PhotoRequests {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  /** @param tableName the employee table's */
  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async newest(id: EmployeeId): Promise<ApprovalId | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: keyOf(id), ConsistentRead: true }),
    );
    return Item && approvalId.parse(requestItem.parse(Item).digest);
  }

  noting(asked: Approval, seen: ApprovalId | undefined): TransactionStep {
    const item = {
      ...{ ...keyOf(personOf(asked)), digest: asked.id, ...requestItem.version, type: "request" },
      ...{ employeeId: asked.subject.id, revision: asked.subject.revision },
      expiresAt: epochSeconds(new Date(asked.until)),
    };
    return {
      write: { Put: { TableName: this.#tableName, Item: item, ...isStill(seen) } },
      taken: "change-asked",
    };
  }

  unchanged(id: EmployeeId, seen: ApprovalId | undefined): TransactionStep {
    const check = { TableName: this.#tableName, Key: keyOf(id), ...isStill(seen) };
    return { write: { ConditionCheck: check }, taken: "record-changed" };
  }
}

const keyOf = (id: EmployeeId) => ({ id: requestKey(`photo-${id}`) });

/** What was read may be deleted meanwhile: its time was over. */
function isStill(seen: ApprovalId | undefined) {
  const isNone = "attribute_not_exists(id)";
  return seen === undefined
    ? { ConditionExpression: isNone }
    : {
        ConditionExpression: `${isNone} OR digest = :seen`,
        ExpressionAttributeValues: { ":seen": seen },
      };
}
