import { type Officer, reaches } from "#shared/access/scope.ts";
import { type Clock, jakartaDay } from "#shared/runtime/clock.ts";
import { cardStatus, dayOf, type Employee, type EmployeeId } from "./employee.ts";
import type { AccountLists, Employees } from "./employees.ts";
import { foldDigits, foldWords } from "./folding.ts";
import type { CardStatus } from "./kedudukan-hukum.ts";
import { type EmployeeKind, type Nip, parseNip } from "./nip.ts";
import { searchAccountList } from "./search-account-list.ts";
import type { EmployeePage } from "./search-pages.ts";
import { isAccountTag, type ListFilter } from "./tag-names.ts";
import { tagsOf } from "./tags.ts";

const pageSize = 25;

export interface SearchEmployees {
  readonly employees: Pick<Employees, "idOf" | "findAll" | "search">;
  readonly accountRecords: AccountLists;
  readonly clock: Clock;
}

export interface EmployeeQuery {
  /** A whole NIP in any spelling, or words of a name and its degrees, each from its beginning. */
  readonly q: string;
  readonly status?: CardStatus | undefined;
  readonly kind?: EmployeeKind | undefined;
  readonly tag?: ListFilter | undefined;
  /** `next` of the page before. */
  readonly from?: string | undefined;
  /** Within whose units it stays. */
  readonly by: Officer;
  /** How many people a page has: a screen's 25 unless said. */
  readonly limit?: number;
}

/**
 * An officer's search in the own instansi or units: by NIP two reads, otherwise one page of an index (decision 0047).
 * @throws InvalidInput when `from` is not the `next` of a page of this search
 */
export async function searchEmployees(
  api: SearchEmployees,
  { q, from, limit = pageSize, ...query }: EmployeeQuery,
): Promise<EmployeePage> {
  const fits = fitting(query, api.clock.now());
  const nip = parseNip(foldDigits(q));
  if (nip) return await searchNip(api, { nip, fits, ...query });
  const words = foldWords(q);
  // No name contains what was typed ("李", "%"): the search finds nobody. Without words it would list everybody.
  if (words.length === 0 && q.trim() !== "") return { items: [], unreadable: 0 };
  const { status, kind, tag, by } = query;
  const { instansiId, units } = by;
  const search = { ...{ instansiId, units, words, status, kind, limit, from, fits } };
  if (tag === undefined) return await api.employees.search(search);
  if (isAccountTag(tag)) return await searchAccountList(api, tag, search);
  // The day in the west, where it begins last; who is listed by it in the east is left to `fits`, by the record's own day.
  const tagged = { tag, today: jakartaDay(api.clock.now()) };
  return await api.employees.search({ ...search, tagged });
}

type Filters = Pick<EmployeeQuery, "status" | "kind" | "tag" | "by">;
type Fits = (employee: Employee) => boolean;

/** Whether a record is what was asked for, as it is now, because an index may be a moment late. */
function fitting({ status, kind, tag, by }: Filters, now: Date): Fits {
  const holds = (employee: Employee) => {
    // Who has left needs no account.
    if (tag && isAccountTag(tag)) return cardStatus(employee, now) !== "ended";
    return tag === undefined || tagsOf(employee, dayOf(employee, now)).includes(tag);
  };
  return (employee) =>
    reaches(by, employee) &&
    employee.joinedInto === undefined &&
    (status === undefined || cardStatus(employee, now) === status) &&
    (kind === undefined || employee.kind === kind) &&
    holds(employee);
}

interface NipQuery extends Filters {
  readonly nip: Nip;
  readonly fits: Fits;
}

async function searchNip(
  { employees, accountRecords }: SearchEmployees,
  { nip, fits, tag, by }: NipQuery,
): Promise<EmployeePage> {
  const id = await employees.idOf(nip);
  const ids: readonly EmployeeId[] = id ? [id] : [];
  const list = `${by.instansiId}#${tag}`;
  const listed = tag && isAccountTag(tag) ? accountRecords.among(list, ids) : new Set(ids);
  const [found, meant] = await Promise.all([employees.findAll(ids), listed]);
  // A record that cannot be read may be of another agency, so it is not even counted.
  const items = [...found.values()].filter((each) => fits(each) && meant.has(each.id));
  return { items, unreadable: 0 };
}
