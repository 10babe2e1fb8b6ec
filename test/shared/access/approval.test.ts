import { expect, test } from "vitest";
import {
  approval,
  isDecidedBy,
  personOf,
  queueOf,
  refuseDecision,
} from "#shared/access/approval.ts";
import type { Grant } from "#shared/access/role.ts";
import { anApproval } from "../../support/approval-table-contract.ts";
import { aGrant } from "../../support/roles-in-memory.ts";

const now = new Date("2026-11-21T03:01:00.000Z");
const someone = (...roles: readonly Grant[]) =>
  ({ employeeId: "emp_putu", instansiId: "ins_contoh", roles }) as const;

const ofPenyetuju = anApproval({
  decider: "penyetuju",
  asker: { id: "emp_budi", role: "petugas" },
});

test.each([
  ["a penyetuju of the agency", true, someone(aGrant("penyetuju"))],
  ["one of the unit", true, someone(aGrant("penyetuju", { unitKerja: "Bagian Umum" }))],
  ["one of another unit", false, someone(aGrant("penyetuju", { unitKerja: "Dinas Lain" }))],
  [
    "one of another unit who edits all",
    false,
    someone(aGrant("penyetuju", { unitKerja: "Dinas Lain" }), aGrant("petugas")),
  ],
  [
    "one of another agency",
    false,
    { ...someone(aGrant("penyetuju", { instansiId: "ins_lain" })), instansiId: "ins_lain" },
  ],
  ["a petugas", false, someone(aGrant("petugas"))],
  ["an operator", false, someone(aGrant("operator"))],
  ["who has no role", false, someone()],
] as const)("what a penyetuju decides waits for %s: %s", (_, isTheirs, by) => {
  expect(isDecidedBy(ofPenyetuju, by)).toBe(isTheirs);
  if (isTheirs) expect(() => refuseDecision(ofPenyetuju, by, now)).not.toThrow();
  else expect(() => refuseDecision(ofPenyetuju, by, now)).toThrow("No such approval.");
});

test("what operators decide waits for operators of every agency", () => {
  const elsewhere = {
    ...someone(aGrant("operator", { instansiId: "ins_lain" })),
    instansiId: "ins_lain",
  };

  expect(isDecidedBy(anApproval(), elsewhere)).toBe(true);
  expect(isDecidedBy(anApproval(), someone(aGrant("penyetuju")))).toBe(false);
});

const ofThing = anApproval({
  ...ofPenyetuju,
  subject: { id: "imp_1", instansiId: "ins_contoh", unitKerja: "", revision: 1 },
});

test("what is about a thing of an agency, only who reaches all of the agency decides", () => {
  expect(isDecidedBy(ofThing, someone(aGrant("penyetuju")))).toBe(true);
  const ofUnit = someone(aGrant("penyetuju", { unitKerja: "Bagian Umum" }));
  expect(isDecidedBy(ofThing, ofUnit)).toBe(false);
});

test.each(["imp_1", "exp_1", "agency#dinas-contoh"] as const)(
  "it may be about %s, which is no person",
  (id) => {
    const about = { ...ofThing, subject: { ...ofThing.subject, id } };

    expect(approval.parse(about)).toEqual(about);
    expect(() => personOf(about)).toThrow("about no person");
  },
);

test.each(["print_1", "imp_", "agency#", "imp_1#2"])("it is not about %s", (id) => {
  const about = { ...ofThing, subject: { ...ofThing.subject, id } };

  expect(approval.safeParse(about).success).toBe(false);
});

test("penyetuju have a queue for each agency, operators one for all", () => {
  expect(queueOf(ofPenyetuju)).toBe("penyetuju#ins_contoh");
  expect(queueOf(anApproval())).toBe("operator");
});

test.each([
  ["approval-own-request", { asker: { id: "emp_putu", role: "petugas" } }],
  ["own-record", { subject: { ...ofPenyetuju.subject, id: "emp_putu" } }],
  ["approval-expired", { until: now.toISOString() }],
] as const)("a decision is refused as %s", (code, change) => {
  const approval = { ...ofPenyetuju, ...change };
  const by = someone(aGrant("penyetuju"));

  expect(() => refuseDecision(approval, by, now)).toThrow(expect.objectContaining({ code }));
});
