import { expect, test } from "vitest";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { Transfer } from "#shared/transfer/transfer.ts";
import type { Transfers } from "#shared/transfer/transfers.ts";

export const aTransfer: Transfer = {
  ...{ employeeId: "emp_siti", from: "ins_contoh", to: "ins_lain", toName: "Pemerintah Lain" },
  ...{ source: { number: "824/7/2026", day: "2026-11-20" }, reason: "Pindah atas permintaan" },
  ...{ askedBy: "emp_budi", approvedBy: "emp_rahayu" },
  ...{ releasedAt: "2026-11-21T02:00:00.000Z", until: "2026-12-21T02:00:00.000Z", revision: 1 },
};

/** What every table of transfers does, the fake and the real one. `make` gives an empty table, and what writes a transaction to it. */
export function transferTableContract(
  make: () => Promise<{ readonly transfers: Transfers; write(step: JoinedWrite): Promise<void> }>,
): void {
  const now = new Date("2026-11-21T02:00:00.000Z");
  const over = { code: "transfer-over" };

  test("a person has one transfer, and the next one takes its place", async () => {
    const { transfers, write } = await make();
    expect(await transfers.find("emp_siti")).toBeUndefined();
    await write(transfers.writing(aTransfer));

    await expect(write(transfers.writing(aTransfer))).rejects.toMatchObject(over);
    const next = { ...aTransfer, to: "ins_ketiga", revision: 2 };
    await write(transfers.writing(next));
    expect(await transfers.find("emp_siti")).toEqual(next);
  });

  test("of two ends of one revision one is written", async () => {
    const { transfers, write } = await make();
    await write(transfers.writing(aTransfer));
    const endedAt = "2026-11-22T02:00:00.000Z";
    const back = { ...aTransfer, ending: "returned", endedAt, revision: 2 } as const;
    await transfers.save(back, []);

    await expect(write(transfers.writing({ ...back, ending: "moved" }))).rejects.toMatchObject(
      over,
    );
    await expect(transfers.save({ ...back, ending: "withdrawn" }, [])).rejects.toMatchObject(over);
    expect(await transfers.find("emp_siti")).toEqual(back);
  });

  test("a transaction is held to the transfer that was read, or to none", async () => {
    const { transfers, write } = await make();
    const raced = { code: "decision-raced" };
    await write(transfers.unchanged("emp_siti", undefined));
    await expect(write(transfers.unchanged("emp_siti", aTransfer))).rejects.toMatchObject(raced);
    await write(transfers.writing(aTransfer));

    await write(transfers.unchanged("emp_siti", aTransfer));
    await expect(write(transfers.unchanged("emp_siti", undefined))).rejects.toMatchObject(raced);
    await write(transfers.writing({ ...aTransfer, revision: 2 }));
    await expect(write(transfers.unchanged("emp_siti", aTransfer))).rejects.toMatchObject(raced);
  });

  test("an agency has who is released to it in its list, what ends first is first, until it ends", async () => {
    const { transfers, write } = await make();
    const sooner = {
      ...aTransfer,
      employeeId: "emp_sari",
      until: "2026-12-01T02:00:00.000Z",
    } as const;
    await write(transfers.writing(aTransfer));
    await write(transfers.writing(sooner));
    await write(transfers.writing({ ...aTransfer, employeeId: "emp_edi", to: "ins_ketiga" }));
    const arriving = async (at = now, limit = 50) =>
      (await transfers.arriving("ins_lain", { now: at, limit })).map((each) => each.employeeId);

    expect(await arriving()).toEqual(["emp_sari", "emp_siti"]);
    expect(await arriving(now, 1)).toEqual(["emp_sari"]);
    expect(await arriving(new Date(sooner.until))).toEqual(["emp_siti"]);
    await transfers.save({ ...aTransfer, ending: "withdrawn", revision: 2 }, []);
    expect(await arriving()).toEqual(["emp_sari"]);
  });
}
