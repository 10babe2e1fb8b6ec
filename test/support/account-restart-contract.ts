import { expect, test } from "vitest";
import type { AccountRecords, AccountSummary } from "#shared/account/account-record.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { anAuthenticator } from "./account-table-contract.ts";

const siti = { id: "emp_siti", instansiId: "ins_contoh" } as const;
const later = new Date("2026-11-26T04:00:00.000Z");

/** What becomes of an account under another number: the same in memory and in DynamoDB. */
export function accountRestartContract({
  make,
  write,
}: {
  make(): Promise<AccountRecords>;
  /** A part of a transaction, alone in it. */
  write(step: JoinedWrite): Promise<void>;
}): void {
  const registered = async () => {
    const table = await make();
    await table.register(siti, anAuthenticator);
    await write(table.askingMfaReset(siti.id, { id: "apr_1" }));
    const seen = await table.summary(siti.id);
    if (!seen) throw new Error("The account is not there.");
    return { table, seen };
  };
  const begun = (seen: AccountSummary, table: AccountRecords) =>
    write(table.restarting(siti, seen, later));

  test("an account that begins anew is not activated, and forgets its authenticator when it is", async () => {
    const { table, seen } = await registered();
    await begun(seen, table);

    const summary = await table.summary(siti.id);
    expect(summary).toMatchObject({ state: "not-activated" });
    expect(summary?.mfaReset).toBeUndefined();
    const listed = { id: siti.id, since: later.toISOString() };
    expect(await table.list("ins_contoh#not-activated", { limit: 9 })).toEqual([listed]);

    await table.activate(siti, later);
    const activated = await table.find(siti.id);
    expect(activated).toMatchObject({ state: "no-authenticator" });
    expect(activated?.authenticatorKey).toBeUndefined();
    expect(activated?.recoveryCodes).toBeUndefined();
  });

  test("it does not when it has moved since, or is frozen", async () => {
    const { table, seen } = await registered();
    const raced = { code: "decision-raced" };
    await expect(begun({ ...seen, state: "no-authenticator" }, table)).rejects.toMatchObject(raced);
    const frozen = { at: later.toISOString(), by: siti.id, reason: "Bukan saya" };
    await table.markFrozen(siti, frozen, later);

    await expect(begun(seen, table)).rejects.toMatchObject(raced);
    expect(await table.summary(siti.id)).toMatchObject({ state: "ready", frozen });
  });
}
