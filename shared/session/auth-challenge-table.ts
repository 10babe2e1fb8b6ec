import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { addressHash } from "#shared/account/reset-tries.ts";
import { unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import {
  type AuthChallenge,
  type AuthChallenges,
  askAgainFrom,
  authChallengeSchema,
  maxAsks,
  maxAttempts,
} from "./auth-challenge.ts";

const challengeItem = storedItem({ name: "step", schema: authChallengeSchema });

/** Permissions and stored items name them «step#», so that the function that looks up resets cannot read sessions. */
const keyOf = (id: string) => ({ id: `step#${id}` });

type Change = Pick<UpdateCommandInput, "UpdateExpression" | "ExpressionAttributeValues"> & {
  /** Besides the challenge's existence. */
  ConditionExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
};

/**
 * The auth challenges before a session; they are in the session table. Each change happens once: of two requests at the same
 * time one gets false, because the challenge is gone or has changed.
 */
export class AuthChallengeTable implements AuthChallenges {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  /** @param tableName the session table's */
  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async add({ id, ...challenge }: AuthChallenge): Promise<void> {
    await this.#db.send(
      new PutCommand({
        TableName: this.#tableName,
        Item: {
          ...keyOf(id),
          ...challengeItem.version,
          ...challenge,
          type: "step",
          expiresAt: Math.ceil(Date.parse(challenge.endsAt) / 1000),
        },
        ConditionExpression: "attribute_not_exists(id)",
      }),
    );
  }

  async find(id: string): Promise<AuthChallenge | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: keyOf(id), ConsistentRead: true }),
    );
    return Item && { ...challengeItem.parse(Item), id };
  }

  countAttempt(id: string): Promise<boolean> {
    return this.#change(id, {
      UpdateExpression: "ADD attempts :one",
      ConditionExpression: "attempts < :max",
      ExpressionAttributeValues: { ":one": 1, ":max": maxAttempts },
    });
  }

  keepKey(id: string, kept: { sealedKey: string; cognitoSession: string }): Promise<boolean> {
    return this.#change(id, {
      UpdateExpression: "SET sealedKey = :key, cognitoSession = :session",
      ConditionExpression: "attribute_not_exists(sealedKey)",
      ExpressionAttributeValues: { ":key": kept.sealedKey, ":session": kept.cognitoSession },
    });
  }

  confirmMail(id: string): Promise<boolean> {
    return this.#change(id, {
      UpdateExpression: "REMOVE awaitsMail",
      ConditionExpression: "attribute_exists(awaitsMail)",
    });
  }

  async ask(id: string, email: string, now: Date): Promise<boolean> {
    const asked =
      "SET #state = :asked, email = :email, askedAt = :now, askedFor = :hash ADD asks :one";
    const values = {
      ":asked": "asked",
      ":email": email,
      ":hash": addressHash(email),
      ":now": now.toISOString(),
      ":one": 1,
    };
    const isSame = await this.#change(id, {
      UpdateExpression: asked,
      ConditionExpression:
        "(#state = :checked OR (askedFor = :hash AND askedAt <= :before AND asks < :max))",
      ExpressionAttributeNames: { "#state": "state" },
      ExpressionAttributeValues: {
        ...{ ...values, ":max": maxAsks },
        ":checked": "checked",
        ":before": askAgainFrom(now),
      },
    });
    if (isSame) return true;
    return await this.#change(id, {
      UpdateExpression: `${asked} REMOVE matched`,
      ConditionExpression: "askedFor <> :hash AND asks < :max",
      ExpressionAttributeNames: { "#state": "state" },
      ExpressionAttributeValues: { ...values, ":max": maxAsks },
    });
  }

  match(id: string, email: string): Promise<boolean> {
    return this.#change(id, {
      UpdateExpression: "SET matched = :true",
      ConditionExpression: "#state = :asked AND askedFor = :hash",
      ExpressionAttributeNames: { "#state": "state" },
      ExpressionAttributeValues: {
        ":true": true,
        ":asked": "asked",
        ":hash": addressHash(email),
      },
    });
  }

  settle(id: string, email: string): Promise<boolean> {
    return this.#change(id, {
      UpdateExpression: "SET #state = :settled REMOVE email",
      ConditionExpression: "#state = :asked AND askedFor = :hash",
      ExpressionAttributeNames: { "#state": "state" },
      ExpressionAttributeValues: {
        ":settled": "settled",
        ":asked": "asked",
        ":hash": addressHash(email),
      },
    });
  }

  take(id: string): Promise<boolean> {
    return unlessConditionFails(
      this.#db.send(
        new DeleteCommand({
          TableName: this.#tableName,
          Key: keyOf(id),
          ConditionExpression: "attribute_exists(id)",
        }),
      ),
    );
  }

  #change(id: string, { ConditionExpression, ...change }: Change): Promise<boolean> {
    return unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: keyOf(id),
          ...change,
          ConditionExpression: `attribute_exists(id) AND ${ConditionExpression}`,
        }),
      ),
    );
  }
}
