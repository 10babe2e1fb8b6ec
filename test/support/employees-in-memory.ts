import type { Unit } from "#shared/access/scope.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import { mailboxOf } from "#shared/employee/email.ts";
import { type Employee, type EmployeeId, savedStatus } from "#shared/employee/employee.ts";
import type {
  Listed,
  ListedQuery,
  RequestMark,
  SearchQuery,
  UnitMembers,
  UnitQuery,
  WritableEmployees,
} from "#shared/employee/employees.ts";
import { linesInRecords } from "#shared/employee/lines-in-records.ts";
import type { EmployeeKind, Nip } from "#shared/employee/nip.ts";
import { listedSince, type RecordList } from "#shared/employee/record-lists.ts";
import { type Joining, type Revision, revise } from "#shared/employee/revision.ts";
import { searchLines } from "#shared/employee/search-lines.ts";
import type { EmployeePage } from "#shared/employee/search-pages.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { usualZone, type Zone } from "#shared/runtime/zone.ts";
import { OpenChangesInMemory } from "./open-changes-in-memory.ts";
import { numbersOf, RecordsInMemory } from "./records-in-memory.ts";
import { stepInMemory, writeInMemory } from "./steps-in-memory.ts";

/** An officer of nobody's saves a change. */
export async function change(
  employees: Pick<WritableEmployees, "save">,
  employee: Employee,
  fields: Partial<Employee>,
  clock: Clock,
): Promise<void> {
  const how = { at: clock.now(), actor: { role: "system" }, action: "changed" } as const;
  const next = revise(employee, fields, how);
  if (next) await employees.save(next);
}

/** The employee table without DynamoDB; runs the same contract test as the real one (employee-table-contract.ts). */
export class EmployeesInMemory implements WritableEmployees {
  readonly history: AuditEntry[] = [];
  readonly saves: Revision[] = [];
  readonly changes = new OpenChangesInMemory();
  readonly #records = new RecordsInMemory();
  readonly #requests = new Map<string, string>();

  constructor(...employees: Employee[]) {
    for (const employee of employees) this.#records.put(employee);
  }

  async find(id: EmployeeId): Promise<Employee | undefined> {
    return this.#records.find(id);
  }

  async findAll(ids: readonly EmployeeId[]): Promise<ReadonlyMap<EmployeeId, Employee>> {
    const found = this.#all().filter(({ id }) => ids.includes(id));
    return new Map(found.map((employee) => [employee.id, employee]));
  }

  async findByNip(nip: Nip): Promise<Employee | undefined> {
    return this.#records.withNumber(nip).find((each) => each.nip === nip);
  }

  async findByEmail(email: string): Promise<Employee | undefined> {
    return this.#records.withMailbox(email)[0];
  }

  async digestOf(requestId: string): Promise<string | undefined> {
    return this.#requests.get(requestId);
  }

  async add(
    employee: Employee,
    entry: AuditEntry,
    ...others: readonly JoinedWrite[]
  ): Promise<void> {
    this.#refuseTaken(employee);
    if (this.#records.find(employee.id)) throw new Conflict("record-changed");
    writeInMemory(others);
    this.#records.put(employee);
    this.history.push(entry);
    if (employee.photoId) this.changes.open(employee);
  }

  async save(
    revision: Revision,
    request?: RequestMark,
    ...others: readonly JoinedWrite[]
  ): Promise<void> {
    const { seen, after, cardChanged, entry } = revision;
    if (request && this.#requests.has(request.id)) throw new Conflict("request-repeated");
    this.#refuseTaken(after);
    if (this.#records.find(after.id)?.revision !== seen) throw new Conflict("record-changed");
    writeInMemory(others);
    this.#records.put(after);
    this.history.push(entry);
    this.saves.push(revision);
    if (cardChanged && after.photoId) this.changes.open(after);
    if (request) this.#requests.set(request.id, request.digest);
  }

  async join({ survivor, joined }: Joining, ...others: readonly JoinedWrite[]): Promise<void> {
    this.#refuseTaken(survivor.after, joined.after.id);
    for (const { seen, after } of [survivor, joined])
      if (this.#records.find(after.id)?.revision !== seen) throw new Conflict("record-changed");
    writeInMemory(others);
    for (const revision of [survivor, joined]) {
      const { after, cardChanged, entry } = revision;
      this.#records.put(after);
      this.history.push(entry);
      this.saves.push(revision);
      if (cardChanged && after.photoId) this.changes.open(after);
    }
  }

  unchanged({ id, revision }: Employee): JoinedWrite {
    return stepInMemory("decision-raced", {
      holds: () => this.#records.find(id)?.revision === revision,
      write: () => undefined,
    });
  }

  async idOf(nip: Nip): Promise<EmployeeId | undefined> {
    return this.#records.withNumber(nip)[0]?.id;
  }

  async idOfEmail(email: string): Promise<EmployeeId | undefined> {
    return (await this.findByEmail(email))?.id;
  }

  async idsOf(nips: readonly Nip[]): Promise<ReadonlyMap<Nip, EmployeeId>> {
    const owners = this.#all().flatMap((each) =>
      numbersOf(each).map((nip) => [nip, each.id] as const),
    );
    return new Map(owners.filter(([nip]) => nips.includes(nip)));
  }

  async idsOfEmails(emails: readonly string[]): Promise<ReadonlyMap<string, EmployeeId>> {
    const mailboxes = new Set(emails.map(mailboxOf));
    const owners = this.#all().map(({ id, email = "" }) => [mailboxOf(email), id] as const);
    return new Map(owners.filter(([mailbox]) => mailboxes.has(mailbox)));
  }

  async *inAgency(instansiId: string): AsyncGenerator<Employee> {
    yield* this.#all().filter((each) => each.instansiId === instansiId);
  }

  async list(): Promise<void> {
    // Whoever is here is listed.
  }

  async search(query: SearchQuery): Promise<EmployeePage> {
    return searchLines(linesInRecords(this.#all()), (ids) => this.findAll(ids), query);
  }

  async *inUnit({ instansiId, unitKerja }: Unit): AsyncGenerator<Employee> {
    yield* this.#all().filter((e) => e.instansiId === instansiId && e.unitKerja === unitKerja);
  }

  async idsInUnit(unit: Unit, { limit, after }: UnitQuery): Promise<UnitMembers> {
    const all = (await Array.fromAsync(this.inUnit(unit))).map(({ id }) => id).sort();
    const rest = all.filter((id) => after === undefined || id > after);
    return { ids: rest.slice(0, limit), next: rest.length > limit ? rest[limit - 1] : undefined };
  }

  async countAll(instansiId: string, kinds?: readonly EmployeeKind[]): Promise<number> {
    const all = await Array.fromAsync(this.inAgency(instansiId));
    const isMeant = (each: Employee) =>
      !kinds || (kinds.includes(each.kind) && savedStatus(each) !== "ended");
    return all.filter(isMeant).length;
  }

  async countIn(unit: Unit, most: number): Promise<number> {
    return Math.min(most, (await Array.fromAsync(this.inUnit(unit))).length);
  }

  async listed(
    list: RecordList,
    instansiId: string,
    { limit, after }: ListedQuery,
  ): Promise<Listed[]> {
    const place = ({ id, since }: Listed) => `${since} ${id}`;
    return this.#all()
      .filter((each) => each.instansiId === instansiId)
      .flatMap((each) => {
        const since = listedSince(each)[list];
        return since ? [{ id: each.id, since }] : [];
      })
      .sort((a, b) => (place(a) < place(b) ? -1 : 1))
      .filter((listed) => !after || place(listed) > place(after))
      .slice(0, limit);
  }

  async *startingOn(day: string, zone: Zone): AsyncGenerator<EmployeeId> {
    const isHere = (each: Employee) => (each.zone ?? usualZone) === zone;
    for (const employee of this.#all())
      if (savedStatus(employee) === "upcoming" && isHere(employee) && employee.tmt === day)
        yield employee.id;
  }

  async *contractsEndingOn(day: string): AsyncGenerator<Employee> {
    yield* this.#all().filter((e) => e.contractEnd === day);
  }

  #all(): Employee[] {
    return this.#records.all();
  }

  #refuseTaken({ id, nip, email, joinedInto }: Employee, joined?: EmployeeId): void {
    const isOther = (other: Employee) => other.id !== id && other.id !== joined;
    if (email && this.#records.withMailbox(email).some(isOther)) throw new Conflict("email-taken");
    if (!joinedInto && this.#records.withNumber(nip).some(isOther)) throw new Conflict("nip-taken");
  }
}
