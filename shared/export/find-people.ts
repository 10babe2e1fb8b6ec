/** Whom an export finds in the scope of its request, page by page. */
import { type ListAccounts, wholeList } from "#shared/account/list-accounts.ts";
import type { Employee } from "#shared/employee/employee.ts";
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

  constructor(api: FindPeople, item: Export) {
    this.#api = api;
    this.#item = item;
  }

  async *pages(): AsyncGenerator<readonly Employee[]> {
    const { list } = this.#item;
    const pages = list ? wholeList(this.#api, { list, by: this.#by() }) : this.#searched();
    for await (const { items, unreadable } of pages) {
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
