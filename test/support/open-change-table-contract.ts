import { expect, test } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import type { OpenChanges } from "#shared/employee/open-change.ts";
import { revise } from "#shared/employee/revision.ts";
import { anEntry } from "./audit-table-contract.ts";
import { aNip, anEmployee } from "./builders.ts";

const changedAt = new Date("2026-11-21T03:00:00.000Z");
const siti = anEmployee({ cardChangedAt: changedAt.toISOString() });
const afterSeconds = (seconds: number) => new Date(changedAt.getTime() + seconds * 1000);
const later = afterSeconds(3600);

type Make = () => Promise<{
  employees: Pick<WritableEmployees, "add" | "save">;
  changes: OpenChanges;
}>;

/** What the open changes do beside the records, the fakes and the real tables. `make` gives empty ones each time. */
export function openChangeTableContract(make: Make): void {
  const made = async (...people: Employee[]) => {
    const world = await make();
    for (const each of people)
      await world.employees.add(each, anEntry({ subjectId: each.id, revision: 1 }));
    const due = async (at: Date, limit = 9) => await world.changes.due(at, limit);
    return { ...world, due };
  };
  const next = (change: Partial<Employee>, at = afterSeconds(60)) => {
    const revision = revise(siti, change, { at, actor: { role: "system" }, action: "changed" });
    if (!revision) throw new Error("Nothing changed.");
    return revision;
  };

  test("a new record with a photo has an open change, which is due after two minutes", async () => {
    const { due } = await made(siti);

    expect(await due(afterSeconds(119))).toEqual([]);
    expect(await due(afterSeconds(120))).toEqual([
      {
        id: siti.id,
        revision: 1,
        since: "2026-11-21T03:00:00.000Z",
        dueAt: "2026-11-21T03:02:00.000Z",
      },
    ]);
  });

  test("without a photo there is nothing to draw, and nothing open", async () => {
    const { due } = await made({ ...siti, photoId: undefined });

    expect(await due(later)).toEqual([]);
  });

  test("a save opens the change of its revision in place of an older one", async () => {
    const { employees, due } = await made(siti);
    await employees.save(next({ golongan: "III/b" }));

    expect(await due(later)).toMatchObject([{ revision: 2, dueAt: "2026-11-21T03:03:00.000Z" }]);
  });

  test("a save that leaves the card as it is opens nothing", async () => {
    const { employees, changes, due } = await made(siti);
    await changes.close(siti.id, 1);
    await employees.save(next({ phone: "0812 0000 0000" }));

    expect(await due(later)).toEqual([]);
  });

  test("a save that is refused opens nothing", async () => {
    const { employees, changes, due } = await made(siti);
    await changes.close(siti.id, 1);
    await expect(employees.save({ ...next({ golongan: "III/b" }), seen: 7 })).rejects.toThrow(
      "record-changed",
    );

    expect(await due(later)).toEqual([]);
  });

  test("whoever has drawn a revision closes no newer one", async () => {
    const { employees, changes, due } = await made(siti);
    await employees.save(next({ golongan: "III/b" }));
    await changes.close(siti.id, 1);
    expect(await due(later)).toMatchObject([{ revision: 2 }]);

    await changes.close(siti.id, 3);
    expect(await due(later)).toEqual([]);
    await changes.close(siti.id, 3);
  });

  test("a change is taken by one run, and due again when that run says", async () => {
    const { changes, due } = await made(siti);
    const [change] = await due(later);
    if (!change) throw new Error("Nothing is due.");
    const took = await Promise.all([1, 2].map(() => changes.postpone(change, afterSeconds(7200))));

    expect(took.sort()).toEqual([false, true]);
    expect(await due(later)).toEqual([]);
    expect(await due(afterSeconds(7200))).toHaveLength(1);
  });

  test("what was drawn or changed meanwhile is not taken", async () => {
    const { employees, changes, due } = await made(siti);
    const [change] = await due(later);
    if (!change) throw new Error("Nothing is due.");
    await employees.save(next({ golongan: "III/b" }));

    expect(await changes.postpone(change, later)).toBe(false);
    expect(await changes.giveUp(change, later)).toBe(false);
    await changes.close(siti.id, 2);
    expect(await changes.postpone(change, later)).toBe(false);
    expect(await due(later)).toEqual([]);
  });

  test("what is given up is due no more, until the card changes again", async () => {
    const { employees, changes, due } = await made(siti);
    const [change] = await due(later);
    if (!change) throw new Error("Nothing is due.");

    expect(await changes.giveUp(change, later)).toBe(true);
    expect(await due(afterSeconds(1e6))).toEqual([]);
    await employees.save(next({ golongan: "III/b" }));
    expect(await due(later)).toMatchObject([{ revision: 2 }]);
  });

  test("those that wait longest come first, whatever part of the index they lie in", async () => {
    const people = Array.from({ length: 12 }, (_, i) =>
      anEmployee({
        id: `emp_${i}`,
        nip: aNip(`1985021220100120${String(i + 10)}`),
        email: `orang${i}@contoh.example`,
        cardChangedAt: afterSeconds((i * 7) % 12).toISOString(),
      }),
    );
    const { due } = await made(...people);
    const all = await due(later, 99);

    expect(all).toHaveLength(12);
    expect(all.map(({ since }) => since)).toEqual(all.map(({ since }) => since).toSorted());
    expect(await due(later, 5)).toEqual(all.slice(0, 5));
  });
}
