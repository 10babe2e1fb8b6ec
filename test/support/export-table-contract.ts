import { expect, test } from "vitest";
import type { Export } from "#shared/export/export.ts";
import type { Exports } from "#shared/export/exports.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";

const now = "2026-11-26T03:00:00.000Z";
const later = new Date("2026-11-26T03:05:00.000Z");
const approvalId = "apr_0123456789abcdefghjkmnpqrs";

export function anExport(change: Partial<Export> = {}): Export {
  return {
    id: "exp_0123456789abcdefghjkmnpqrs",
    officerId: "emp_budi",
    instansiId: "ins_contoh",
    ...{ q: "", format: "xlsx", state: "waiting", written: 0, unreadable: 0 },
    ...{ requestedAt: now, updatedAt: now, endsAt: "2026-11-27T03:00:00.000Z" },
    ...change,
  };
}

/** What every export table does, the fake and the real one. `make` gives an empty table each time. Long: one test for each promise. */
export function exportTableContract(
  make: () => Promise<{ exports: Exports; write(step: JoinedWrite): Promise<void> }>,
): void {
  const item = anExport();
  const added = async (change: Partial<Export> = {}) => {
    const made = await make();
    await made.exports.add(anExport(change));
    return { ...made, found: () => made.exports.find(item.id) };
  };

  test("an export is found as it was added, and stays so when it is added again", async () => {
    const campaign = { id: "cmp_1", title: "Pemutakhiran surel" } as const;
    const filter = { units: ["Dinas Kesehatan"], status: "active", campaign } as const;
    const { exports, found } = await added(filter);
    expect(await found()).toEqual(anExport(filter));
    await exports.advance(item.id, { state: "writing", written: 5 }, later);
    await exports.add(item);

    expect(await found()).toMatchObject({ written: 5, updatedAt: later.toISOString() });
    expect(await exports.find("exp_other")).toBeUndefined();
  });

  test.each(["ready", "large", "asked"] as const)(
    "one that is %s goes no further by itself",
    async (state) => {
      const { exports, found } = await added({ state });
      await exports.advance(item.id, { state: "writing", written: 9 }, later);

      expect(await found()).toMatchObject({ state, written: 0 });
    },
  );

  test("progress of an export that has gone brings nothing back", async () => {
    const { exports } = await make();
    await exports.advance(item.id, { state: "ready" }, later);

    expect(await exports.find(item.id)).toBeUndefined();
  });

  test("it is sent on its way again once, as it was seen", async () => {
    const { exports, found } = await added({ state: "failed", written: 7 });
    const seen = (await found()) ?? item;

    expect([await exports.restart(seen, later), await exports.restart(seen, later)]).toEqual([
      true,
      false,
    ]);
    expect(await found()).toMatchObject({ state: "waiting", written: 0 });
  });

  test("a second person is asked, and agrees to what was asked", async () => {
    const { exports, write, found } = await added({ state: "large", total: 501 });
    const endsAt = "2026-12-04T03:00:00.000Z";
    const seen = (await found()) ?? item;
    const agreed = { approvalId, by: "emp_rahayu", at: later } as const;
    await expect(write(exports.agreeing(item.id, agreed))).rejects.toThrow(
      "approval-subject-changed",
    );
    await write(exports.asking(seen, { approvalId, endsAt }, later));
    await expect(write(exports.asking(seen, { approvalId, endsAt }, later))).rejects.toThrow(
      "record-changed",
    );
    const other = { ...agreed, approvalId: "apr_other" } as const;
    await expect(write(exports.agreeing(item.id, other))).rejects.toThrow(
      "approval-subject-changed",
    );
    await write(exports.agreeing(item.id, agreed));

    expect(await found()).toMatchObject({
      ...{ state: "approved", approvedBy: "emp_rahayu" },
      approvalId,
      endsAt,
    });
  });

  test("an officer's own are listed newest first, those that are over left out", async () => {
    const { exports } = await make();
    for (const [i, endsAt] of [
      "2026-11-27T00:00:00.000Z",
      "2026-12-01T00:00:00.000Z",
      now,
    ].entries())
      await exports.add(
        anExport({ id: `exp_${i}`, requestedAt: `2026-11-26T0${i}:00:00.000Z`, endsAt }),
      );
    await exports.add(anExport({ id: "exp_9", officerId: "emp_rahayu" }));

    const listed = await exports.ofOfficer("emp_budi", new Date(now), 9);
    expect(listed.map(({ id }) => id)).toEqual(["exp_1", "exp_0"]);
  });
}
