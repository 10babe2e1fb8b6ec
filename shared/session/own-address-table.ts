import { BatchGetCommand, type DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { mailedCodeItem, mailedCodeKeyOf } from "#shared/account/mailed-code-table.ts";
import { Busy } from "#shared/runtime/errors.ts";
import { accountIdOf, emptyState } from "./account-state.ts";
import { newEmailPurpose } from "./change-email.ts";
import { contactFields } from "./contact-change.ts";
import { contactChangeItem } from "./contact-change-table.ts";
import { accountStateItem, accountStateKeyOf } from "./session-table.ts";
import type { AddressFacts, AddressOwner, OwnAddresses } from "./tell-contact.ts";

/** After how many seconds to try again when DynamoDB has no capacity. */
const busySeconds = 5;

/** What waits for a holder's own address: four items of two tables in one request, so that the page costs no more than others. */
export class OwnAddressTable implements OwnAddresses {
  readonly #db: DynamoDBDocumentClient;
  readonly #names: { readonly sessions: string; readonly contactChanges: string };

  constructor(
    db: DynamoDBDocumentClient,
    names: { readonly sessions: string; readonly contactChanges: string },
  ) {
    this.#db = db;
    this.#names = names;
  }

  async find({ id: employeeId, nip }: AddressOwner): Promise<AddressFacts> {
    const { sessions, contactChanges } = this.#names;
    const accountId = accountIdOf(nip);
    const code = mailedCodeKeyOf({ employeeId, purpose: newEmailPurpose });
    const { Responses = {}, UnprocessedKeys = {} } = await this.#db.send(
      new BatchGetCommand({
        RequestItems: {
          [sessions]: { Keys: [code, accountStateKeyOf(accountId)], ConsistentRead: true },
          [contactChanges]: {
            Keys: contactFields.map((field) => ({ employeeId, field })),
            ConsistentRead: true,
          },
        },
      }),
    );
    if (Object.keys(UnprocessedKeys).length > 0) throw new Busy(busySeconds);
    const found = Responses[sessions] ?? [];
    const asked = found.find(({ id }) => id === code.id);
    const account = found.find(({ id }) => id !== code.id);
    return {
      ...(asked && { asked: mailedCodeItem.parse(asked) }),
      changes: (Responses[contactChanges] ?? []).map((item) => contactChangeItem.parse(item)),
      account: account
        ? { id: accountId, ...accountStateItem.parse(account) }
        : emptyState(accountId),
    };
  }
}
