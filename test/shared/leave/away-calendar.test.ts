/** Who sees who is away, and the file of it. */
import { expect, test } from "vitest";
import type { Grant } from "#shared/access/role.ts";
import { awayIn } from "#shared/leave/away-calendar.ts";
import { awayFile } from "#shared/leave/away-file.ts";
import { anEmployee } from "../../support/builders.ts";
import { advice, agreed, leaveWorld } from "../../support/leave-world.ts";

async function world(roles: readonly Grant[] = []) {
  const all = await leaveWorld();
  const { id } = await all.ask();
  const api = { ...all.api, standingOf: async () => ({ roles }) };
  const read = async (reader: `emp_${string}`, month = "2026-12") =>
    await awayIn(api, (await all.employees.find(reader)) ?? anEmployee({ id: reader }), month);
  return { ...all, id, read };
}

test("who acts in a post that a rule names sees its units, with names and days alone; others see nothing", async () => {
  const { decide, id, read } = await world();
  const line = { request: id, name: "Siti Rahma, S.Kom.", unitKerja: "Bagian Umum" };
  const days = { from: "2026-12-21", to: "2026-12-23" };
  const whole = { month: "2026-12", reads: true, items: [{ ...line, ...days, isGiven: false }] };
  expect(await read("emp_head")).toEqual(whole);
  expect(await read("emp_siti")).toEqual({ month: "2026-12", items: [] });
  await decide("emp_head", id, advice);
  await decide("emp_chief", id, agreed);
  expect(await read("emp_chief")).toMatchObject({ items: [{ isGiven: true }] });
  expect(await read("emp_chief", "2027-01")).toMatchObject({ reads: true, items: [] });
});

test("an officer sees the units of the role, and an auditor is none", async () => {
  const grant = (role: Grant["role"], unitKerja?: string): Grant => ({
    ...{ role, instansiId: "ins_contoh", grantedBy: "emp_a", approvedBy: "emp_b" },
    ...{ grantedAt: "2026-01-01T00:00:00.000Z", ...(unitKerja && { unitKerja }) },
  });
  const seen = async (...roles: readonly Grant[]) => await (await world(roles)).read("emp_siti");
  expect((await seen(grant("petugas", "Bagian Umum"))).items).toHaveLength(1);
  expect((await seen(grant("penyetuju"))).items).toHaveLength(1);
  expect(await seen(grant("petugas", "Bagian Hukum"))).toMatchObject({ reads: true, items: [] });
  expect(await seen(grant("auditor"))).not.toHaveProperty("reads");
});

test("the file has whole days, its end the day after, and lines that other programs read", () => {
  const item = {
    ...({ request: "req_1", from: "2026-12-31", to: "2026-12-31", isGiven: false } as const),
    ...{
      name: "Siti, S.Kom.; M.H.",
      unitKerja: "Bagian Pembinaan dan Pengembangan Kepegawaian Daerah Sangat Panjang Ébène",
    },
  };
  const file = awayFile({ items: [item] }, new Date("2026-12-01T03:04:05.678Z"));
  expect(file).toContain("DTSTAMP:20261201T030405Z\r\n");
  expect(file).toContain("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n");
  expect(file).toContain("SUMMARY:Cuti: Siti\\, S.Kom.\\; M.H.\r\n");
  expect(file).toContain("STATUS:TENTATIVE\r\n");
  const lines = file.split("\r\n");
  expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(file.replaceAll("\r\n ", "")).toContain(`LOCATION:${item.unitKerja}\r\n`);
  expect(lines.at(-1)).toBe("");
});
