import { expect, test } from "vitest";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { PresenceKey, PresenceKeys } from "#shared/gate/presence-keys.ts";
import { siti } from "./attendance.ts";

const instansiId = "ins_contoh";

/** Of the curve's own base point (SP 800-186 §3.2.1.3). */
export const basePoint = {
  x: "axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY",
  y: "T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU",
};

export function aPresenceKey(change: Partial<PresenceKey> = {}): PresenceKey {
  return {
    ...{ instansiId, person: siti, device: "0123456789abcdef".repeat(2), ...basePoint },
    ...{ sessionId: "a-hash", registeredAt: "2026-11-21T03:00:00.000Z" },
    ...{ endsAt: "2026-11-21T15:00:00.000Z", revision: 1, ...change },
  };
}

/** What every store of phones' keys does, the fake and the real one. `make` gives an empty one each time. */
export function presenceKeysContract(make: () => Promise<PresenceKeys>): void {
  test("a phone's key is found by its person, until another one takes its place", async () => {
    const keys = await make();
    expect(await keys.find(instansiId, siti)).toBeUndefined();
    expect(await keys.save(aPresenceKey())).toBe(true);
    expect(await keys.find(instansiId, siti)).toEqual(aPresenceKey());
    expect(await keys.find("ins_lain", siti)).toBeUndefined();
    const next = aPresenceKey({ revision: 2, device: "f".repeat(32) });

    expect(await keys.save(aPresenceKey())).toBe(false);
    expect(await keys.save(next)).toBe(true);
    expect(await keys.save(next)).toBe(false);
    expect(await keys.findAll(instansiId, [siti, "emp_budi"])).toEqual(new Map([[siti, next]]));
  });

  test("an agency's keys are listed by people, and no other's", async () => {
    const keys = await make();
    const people: readonly EmployeeId[] = ["emp_c", "emp_a", "emp_b"];
    for (const person of people) await keys.save(aPresenceKey({ person }));
    await keys.save(aPresenceKey({ person: "emp_x", instansiId: "ins_lain" }));
    const found: string[] = [];
    let from: EmployeeId | undefined;
    do {
      const page = await keys.list(instansiId, from);
      found.push(...page.items.map(({ person }) => person));
      from = page.next;
    } while (from !== undefined);

    expect(found).toEqual(["emp_a", "emp_b", "emp_c"]);
  });
}
