/** Whom an export finds in the scope of its request, page by page. */
import { reaches } from "#shared/access/scope.ts";
import { type ListAccounts, wholeList } from "#shared/account/list-accounts.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { AccountLists, Employees } from "#shared/employee/employees.ts";
import { searchEmployees } from "#shared/employee/search-employees.ts";
import type { Export } from "./export.ts";

export interface FindPeople extends ListAccounts {
  readonly employees: Pick<Employees, "find" | "findAll" | "idOf" | "search" | "listed">;
  readonly accountRecords: AccountLists;
}

/** People of one read of records, DynamoDB's most. */
const pageSize = 100;

export class FoundPeople {
  count = 0;
  unreadable = 0;
  readonly #api: FindPeople;
  readonly #item: Export;
  readonly #among: readonly EmployeeId[] | undefined;

  /** @param among instead of whom its filter finds: those of them whom its request reaches */
  constructor(api: FindPeople, item: Export, among?: readonly EmployeeId[]) {
    this.#api = api;
    this.#item = item;
    this.#among = among;
  }

  async *pages(): AsyncGenerator<readonly Employee[]> {
    for await (const { items, unreadable } of this.#source()) {
      this.count += items.length;
      this.unreadable += unreadable;
      yield items;
    }
  }

  /** All of them, if they are so few; else only their count. */
  async atMost(most: number): Promise<readonly (readonly Employee[])[] | undefined> {
    let kept: (readonly Employee[])[] = [];
    for await (const page of this.pages()) {
      if (this.count <= most) kept.push(page);
      else kept = [];
    }
    return this.count <= most ? kept : undefined;
  }

  #source() {
    const { list } = this.#item;
    if (this.#among) return this.#read(this.#among);
    return list ? wholeList(this.#api, { list, by: this.#by() }) : this.#searched();
  }

  async *#read(ids: readonly EmployeeId[]) {
    for (let at = 0; at < ids.length; at += pageSize) {
      const page = ids.slice(at, at + pageSize);
      const found = await this.#api.employees.findAll(page);
      const items = page.flatMap((id) => found.get(id) ?? []);
      yield { items: items.filter((each) => reaches(this.#by(), each)), unreadable: 0 };
    }
  }

  async *#searched() {
    const { q, status, employeeKind: kind, tag } = this.#item;
    let from: string | undefined;
    do {
      const query = { q, status, kind, tag, from, by: this.#by(), limit: pageSize };
      const page = await searchEmployees(this.#api, query);
      yield page;
      from = page.next;
    } while (from !== undefined);
  }

  #by() {
    const { officerId: employeeId, instansiId, units } = this.#item;
    return { employeeId, instansiId, units };
  }
}
