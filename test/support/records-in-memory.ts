/** Records of a fake table, found by id, number and mailbox without a walk: sixty thousand are saved as fast as six. */
import { mailboxOf } from "#shared/employee/email.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { Nip } from "#shared/employee/nip.ts";

export class RecordsInMemory {
  readonly #records = new Map<EmployeeId, Employee>();
  /** By number and by mailbox, which differ by their `@`. */
  readonly #ids = new Map<string, Set<EmployeeId>>();

  find(id: EmployeeId): Employee | undefined {
    return this.#records.get(id);
  }

  all(): Employee[] {
    return [...this.#records.values()];
  }

  put(employee: Employee): void {
    const before = this.#records.get(employee.id);
    for (const key of before ? keysOf(before) : []) this.#ids.get(key)?.delete(employee.id);
    this.#records.set(employee.id, employee);
    for (const key of keysOf(employee)) {
      const ids = this.#ids.get(key) ?? new Set();
      this.#ids.set(key, ids.add(employee.id));
    }
  }

  /** Who has the number, or had it. */
  withNumber(nip: Nip): Employee[] {
    return this.#with(nip);
  }

  withMailbox(email: string): Employee[] {
    return this.#with(mailboxOf(email));
  }

  #with(key: string): Employee[] {
    return [...(this.#ids.get(key) ?? [])].flatMap((id) => this.find(id) ?? []);
  }
}

/** The number that somebody has now, and those before. Those of a record that was joined are the survivor's. */
export function numbersOf({ nip, formerNips = [], joinedInto }: Employee): Nip[] {
  return joinedInto ? [] : [nip, ...formerNips.map((former) => former.nip)];
}

function keysOf(employee: Employee): string[] {
  const { email } = employee;
  return [...numbersOf(employee), ...(email ? [mailboxOf(email)] : [])];
}
