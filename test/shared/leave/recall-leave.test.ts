/** Dipanggil kembali bekerja: days that were not taken yet stay the person's (services.md 1.5). */
import { expect, test } from "vitest";
import { deciderOf, findForDecider, tellForDecider } from "#shared/leave/decide-leave.ts";
import { permitPapers } from "#shared/leave/leave-permit.ts";
import { recallLeave } from "#shared/leave/recall-leave.ts";
import { tellOwnLeave } from "#shared/leave/tell-leave.ts";
import { advice, agreed, leaveWorld } from "../../support/leave-world.ts";

async function world() {
  const all = await leaveWorld();
  const { api, employees } = all;
  const who = async (id: `emp_${string}`) => {
    const found = await employees.find(id);
    if (!found) throw new Error("Nobody.");
    return found;
  };
  const given = async (form: Parameters<typeof all.ask>[0] = {}) => {
    const { id } = await all.ask(form, JSON.stringify(form));
    await all.decide("emp_head", id, advice);
    await all.decide("emp_chief", id, agreed);
    return id;
  };
  const found = async (reader: `emp_${string}`, id: `req_${string}`) => {
    const by = await deciderOf(api, await who(reader));
    return { by, ...(await findForDecider(api, { id, by })) };
  };
  const recall = async (
    reader: `emp_${string}`,
    id: `req_${string}`,
    from: string,
    reason = "Darurat",
  ) => await recallLeave(api, { ...(await found(reader, id)), from, reason });
  const opened = async (reader: `emp_${string}`, id: `req_${string}`) => {
    const { by, ...rest } = await found(reader, id);
    return await tellForDecider({ ...api, kind: api.kinds.leave }, rest, by);
  };
  const own = async () => (await tellOwnLeave(api, await who("emp_siti"))).leaves;
  return { ...all, given, opened, own, recall };
}

test("of three days the last two come back, the request stays as it was decided, and its person is told", async () => {
  const { api, clock, current, free, given, ledger, ledgers, opened, own, recall } = await world();
  const id = await given();
  const before = await current(id);
  clock.advance({ days: 21 });
  expect(await opened("emp_chief", id)).toMatchObject({ recallable: { to: "2026-12-23" } });
  await recall("emp_chief", id, "2026-12-22");
  expect(await free(2026)).toBe(11);
  expect(await current(id)).toEqual(before);
  // The paper of more days counts no more; who calls back once more finds it so.
  expect(await api.documents.revokedAt(permitPapers({ id }))).toBe(clock.now().toISOString());
  expect((await ledger()).leaves).toMatchObject([
    { id, from: "2026-12-21", to: "2026-12-21", recalledFrom: "2026-12-22" },
  ]);
  expect(await own()).toMatchObject([{ id, standing: "recalled" }]);
  const away = await ledgers.awayIn("ins_contoh", { from: "2026-12-22", to: "2026-12-31" });
  expect(away).toEqual([]);
  const { items } = await api.history.history({ subjectId: "account#emp_siti", limit: 1 });
  expect(items).toMatchObject([{ action: "leave-changed", reason: "Darurat", holderTold: true }]);
  await expect(recall("emp_chief", id, "2026-12-22")).rejects.toMatchObject({
    problems: [{ code: "outside-leave" }],
  });
  clock.advance({ days: 1 });
  await expect(recall("emp_chief", id, "2026-12-22")).rejects.toMatchObject({ code: "leave-over" });
  expect(await free(2026)).toBe(11);
});

test("before it begins all of it comes back, and its days may be asked for again", async () => {
  const { ask, free, given, recall } = await world();
  const id = await given();
  await recall("emp_chief", id, "2026-12-21");
  expect(await free(2026)).toBe(12);
  await ask({ words: "Lagi", from: "2026-12-18" }, "again");
  expect(await free(2026)).toBe(8);
});

test("only the post that gave it calls back, within what is left, and with a reason", async () => {
  const { clock, given, opened, recall } = await world();
  const id = await given();
  clock.advance({ days: 22 });
  await expect(recall("emp_head", id, "2026-12-22")).rejects.toMatchObject({ code: "forbidden" });
  expect(await opened("emp_head", id)).not.toHaveProperty("recallable");
  for (const from of ["2026-12-21", "2026-12-24", "besok"])
    await expect(recall("emp_chief", id, from)).rejects.toMatchObject({
      problems: [{ field: "from", code: "outside-leave" }],
    });
  await expect(recall("emp_chief", id, "2026-12-22", " ")).rejects.toMatchObject({
    problems: [{ field: "reason" }],
  });
});

test("nobody is called back from a sick leave; what a cuti besar leaves over is there before its five years are over", async () => {
  const { ask, clock, given, ledger, recall } = await world();
  const sick = { kind: "sakit", reason: "sakit", from: "2026-12-01", to: "2026-12-04" } as const;
  const ill = await given({ ...sick, evidence: ["surat-dokter"] });
  await expect(recall("emp_chief", ill, "2026-12-02")).rejects.toMatchObject({
    code: "leave-over",
  });
  const besar = { kind: "besar", reason: "keperluan-lain" } as const;
  const id = await given({ ...besar, from: "2027-01-04", to: "2027-04-03" });
  clock.advance({ days: 60 });
  await recall("emp_chief", id, "2027-03-05");
  expect((await ledger()).leaves.find((each) => each.id === id)).toMatchObject({ restDays: 30 });
  const rest = { ...besar, from: "2027-05-03", to: "2027-06-01" };
  await expect(ask({ ...rest, to: "2027-06-02" }, "more")).rejects.toMatchObject({
    problems: [{ code: "besar-too-soon" }],
  });
  await ask(rest, "rest");
});
