import { expect, test } from "vitest";
import type { Approval } from "#shared/access/approval.ts";
import { approve } from "#shared/access/decide-approval.ts";
import type { Grant } from "#shared/access/role.ts";
import { largeExports } from "#shared/export/ask-export.ts";
import { anApproval } from "../../support/approval-table-contract.ts";
import { ApprovalsInMemory } from "../../support/approvals-in-memory.ts";
import { ExportsInMemory } from "../../support/exports-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import { stepInMemory } from "../../support/steps-in-memory.ts";

const clock = new FakeClock("2026-11-21T03:01:00.000Z");
const unchanged = stepInMemory("decision-raced", { holds: () => true, write: () => {} });
const decider = {
  employeeId: "emp_putu",
  instansiId: "ins_contoh",
  roles: [aGrant("penyetuju"), aGrant("operator")],
} as const;

/** Approves what emp_budi asked for as petugas, who has these roles by now. @returns whether it was carried out */
async function approved(change: Partial<Approval>, now: readonly Grant[]): Promise<boolean> {
  const asker = { id: "emp_budi", role: "petugas" } as const;
  const asked = anApproval({ decider: "penyetuju", asker, ...change });
  const approvals = new ApprovalsInMemory();
  await approvals.add(asked, []);
  let isCarriedOut = false;
  const exporting = largeExports({ approvals, exports: new ExportsInMemory() });
  const carryOut = async () => {
    isCarriedOut = true;
  };
  const plain = { isOutdated: async () => false, carryOut };
  const kinds = {
    ...{ "new-person": plain, import: plain, "account-freeze": plain },
    export: { ...exporting, carryOut },
  };
  const standingOf = async (id: string) => ({
    roles: id === decider.employeeId ? decider.roles : now,
    unchanged,
  });
  const decided = approve({ approvals, clock, kinds, standingOf }, { id: asked.id, by: decider });
  const code = await decided.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!isCarriedOut) expect(code).toMatchObject({ code: "approval-asker-changed", status: 409 });
  return isCarriedOut;
}

const ofUnit = aGrant("petugas", { unitKerja: "Bagian Umum" });
const ofOther = aGrant("petugas", { unitKerja: "Dinas Lain" });
const elsewhere = aGrant("petugas", { instansiId: "ins_lain" });
const subject = { instansiId: "ins_contoh", revision: 0 };
const person = {
  kind: "new-person",
  subject: { ...subject, id: "emp_siti", unitKerja: "Bagian Umum" },
} as const;
const file = { kind: "import", subject: { ...subject, id: "imp_1", unitKerja: "" } } as const;
const list = { kind: "export", subject: { ...subject, id: "exp_1", unitKerja: "" } } as const;
const listOf = (...units: string[]) => ({
  ...list,
  new: { q: "", format: "csv", people: 900, ...(units.length > 0 && { units }) },
});
const frozen = { kind: "account-freeze", decider: "operator" } as const;
const byOperator = { ...frozen, asker: { id: "emp_budi", role: "operator" } } as const;

test.each([
  ["a person of the unit, by who still has it", person, [ofUnit], true],
  ["a person, by who has all by now", person, [aGrant("petugas"), ofOther], true],
  ["a person, by who has another unit by now", person, [ofOther], false],
  [
    "a person, by who approves all but enters another unit",
    person,
    [ofOther, aGrant("penyetuju")],
    false,
  ],
  ["a person, by petugas of another agency by now", person, [elsewhere], false],
  ["a whole file, by petugas of all", file, [aGrant("petugas")], true],
  ["a whole file, by who has one unit by now", file, [ofUnit], false],
  ["a list of all, by who has one unit by now", listOf(), [ofUnit], false],
  ["a list of the own unit", listOf("Bagian Umum"), [ofUnit], true],
  ["a list of two units, one of them lost", listOf("Bagian Umum", "Dinas Lain"), [ofUnit], false],
  [
    "what an operator asked of another agency",
    byOperator,
    [aGrant("operator", { instansiId: "ins_lain" })],
    true,
  ],
  ["what an operator asked who is petugas by now", byOperator, [aGrant("petugas")], false],
] as const)(
  "%s: approved only while the asker's role reaches it",
  async (_, asked, now, isDone) => {
    expect(await approved(asked, now)).toBe(isDone);
  },
);
