import { expect, test } from "vitest";
import type { MailedCodes } from "#shared/account/mailed-code.ts";
import { accountIdOf, emptyState } from "#shared/session/account-state.ts";
import type { ContactChanges } from "#shared/session/contact-change.ts";
import type { Sessions } from "#shared/session/sessions.ts";
import type { OwnAddresses } from "#shared/session/tell-contact.ts";
import { anEmployee } from "./builders.ts";

interface Tables {
  readonly codes: MailedCodes;
  readonly contactChanges: ContactChanges;
  readonly sessions: Sessions;
  readonly ownAddresses: OwnAddresses;
}

/** What the one read of an own address does, the fake and the real one. `make` gives empty tables each time. */
export function ownAddressTableContract(make: () => Promise<Tables>): void {
  const siti = anEmployee();
  const budi = anEmployee({ id: "emp_budi", nip: anEmployee().nip });

  test("nothing waits for an address of which nothing was asked", async () => {
    const { ownAddresses } = await make();

    expect(await ownAddresses.find(siti)).toEqual({
      account: emptyState(accountIdOf(siti.nip)),
      changes: [],
    });
  });

  test("a code that was asked for, a change that waits and the account's state are found together", async () => {
    const { ownAddresses, codes, contactChanges, sessions } = await make();
    const at = "2026-11-21T03:00:00.000Z";
    const asked = { employeeId: siti.id, address: "baru@contoh.example", askedAt: at, endsAt: at };
    await codes.ask({ ...asked, purpose: "new-email", askId: "ask_1" });
    await codes.ask({ ...asked, purpose: "counter", askId: "ask_2" });
    const change = { employeeId: siti.id, askedAt: at, effectiveFrom: at };
    await contactChanges.set({ ...change, field: "email", id: "chg_1", to: asked.address });
    await contactChanges.set({ ...change, field: "phone", id: "chg_2", to: "0813 1111 2222" });
    const permit = { id: "browser", endsAt: at };
    await sessions.endAll(accountIdOf(siti.nip), permit, new Date(at));

    expect(await ownAddresses.find(siti)).toMatchObject({
      asked: { askId: "ask_1", address: "baru@contoh.example" },
      changes: expect.arrayContaining([
        expect.objectContaining({ id: "chg_1" }),
        expect.objectContaining({ id: "chg_2" }),
      ]),
      account: { validFrom: at },
    });
    expect(await ownAddresses.find(budi)).not.toHaveProperty("asked");
    expect((await ownAddresses.find(budi)).changes).toEqual([]);
  });
}
