import type { MailedCodes } from "#shared/account/mailed-code.ts";
import { accountIdOf } from "#shared/session/account-state.ts";
import { newEmailPurpose } from "#shared/session/change-email.ts";
import type { ContactChanges } from "#shared/session/contact-change.ts";
import type { Sessions } from "#shared/session/sessions.ts";
import type { AddressFacts, AddressOwner, OwnAddresses } from "#shared/session/tell-contact.ts";

interface Tables {
  readonly codes: Pick<MailedCodes, "find">;
  readonly contactChanges: Pick<ContactChanges, "of">;
  readonly sessions: Pick<Sessions, "findAccount">;
}

/** What waits for an own address, of the tables it is in; runs the same contract test (own-address-table-contract.ts). */
export class OwnAddressesInMemory implements OwnAddresses {
  readonly #tables: Tables;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  async find({ id: employeeId, nip }: AddressOwner): Promise<AddressFacts> {
    const { codes, contactChanges, sessions } = this.#tables;
    const asked = await codes.find({ employeeId, purpose: newEmailPurpose });
    const changes = await contactChanges.of(employeeId);
    const account = await sessions.findAccount(accountIdOf(nip));
    return { ...(asked && { asked }), changes, account };
  }
}
