import { expect, test } from "vitest";
import { tellApprovals } from "#shared/employee/tell-approvals.ts";
import { anApproval } from "../../support/approval-table-contract.ts";
import { anEmployee } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";

const oka = anEmployee({ id: "emp_oka" });
const by = { employeeId: "emp_putu" } as const;

test("of what is no person, only whose it is is told, and others decide it", async () => {
  const employees = new EmployeesInMemory(oka);
  const clock = new FakeClock("2026-11-21T03:01:00.000Z");
  const about = anApproval({
    subject: { id: "imp_1", instansiId: "ins_contoh", unitKerja: "", revision: 1 },
  });
  const tell = await tellApprovals({ employees, clock, kinds: {} }, [about], by);

  expect(tell(about)).toMatchObject({ state: "pending", may: "decide" });
  expect(tell(about).subject).toEqual({ id: "imp_1", instansiId: "ins_contoh" });
});
