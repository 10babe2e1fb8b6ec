import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { epochSeconds } from "#shared/runtime/clock.ts";
import { type TransactionStep, unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import {
  type AccountState,
  accountState,
  afterFreeze,
  afterReset,
  afterUnfreeze,
  type EnrolmentPermit,
  emptyState,
  endOfAccount,
  type Freeze,
  outcomeOf,
  withoutOthers,
  withoutSessions,
  withRenewed,
  withSession,
} from "./account-state.ts";
import { endsOf, type Session, sessionSchema } from "./session.ts";
import type { SessionOutcome, Sessions } from "./sessions.ts";
import { unfrozen } from "./unfrozen.ts";

const sessionItem = storedItem({ name: "session", schema: sessionSchema.omit({ id: true }) });
export const accountStateItem = storedItem({
  name: "account",
  schema: accountState.omit({ id: true }),
});

/** Permissions use this prefix: a function that reads sessions cannot read accounts or challenges (auth-challenge-table.ts). */
const sessionKey = (id: string) => ({ id: `session#${id}` });
export const accountStateKeyOf = (id: string) => ({ id: `account#${id}` });

/** Of two logins of one account at the same moment, one fails and is written again. */
const tries = 5;

type Writes = NonNullable<TransactWriteCommandInput["TransactItems"]>;

/** Sessions by the hash of their cookie, and the state of each account. Every read is strongly consistent. */
export class SessionTable implements Sessions {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async add(session: Session, now: Date): Promise<SessionOutcome> {
    let outcome: SessionOutcome = "added";
    await this.#change(session.accountId, now, (state) => {
      outcome = outcomeOf(session, state);
      if (outcome !== "added") return undefined;
      const { next, ended } = withSession(state, session, now);
      return { next, writes: [this.#addition(session), ...this.#deletions(ended)] };
    });
    return outcome;
  }

  async find(id: string): Promise<Session | undefined> {
    const item = await this.#get(sessionKey(id));
    return item && { id, ...sessionItem.parse(item) };
  }

  async touch(id: string, at: Date): Promise<void> {
    await unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: sessionKey(id),
          UpdateExpression: "SET lastSeenAt = :at",
          ConditionExpression: "attribute_exists(id)",
          ExpressionAttributeValues: { ":at": at.toISOString() },
        }),
      ),
    );
  }

  async remove({ id, accountId }: Pick<Session, "id" | "accountId">): Promise<void> {
    await this.#db.send(new DeleteCommand({ TableName: this.#tableName, Key: sessionKey(id) }));
    await unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: accountStateKeyOf(accountId),
          UpdateExpression: "REMOVE sessions.#id ADD version :one",
          ConditionExpression: "attribute_exists(sessions.#id)",
          ExpressionAttributeNames: { "#id": id },
          ExpressionAttributeValues: { ":one": 1 },
        }),
      ),
    );
  }

  async endOthers({ id, accountId }: Pick<Session, "id" | "accountId">, now: Date): Promise<void> {
    await this.#change(accountId, now, (state) => {
      const { next, ended } = withoutOthers(state, id);
      return ended.length > 0 ? { next, writes: this.#deletions(ended) } : undefined;
    });
  }

  renew(
    { id: kept, accountId }: Pick<Session, "id" | "accountId">,
    next: Session,
    now: Date,
  ): Promise<boolean> {
    return this.#change(accountId, now, (state) => {
      const after = withRenewed(state, { kept, next }, now);
      const ended = this.#deletions(Object.keys(state.sessions));
      return after && { next: after, writes: [this.#addition(next), ...ended] };
    });
  }

  async findAccount(id: string): Promise<AccountState> {
    const item = await this.#get(accountStateKeyOf(id));
    return item ? { id, ...accountStateItem.parse(item) } : emptyState(id);
  }

  async endAll(accountId: string, permit: EnrolmentPermit, now: Date): Promise<void> {
    await this.#change(accountId, now, (state) => ({
      next: afterReset(state, permit, now),
      writes: this.#deletions(Object.keys(state.sessions)),
    }));
  }

  async ending(accountId: string, now: Date): Promise<readonly TransactionStep[]> {
    return await this.#joined(accountId, now, (state) => withoutSessions(state, now));
  }

  async freeze(accountId: string, frozen: Freeze): Promise<void> {
    await this.#change(accountId, new Date(frozen.at), (state) => ({
      next: afterFreeze(state, frozen),
      writes: this.#deletions(Object.keys(state.sessions)),
    }));
  }

  async freezing(accountId: string, frozen: Freeze): Promise<readonly TransactionStep[]> {
    const now = new Date(frozen.at);
    return await this.#joined(accountId, now, (state) => afterFreeze(state, frozen));
  }

  unfrozen(accountId: string): TransactionStep {
    return unfrozen(this.#tableName, accountStateKeyOf(accountId));
  }

  unfreeze(accountId: string, { at }: Pick<Freeze, "at">, now: Date): Promise<boolean> {
    return this.#change(accountId, now, (state) =>
      state.frozen?.at === at ? { next: afterUnfreeze(state, now), writes: [] } : undefined,
    );
  }

  async unfreezing(
    accountId: string,
    { at }: Pick<Freeze, "at">,
    now: Date,
  ): Promise<readonly TransactionStep[]> {
    return await this.#joined(accountId, now, (state) => {
      if (state.frozen?.at !== at) throw new Conflict("decision-raced");
      return afterUnfreeze(state, now);
    });
  }

  async #get(Key: { id: string }): Promise<Record<string, unknown> | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key, ConsistentRead: true }),
    );
    return Item;
  }

  #addition(session: Session): Writes[number] {
    const { id, ...fields } = session;
    const item = { ...sessionKey(id), ...sessionItem.version, type: "session", ...fields };
    const expiresAt = epochSeconds(endsOf(session).endsAt);
    const put = {
      TableName: this.#tableName,
      Item: { ...item, expiresAt },
      ConditionExpression: "attribute_not_exists(id)",
    };
    return { Put: put };
  }

  /** A change of the account and the end of the sessions that it then has no more, for somebody else's transaction. */
  async #joined(
    accountId: string,
    now: Date,
    change: (state: AccountState) => AccountState,
  ): Promise<readonly TransactionStep[]> {
    const state = await this.findAccount(accountId);
    const next = change(state);
    const ended = Object.keys(state.sessions).filter((id) => !(id in next.sessions));
    const writes = [this.#put(state, next, now), ...this.#deletions(ended)];
    return writes.map((write) => ({ write, taken: "decision-raced" }));
  }

  #deletions(ids: readonly string[]): Writes {
    return ids.map((id) => ({ Delete: { TableName: this.#tableName, Key: sessionKey(id) } }));
  }

  /** @returns false when `decide` wants no change. @throws when others keep changing the same account */
  async #change(
    accountId: string,
    now: Date,
    decide: (state: AccountState) => { next: AccountState; writes: Writes } | undefined,
  ): Promise<boolean> {
    for (let attempt = 1; ; attempt++) {
      const state = await this.findAccount(accountId);
      const change = decide(state);
      if (!change) return false;
      try {
        await this.#write(state, change, now);
        return true;
      } catch (error) {
        if (!(error instanceof TransactionCanceledException) || attempt === tries) throw error;
      }
    }
  }

  async #write(
    state: AccountState,
    { next, writes }: { next: AccountState; writes: Writes },
    now: Date,
  ): Promise<void> {
    const put = this.#put(state, next, now);
    await this.#db.send(new TransactWriteCommand({ TransactItems: [put, ...writes] }));
  }

  #put({ version }: AccountState, { id, ...fields }: AccountState, now: Date): Writes[number] {
    const endsAt = endOfAccount({ id, ...fields }, now);
    const stored = accountStateItem.version;
    const item = { ...accountStateKeyOf(id), ...stored, type: "account", ...fields };
    const put = {
      TableName: this.#tableName,
      Item: endsAt ? { ...item, expiresAt: epochSeconds(endsAt) } : item,
      ConditionExpression: version === 0 ? "attribute_not_exists(id)" : "version = :seen",
      ...(version > 0 && { ExpressionAttributeValues: { ":seen": version } }),
    };
    return { Put: put };
  }
}
