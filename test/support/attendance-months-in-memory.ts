import type { AttendanceMonth } from "#shared/attendance/attendance-month.ts";
import type {
  AttendanceMonths,
  HeldAttendance,
  MonthOf,
} from "#shared/attendance/attendance-months.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { stepInMemory } from "./steps-in-memory.ts";

/** The months without DynamoDB; runs the same contract test (attendance-table-contract.ts). */
export class AttendanceMonthsInMemory implements AttendanceMonths, HeldAttendance {
  readonly #months = new Map<string, AttendanceMonth>();
  readonly #pageSize: number;

  readonly history: AuditEntry[];

  constructor(pageSize = 2, history: AuditEntry[] = []) {
    this.#pageSize = pageSize;
    this.history = history;
  }

  async find(of: MonthOf, person: EmployeeId): Promise<AttendanceMonth | undefined> {
    return this.#months.get(keyOf(of, person));
  }

  async findAll(of: MonthOf, people: readonly EmployeeId[]) {
    return new Map(
      this.#of(of)
        .filter(({ person }) => people.includes(person))
        .map((month) => [month.person, month]),
    );
  }

  async list(of: MonthOf, from?: EmployeeId) {
    const left = this.#of(of).filter(({ person }) => from === undefined || person > from);
    const items = left.slice(0, this.#pageSize);
    return { items, next: left.length > items.length ? items.at(-1)?.person : undefined };
  }

  async closings(of: MonthOf, { first, last }: { first: EmployeeId; last: EmployeeId }) {
    const some = this.#of(of).filter(({ person }) => first <= person && person <= last);
    return new Map(
      some.flatMap(({ person, closed }) => (closed ? [[person, closed] as const] : [])),
    );
  }

  async held(person: EmployeeId) {
    const months = [...this.#months.values()].filter((each) => each.person === person);
    months.sort((a, b) => (a.month < b.month ? 1 : -1));
    return { months: months.slice(0, 24), pins: [], hasOlder: months.length > 24 };
  }

  async save(month: AttendanceMonth, entry?: AuditEntry): Promise<boolean> {
    const key = keyOf(month, month.person);
    if ((this.#months.get(key)?.revision ?? 0) !== month.revision - 1) return false;
    this.#months.set(key, month);
    if (entry) this.history.push(entry);
    return true;
  }

  saving(month: AttendanceMonth) {
    const key = keyOf(month, month.person);
    return stepInMemory("attendance-changed", {
      holds: () => (this.#months.get(key)?.revision ?? 0) === month.revision - 1,
      write: () => this.#months.set(key, month),
    });
  }

  #of({ instansiId, month }: MonthOf): readonly AttendanceMonth[] {
    return [...this.#months.values()]
      .filter((each) => each.instansiId === instansiId && each.month === month)
      .sort((a, b) => (a.person < b.person ? -1 : 1));
  }
}

const keyOf = ({ instansiId, month }: MonthOf, person: string) =>
  [instansiId, month, person].join("#");
