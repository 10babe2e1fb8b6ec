import { expect, test } from "vitest";
import type { ContactChange, ContactChanges } from "#shared/session/contact-change.ts";

export const aChange: ContactChange = {
  employeeId: "emp_siti",
  field: "email",
  id: "chg_1",
  to: "siti@baru.example",
  askedAt: "2026-11-21T03:00:00.000Z",
  effectiveFrom: "2026-11-22T03:00:00.000Z",
};
export const aNumber: ContactChange = {
  ...aChange,
  field: "phone",
  id: "chg_4",
  from: "0812 3456 7890",
  to: "0813 1111 2222",
};
const budis: ContactChange = {
  ...aChange,
  employeeId: "emp_budi",
  id: "chg_2",
  effectiveFrom: "2026-11-22T02:00:00.000Z",
};

/** What every table of such changes does, the fake and the real one. `make` gives an empty table each time. */
export function contactChangeTableContract(make: () => Promise<ContactChanges>): void {
  test("a change is found, and a later one takes its place", async () => {
    const changes = await make();
    await changes.set(aChange);
    expect(await changes.of("emp_siti")).toEqual([aChange]);
    expect(await changes.of("emp_budi")).toEqual([]);
    const later = { ...aChange, id: "chg_3", to: "siti@lain.example" };
    await changes.set(later);

    expect(await changes.of("emp_siti")).toEqual([later]);
    expect(await changes.take(aChange)).toBe(false);
  });

  test("a change is taken once, also by many at once", async () => {
    const changes = await make();
    await changes.set(aChange);
    const taken = await Promise.all(Array.from({ length: 5 }, () => changes.take(aChange)));

    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await changes.of("emp_siti")).toEqual([]);
  });

  test("a number waits beside an address, and each is taken alone", async () => {
    const changes = await make();
    await changes.set(aChange);
    await changes.set(aNumber);
    expect(await changes.of("emp_siti")).toEqual([aChange, aNumber]);
    expect(await changes.take({ ...aNumber, field: "email" })).toBe(false);

    expect(await changes.take(aChange)).toBe(true);
    expect(await changes.of("emp_siti")).toEqual([aNumber]);
    expect(await changes.due(new Date(aNumber.effectiveFrom), 9)).toEqual([aNumber]);
  });

  test("those whose time has come are due, oldest first", async () => {
    const changes = await make();
    await changes.set(aChange);
    await changes.set(budis);
    const dueAt = (at: string, limit = 9) => changes.due(new Date(at), limit);

    expect(await dueAt("2026-11-22T01:59:59.999Z")).toEqual([]);
    expect(await dueAt("2026-11-22T02:00:00.000Z")).toEqual([budis]);
    expect(await dueAt("2026-11-22T03:00:00.000Z")).toEqual([budis, aChange]);
    expect(await dueAt("2026-11-22T03:00:00.000Z", 1)).toEqual([budis]);
    await changes.take(budis);
    expect(await dueAt("2026-11-22T03:00:00.000Z")).toEqual([aChange]);
  });
}
