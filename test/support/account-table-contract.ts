import { expect, test } from "vitest";
import type { AccountRecords } from "#shared/account/account-record.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";

const codes = { salt: "c2FsdA", hashes: ["hash-1", "hash-2"] };
const at = new Date("2026-11-26T03:00:00.000Z");
const later = new Date("2026-11-26T04:00:00.000Z");
export const anAuthenticator = {
  sealedKey: "sealed",
  deviceName: "HP dinas",
  recoveryCodes: codes,
  at,
};
const frozen = { at: at.toISOString(), by: "emp_siti", reason: "Bukan saya" };
const asked = { id: "apr_1" };
const decided = { ...asked, decidedAt: at.toISOString() };
const aReset = { ...decided, effectiveFrom: later.toISOString() };

/** What every account table does, the fake and the real one. Long: the tests of one port. */
export function accountTableContract({
  make,
  write,
}: {
  make(): Promise<AccountRecords>;
  /** A part of a transaction, alone in it. */
  write(step: JoinedWrite): Promise<void>;
}): void {
  const siti = { id: "emp_siti", instansiId: "ins_contoh" } as const;
  const budi = { id: "emp_budi", instansiId: "ins_contoh" } as const;
  const known = { employeeId: siti.id, instansiId: siti.instansiId };
  const idsIn = async (table: AccountRecords, state: string) =>
    (await table.list(`ins_contoh#${state}`, { limit: 9 })).map(({ id }) => id);

  test("who was never added is not there", async () => {
    const table = await make();

    expect(await table.find(siti.id)).toBeUndefined();
    expect(await table.summary(siti.id)).toBeUndefined();
    expect(await table.useStep(siti.id, 1)).toBe(false);
    expect(await table.useRecoveryCode(siti.id, "hash-1")).toBe(false);
    expect(await table.takeMfaReset(siti.id, "apr_1")).toBe(false);
    expect(await table.noteHint(siti.id, { made: 1, recent: [] })).toBe(false);
  });

  test("an account is added, activated, and gets an authenticator", async () => {
    const table = await make();
    await write(table.adding(siti, at));
    expect(await table.find(siti.id)).toEqual({ ...known, state: "not-activated" });
    await table.activate(siti, at);
    expect(await table.find(siti.id)).toEqual({ ...known, state: "no-authenticator" });
    await table.register(siti, anAuthenticator);
    const summary = {
      ...known,
      state: "ready",
      deviceName: "HP dinas",
      registeredAt: at.toISOString(),
      recoveryCodesLeft: 2,
    };

    expect(await table.summary(siti.id)).toEqual(summary);
    expect(await table.find(siti.id)).toEqual({
      ...summary,
      authenticatorKey: "sealed",
      recoveryCodes: { salt: codes.salt, hashes: { "hash-1": true, "hash-2": true } },
    });
  });

  test("what is further stays so when it is added or activated again", async () => {
    const table = await make();
    await table.register(siti, anAuthenticator);
    const before = await table.find(siti.id);
    await expect(write(table.adding(siti, later))).rejects.toThrow("record-changed");
    await table.activate(siti, later);

    expect(await table.find(siti.id)).toEqual(before);
  });

  test("an account that was made before there was a table is activated all the same", async () => {
    const table = await make();
    await table.activate(siti, at);

    expect(await table.find(siti.id)).toEqual({ ...known, state: "no-authenticator" });
  });

  test("an authenticator from before there was a table is known after a login", async () => {
    const table = await make();
    await table.confirmReady(siti, at);
    expect(await table.find(siti.id)).toEqual({ ...known, state: "ready" });
    await table.register(siti, anAuthenticator);
    const before = await table.find(siti.id);
    await table.confirmReady(siti, later);

    expect(await table.find(siti.id)).toEqual(before);
  });

  test("a code of a time step is taken once, and none of an earlier one after it", async () => {
    const table = await make();
    await table.register(siti, anAuthenticator);
    const taken = await Promise.all([table.useStep(siti.id, 9), table.useStep(siti.id, 9)]);

    expect(taken.sort()).toEqual([false, true]);
    expect(await table.useStep(siti.id, 8)).toBe(false);
    expect(await table.useStep(siti.id, 10)).toBe(true);
  });

  test("a recovery code is taken once", async () => {
    const table = await make();
    await table.register(siti, anAuthenticator);
    const use = () => table.useRecoveryCode(siti.id, "hash-1");

    expect((await Promise.all([use(), use()])).sort()).toEqual([false, true]);
    expect(await table.useRecoveryCode(siti.id, "hash-3")).toBe(false);
    expect(await table.summary(siti.id)).toMatchObject({ recoveryCodesLeft: 1 });
  });

  test("new recovery codes end the old ones", async () => {
    const table = await make();
    await table.register(siti, anAuthenticator);
    await table.replaceRecoveryCodes(siti.id, { salt: "cw", hashes: ["hash-3"] });

    expect(await table.useRecoveryCode(siti.id, "hash-1")).toBe(false);
    expect(await table.useRecoveryCode(siti.id, "hash-3")).toBe(true);
  });

  test("of two who note a hint at once, one is told", async () => {
    const table = await make();
    await table.register(siti, anAuthenticator);
    const first = { step: 1, at: at.toISOString() };
    const note = () => table.noteHint(siti.id, { made: 1, recent: [first] });
    expect((await Promise.all([note(), note()])).sort()).toEqual([false, true]);
    const both = { made: 2, recent: [first, { ...first, step: 2 }] };

    expect(await table.noteHint(siti.id, { ...both, made: 3 })).toBe(false);
    expect(await table.noteHint(siti.id, both)).toBe(true);
    expect(await table.find(siti.id)).toMatchObject({ clockHints: both });
  });

  test("an account without its authenticator keeps nothing of it", async () => {
    const table = await make();
    await table.register(siti, anAuthenticator);
    await write(table.askingMfaReset(siti.id, asked));
    await table.useStep(siti.id, 9);
    await table.dropAuthenticator(siti, later);

    expect(await table.find(siti.id)).toEqual({ ...known, state: "no-authenticator" });
  });

  test("a reset of the second factor is taken by one", async () => {
    const table = await make();
    await table.register(siti, anAuthenticator);
    await write(table.askingMfaReset(siti.id, asked));
    await write(table.decidingMfaReset(siti.id, aReset));
    expect(await table.summary(siti.id)).toMatchObject({ mfaReset: aReset });
    expect(await table.takeMfaReset(siti.id, "apr_2")).toBe(false);
    const take = () => table.takeMfaReset(siti.id, aReset.id);

    expect((await Promise.all([take(), take()])).sort()).toEqual([false, true]);
    expect((await table.summary(siti.id))?.mfaReset).toBeUndefined();
  });

  test("a reset that is decided begins once, and no other one", async () => {
    const table = await make();
    const start = (id: string, from = later) =>
      table.startMfaReset(siti.id, id, from.toISOString());
    const reset = async () => (await table.summary(siti.id))?.mfaReset;
    await start(asked.id);
    expect(await table.summary(siti.id)).toBeUndefined();
    await table.register(siti, anAuthenticator);
    await write(table.askingMfaReset(siti.id, asked));
    await start(asked.id);
    expect(await reset()).toEqual(asked);
    await write(table.decidingMfaReset(siti.id, decided));
    await start("apr_2");
    expect(await reset()).toEqual(decided);
    for (const from of [later, at]) await start(asked.id, from);
    expect(await reset()).toEqual(aReset);
  });

  test("a reset takes the place of one that nobody decided, and of no other", async () => {
    const table = await make();
    const another = { id: "apr_2" };
    const isPending = { code: "mfa-reset-pending" };
    await expect(write(table.askingMfaReset(siti.id, asked))).rejects.toMatchObject(isPending);
    await table.register(siti, anAuthenticator);
    await write(table.askingMfaReset(siti.id, another));
    await write(table.askingMfaReset(siti.id, asked));
    expect(await table.summary(siti.id)).toMatchObject({ mfaReset: asked });
    await write(table.decidingMfaReset(siti.id, aReset));

    await expect(write(table.askingMfaReset(siti.id, another))).rejects.toMatchObject(isPending);
    expect(await table.summary(siti.id)).toMatchObject({ mfaReset: aReset });
  });

  test("what was asked for anew, taken away or decided is not decided", async () => {
    const table = await make();
    await table.register(siti, anAuthenticator);
    const decide = () => write(table.decidingMfaReset(siti.id, aReset));
    const isChanged = { code: "approval-subject-changed" };
    await expect(decide()).rejects.toMatchObject(isChanged);
    await write(table.askingMfaReset(siti.id, { id: "apr_2" }));
    await expect(decide()).rejects.toMatchObject(isChanged);
    await write(table.askingMfaReset(siti.id, asked));
    await decide();
    await expect(decide()).rejects.toMatchObject(isChanged);
    await table.takeMfaReset(siti.id, asked.id);
    await expect(decide()).rejects.toMatchObject(isChanged);

    expect((await table.summary(siti.id))?.mfaReset).toBeUndefined();
  });

  test("the lists of an agency have who is not activated, has no authenticator, or is frozen", async () => {
    const table = await make();
    await write(table.adding(siti, at));
    await write(table.adding(budi, later));
    await write(table.adding({ id: "emp_elsewhere", instansiId: "ins_lain" }, at));
    expect(await idsIn(table, "not-activated")).toEqual([siti.id, budi.id]);
    await table.activate(siti, later);
    expect(await idsIn(table, "not-activated")).toEqual([budi.id]);
    expect(await idsIn(table, "no-authenticator")).toEqual([siti.id]);
    await table.register(siti, anAuthenticator);
    expect(await idsIn(table, "no-authenticator")).toEqual([]);
    await table.markFrozen(siti, frozen, later);
    expect(await idsIn(table, "frozen")).toEqual([siti.id]);
    expect(await table.summary(siti.id)).toMatchObject({ state: "ready", frozen });
    // A new authenticator unfreezes nobody.
    await table.register(siti, anAuthenticator);
    expect(await idsIn(table, "frozen")).toEqual([siti.id]);
    await table.markFrozen(siti, undefined, later);

    expect(await idsIn(table, "frozen")).toEqual([]);
  });

  test("a list is read page by page", async () => {
    const table = await make();
    await write(table.adding({ id: "emp_c", instansiId: "ins_contoh" }, later));
    // Both at once: none is skipped, and none comes twice.
    for (const id of ["emp_a", "emp_b"] as const)
      await write(table.adding({ id, instansiId: "ins_contoh" }, at));
    const list = "ins_contoh#not-activated";
    const first = await table.list(list, { limit: 2 });
    const second = await table.list(list, { limit: 2, after: first[1] });
    const single = await table.list(list, { limit: 1 });
    const rest = await table.list(list, { limit: 9, after: single[0] });

    expect(first.map(({ since }) => since)).toEqual([at.toISOString(), at.toISOString()]);
    expect(second).toEqual([{ id: "emp_c", since: later.toISOString() }]);
    expect([...single, ...rest].map(({ id }) => id).sort()).toEqual(["emp_a", "emp_b", "emp_c"]);
    expect(await table.list(list, { limit: 2, after: second[0] })).toEqual([]);
  });
}
