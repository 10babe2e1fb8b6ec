import { expect, test } from "vitest";
import type { Decree } from "#shared/decree/decree.ts";
import { type Decrees, decreeShards } from "#shared/decree/decrees.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";

export const aDecree: Decree = {
  ...{ id: "dec_1", employeeId: "emp_siti", instansiId: "ins_contoh", kind: "promotion" },
  ...{
    skNumber: "823/12/2027",
    skDate: "2027-01-12",
    tmt: "2027-04-01",
    reason: "Kenaikan pangkat",
  },
  ...{ from: { golongan: "III/a" }, to: { golongan: "III/b" } },
  ...{ askedBy: "emp_budi", approvedBy: "emp_rahayu", decidedAt: "2027-01-15T02:00:00.000Z" },
  ...{ actsAt: "2027-03-31T17:00:00.000Z", state: "waiting", revision: 1 },
};

/** What every table of decrees does, the fake and the real one. `make` gives an empty table, and what writes a transaction to it. */
export function decreeTableContract(
  make: () => Promise<{
    readonly decrees: Decrees;
    write(first: JoinedWrite, ...more: readonly JoinedWrite[]): Promise<void>;
  }>,
): void {
  const due = async (decrees: Decrees, at: string) => {
    const found: string[] = [];
    for (const shard of decreeShards)
      for await (const page of decrees.due(shard, new Date(at)))
        found.push(...page.map(({ id }) => id));
    return found;
  };

  test("a decree is added once and found by its person", async () => {
    const { decrees, write } = await make();
    await write(decrees.adding(aDecree));

    await expect(write(decrees.adding(aDecree))).rejects.toMatchObject({
      code: "request-repeated",
    });
    expect(await decrees.find("emp_siti", "dec_1")).toEqual(aDecree);
    expect(await decrees.find("emp_budi", "dec_1")).toBeUndefined();
    expect(await decrees.of("emp_siti")).toEqual([aDecree]);
  });

  test("of two changes of one revision one is made", async () => {
    const { decrees, write } = await make();
    await write(decrees.adding(aDecree));
    const acted = { ...aDecree, state: "acted", revision: 2 } as const;
    await write(decrees.replacing(acted));

    await expect(
      decrees.replace({ ...aDecree, state: "withdrawn", revision: 2 }),
    ).rejects.toMatchObject({ code: "decree-over" });
    expect(await decrees.of("emp_siti")).toEqual([acted]);
  });

  test("what waits is due from its instant on, in the order of days and decisions, until it is over", async () => {
    const { decrees, write } = await make();
    const second = { ...aDecree, id: "dec_0", decidedAt: "2027-01-16T02:00:00.000Z" } as const;
    const later = { ...aDecree, id: "dec_2", actsAt: "2027-04-30T17:00:00.000Z" } as const;
    await write(decrees.adding(later), decrees.adding(second), decrees.adding(aDecree));

    expect(await due(decrees, "2027-03-31T16:59:59.999Z")).toEqual([]);
    expect(await due(decrees, aDecree.actsAt)).toEqual(["dec_1", "dec_0"]);
    await decrees.replace({ ...aDecree, state: "stuck", obstacle: "refused", revision: 2 });
    expect(await due(decrees, aDecree.actsAt)).toEqual(["dec_0"]);
    await decrees.replace({ ...second, actsAt: later.actsAt, revision: 2 });
    expect(await due(decrees, aDecree.actsAt)).toEqual([]);
    expect(await due(decrees, later.actsAt)).toEqual(["dec_2", "dec_0"]);
  });

  test("an agency lists what waits, is stuck, or is a leave that ends, by day and in parts", async () => {
    const { decrees, write } = await make();
    const leave = {
      ...aDecree,
      ...({ id: "dec_5", kind: "position", state: "acted", until: "2027-02-01" } as const),
    };
    const stuck = { ...aDecree, id: "dec_6", state: "stuck", tmt: "2027-03-01" } as const;
    const acted = { ...aDecree, id: "dec_7", state: "acted" } as const;
    const others = { ...aDecree, id: "dec_8", instansiId: "ins_lain" } as const;
    for (const each of [aDecree, leave, stuck, acted, others]) await write(decrees.adding(each));

    const first = await decrees.listed("ins_contoh", { limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual(["dec_5", "dec_6"]);
    const rest = await decrees.listed("ins_contoh", { limit: 2, from: first.next });
    expect(rest).toEqual({ items: [aDecree], next: undefined });
  });
}
