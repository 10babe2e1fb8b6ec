/** People of account lists, and how they are reminded, without DynamoDB. */
import type { RemindedList } from "#shared/account/account-lists.ts";
import { previewReminders, startReminders } from "#shared/account/preview-reminders.ts";
import { remindersOf } from "#shared/account/remind-list.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import { type BulkId, bulkKinds } from "#shared/bulk/bulk.ts";
import { doStep } from "#shared/bulk/do-step.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { BulksInMemory } from "../../support/bulks-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { PhotosInMemory } from "../../support/photos-in-memory.ts";
import { RemindersInMemory } from "../../support/reminders-in-memory.ts";

const { instansiId } = anEmployee();
export const by = { employeeId: "emp_budi", instansiId, units: undefined } as const;
export const requestId = "0d9f4a3e-5a0e-4d53-9a51-3f0f6c2f1c7a";

/** So many people who never activated, one after the other, with what is different about each. */
export async function aWorld(count: number, fields: (i: number) => Partial<Employee> = () => ({})) {
  const people = Array.from({ length: count }, (_, i) => {
    const number = String(i).padStart(3, "0");
    return anEmployee({
      ...{
        id: `emp_${number}`,
        nip: aNip(`198502121999012${String(i + 1).padStart(3, "0")}`),
        photoId: undefined,
      },
      ...{ email: `${number}@contoh.example`, ...fields(i) },
    });
  });
  const accountRecords = new AccountRecordsInMemory();
  const clock = new FakeClock();
  const begin = clock.now().getTime() - count * 1000;
  for (const [i, person] of people.entries())
    await accountRecords.add(person, new Date(begin + i * 1000));
  const history: AuditEntry[] = [];
  const sent: BulkId[] = [];
  const bulks = new BulksInMemory();
  const api = {
    ...{ employees: new EmployeesInMemory(...people), accountRecords, clock, bulks },
    limits: new LimitsInMemory(),
    photos: new PhotosInMemory(),
    bulkSteps: { sendFirst: async (id: BulkId) => void sent.push(id) },
    reminders: new RemindersInMemory(accountRecords, history),
  };
  const { step } = remindersOf(api);
  const kinds = keyed(bulkKinds, () => ({ step }));
  const work = { bulks, steps: { send: api.bulkSteps.sendFirst }, kinds, clock };
  const start = async (wanted: { list?: RemindedList; unitKerja?: string } = {}) => {
    const asked = { list: "not-activated" as const, by, ...wanted };
    const { through = "" } = await previewReminders(api, asked);
    return await startReminders(api, { ...asked, requestId, through });
  };
  /** As bulk-worker does, until nothing is left to do. */
  const runAll = async () => {
    for (let id = sent.shift(); id; id = sent.shift()) await doStep(work, id);
  };
  const remindedIds = () =>
    history.map(({ subjectId }) => subjectId.replace("account#", "")).sort();
  return { ...api, people, history, sent, work, start, runAll, remindedIds };
}
