import type { EmployeeId } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { type DecidedValues, valuesBefore } from "#shared/employee/record-change.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { recordChanges } from "#shared/session/record-change.ts";
import { RolesInMemory } from "./roles-in-memory.ts";

interface World {
  readonly employees: Pick<WritableEmployees, "find" | "save">;
  readonly clock: Clock;
}

/** What two officers decide of a record, carried out as their approval is; the approval itself is kept nowhere. */
export async function changeByTwo(
  { employees, clock }: World,
  { id, values }: { readonly id: EmployeeId; readonly values: DecidedValues },
): Promise<void> {
  const person = await employees.find(id);
  if (!person) throw new Error("There is no such person.");
  const { instansiId, unitKerja, revision } = person;
  const at = clock.now().toISOString();
  const roles = new RolesInMemory();
  const accountRecords = { summary: async () => undefined, markFrozen: async () => {} };
  const sessions = { freezing: async () => [] };
  const kind = recordChanges({
    ...{ employees, clock, roles, accountRecords, sessions },
    approvals: { closing: () => [] },
  });
  await kind.carryOut({
    approval: {
      ...{ id: "apr_1", kind: "record-change", subject: { id, instansiId, unitKerja, revision } },
      ...{ old: valuesBefore(values, person), new: { values }, reason: "SK 12/2026" },
      ...{ asker: { id: "emp_officer", role: "petugas" }, decider: "penyetuju" },
      ...{ askedAt: at, until: at, outcome: { state: "approved", by: "emp_second", at } },
    },
    entries: [],
    standing: [],
  });
}
