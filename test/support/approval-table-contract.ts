import { expect, test } from "vitest";
import type { Approval, ApprovalOutcome, ClosedApproval } from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";

const idOf = (i: number) => `apr_${String(i).padStart(26, "0")}` as const;

/** An operator asks that Siti be petugas. */
export function anApproval(change: Partial<Approval> = {}): Approval {
  const petugas = { role: "petugas", instansiId: "ins_contoh" };
  return {
    id: idOf(1),
    kind: "roles",
    subject: { id: "emp_siti", instansiId: "ins_contoh", unitKerja: "Bagian Umum", revision: 0 },
    old: [],
    new: [petugas],
    reason: "SK 7/2026",
    asker: { id: "emp_oka", role: "operator" },
    askedAt: "2026-11-21T03:00:00.000Z",
    until: "2026-11-28T03:00:00.000Z",
    decider: "operator",
    ...change,
  };
}

function lineOf({ id }: Pick<Approval, "id">, revision: number): AuditEntry {
  return {
    subjectId: `approval#${id}`,
    revision,
    at: "2026-11-21T03:00:00.000Z",
    actor: { role: "operator", id: "emp_oka" },
    action: revision === 1 ? "approval-asked" : "approval-approved",
    changes: [],
  };
}

/** The end of an approval, a minute after it was asked for. */
export function anEnd(
  approval: Approval,
  change: Partial<ApprovalOutcome> = {},
): ClosedApproval & { readonly standing: readonly [] } {
  const outcome = {
    state: "approved",
    by: "emp_putu",
    at: "2026-11-21T03:01:00.000Z",
    ...change,
  } as const;
  return { approval: { ...approval, outcome }, entries: [lineOf(approval, 2)], standing: [] };
}

const now = new Date("2026-11-21T03:01:00.000Z");

/** What every approval table does, the fake and the real one. `make` gives an empty table each time. */
export function approvalTableContract(make: () => Promise<Approvals>): void {
  const add = async (approvals: Pick<Approvals, "add">, ...all: readonly Approval[]) => {
    for (const approval of all) await approvals.add(approval, [lineOf(approval, 1)]);
  };

  test("an approval is found as it was added, and after its end with it", async () => {
    const approvals = await make();
    const approval = anApproval();
    await add(approvals, approval);
    expect(await approvals.find(approval.id)).toEqual(approval);
    expect(await approvals.find(idOf(9))).toBeUndefined();

    const closed = anEnd(approval, { state: "refused", reason: "Belum ada SK" });
    await approvals.close(closed);
    expect(await approvals.find(approval.id)).toEqual(closed.approval);
  });

  test("the same request adds one", async () => {
    const approvals = await make();
    await add(approvals, anApproval());

    await expect(add(approvals, anApproval({ reason: "other" }))).rejects.toMatchObject({
      code: "request-repeated",
    });
    expect(await approvals.find(idOf(1))).toEqual(anApproval());
  });

  test.each(["approved", "refused", "withdrawn"] as const)(
    "one that is %s ends once",
    async (state) => {
      const approvals = await make();
      const approval = anApproval();
      await add(approvals, approval);
      const first = anEnd(approval, { state });
      await approvals.close(first);

      await expect(approvals.close(anEnd(approval, { by: "emp_agus" }))).rejects.toMatchObject({
        code: "approval-decided",
      });
      expect(await approvals.find(approval.id)).toEqual(first.approval);
    },
  );

  test("of two who end it at once, one does", async () => {
    const approvals = await make();
    const approval = anApproval();
    await add(approvals, approval);
    const ends = [anEnd(approval), anEnd(approval, { state: "withdrawn", by: "emp_oka" })];
    const outcomes = await Promise.allSettled(ends.map((end) => approvals.close(end)));

    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const won = ends[outcomes.findIndex(({ status }) => status === "fulfilled")];
    expect(await approvals.find(approval.id)).toEqual(won?.approval);
  });

  test("it does not end when its time is over, nor when it never was", async () => {
    const approvals = await make();
    const approval = anApproval();
    await add(approvals, approval);
    for (const end of [anEnd(approval, { at: approval.until }), anEnd(anApproval({ id: idOf(2) }))])
      await expect(approvals.close(end)).rejects.toMatchObject({ code: "approval-decided" });

    expect(await approvals.find(approval.id)).toEqual(approval);
    expect(await approvals.find(idOf(2))).toBeUndefined();
  });

  test("what waits is listed by its queue, the next to end first", async () => {
    const approvals = await make();
    const [late, soon, over, closed, other] = [
      anApproval({ id: idOf(1), until: "2026-11-29T03:00:00.000Z" }),
      anApproval({ id: idOf(2), until: "2026-11-28T03:00:00.000Z" }),
      anApproval({ id: idOf(3), until: now.toISOString() }),
      anApproval({ id: idOf(4) }),
      anApproval({ id: idOf(5), decider: "penyetuju" }),
    ];
    await add(approvals, late, soon, over, closed, other);
    await approvals.close(anEnd(closed));

    const all = { now, limit: 9, fits: () => true };
    expect(await approvals.waiting("operator", all)).toEqual([soon, late]);
    expect(await approvals.waiting("operator", { ...all, limit: 1 })).toEqual([soon]);
    expect(await approvals.waiting("penyetuju#ins_contoh", all)).toEqual([other]);
    expect(await approvals.waiting("penyetuju#ins_other", all)).toEqual([]);
  });

  test("what fits is found behind any number that does not", async () => {
    const approvals = await make();
    const own = Array.from({ length: 60 }, (_, i) => anApproval({ id: idOf(i + 1) }));
    const asker = { id: "emp_agus", role: "operator" } as const;
    const until = "2026-11-29T03:00:00.000Z";
    const others = [61, 62].map((i) => anApproval({ id: idOf(i), asker, until }));
    await add(approvals, ...own, ...others);
    const fits = (approval: Approval) => approval.asker.id !== "emp_oka";

    expect(await approvals.waiting("operator", { now, limit: 1, fits })).toHaveLength(1);
    const found = await approvals.waiting("operator", { now, limit: 9, fits });
    expect(found.map(({ id }) => id).sort()).toEqual(others.map(({ id }) => id));
  });

  test("it is added with what else is noted of it, or not at all", async () => {
    const approvals = await make();
    const [first, second] = [anApproval(), anApproval({ id: idOf(2) })];
    await add(approvals, first);
    // What another approval's end writes stands for any other write.
    const end = () => approvals.closing(anEnd(first));
    await approvals.add(second, [lineOf(second, 1)], ...end());
    expect(await approvals.find(first.id)).toMatchObject({ outcome: { state: "approved" } });

    const third = anApproval({ id: idOf(3) });
    await expect(approvals.add(third, [lineOf(third, 1)], ...end())).rejects.toMatchObject({
      code: "approval-decided",
    });
    expect(await approvals.find(third.id)).toBeUndefined();
  });

  test("what somebody asked for is listed in every state, newest first", async () => {
    const approvals = await make();
    const [old, fresh, others] = [
      anApproval({ id: idOf(1), askedAt: "2026-11-01T03:00:00.000Z" }),
      anApproval({ id: idOf(2) }),
      anApproval({ id: idOf(3), asker: { id: "emp_putu", role: "operator" } }),
    ];
    await add(approvals, old, fresh, others);
    const closed = anEnd(fresh);
    await approvals.close(closed);

    const all = { limit: 9, fits: () => true };
    expect(await approvals.askedBy("emp_oka", all)).toEqual([closed.approval, old]);
    expect(await approvals.askedBy("emp_oka", { ...all, limit: 1 })).toEqual([closed.approval]);
    const waits = { ...all, fits: ({ outcome }: Approval) => outcome === undefined };
    expect(await approvals.askedBy("emp_oka", waits)).toEqual([old]);
  });

  test("what was asked about somebody is listed whoever asked and decides, newest first", async () => {
    const approvals = await make();
    const subject = { ...anApproval().subject, id: "emp_siti" } as const;
    const [old, fresh, other] = [
      anApproval({ id: idOf(1), askedAt: "2026-11-01T03:00:00.000Z", subject }),
      anApproval({ id: idOf(2), subject, asker: { id: "emp_putu", role: "operator" } }),
      anApproval({ id: idOf(3), subject: { ...subject, id: "emp_budi" } }),
    ];
    await add(approvals, old, fresh, other);

    const all = { limit: 9, fits: () => true };
    expect(await approvals.about("emp_siti", all)).toEqual([fresh, old]);
    expect(await approvals.about("emp_siti", { ...all, limit: 1 })).toEqual([fresh]);
  });
}
