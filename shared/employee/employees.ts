import type { Unit } from "#shared/access/scope.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { Zone } from "#shared/runtime/zone.ts";
import type { Employee, EmployeeId } from "./employee.ts";
import type { NameQuery } from "./name-index.ts";
import type { EmployeeKind, Nip } from "./nip.ts";
import type { RecordList } from "./record-lists.ts";
import type { Joining, Revision } from "./revision.ts";
import type { Among, EmployeePage } from "./search-pages.ts";

export interface SearchQuery extends NameQuery {
  /** Only among those who work there; without them in the whole instansi. */
  readonly units?: readonly string[] | undefined;
  readonly limit: number;
  /** `next` of the page before. */
  readonly from?: string | undefined;
  /** A condition on the newest record. */
  readonly fits: (employee: Employee) => boolean;
  /** Only who is in a list that another table keeps. */
  readonly among?: Among | undefined;
}

/** Somebody in a list of people that somebody has to look at. */
export interface Listed {
  readonly id: EmployeeId;
  /** ISO instant. */
  readonly since: string;
}

/** A part of such a list. */
export interface ListedQuery {
  readonly limit: number;
  /** The last one of the part before. */
  readonly after?: Listed | undefined;
}

/** The lists of people that the table of accounts keeps, each named "ins_contoh#frozen". */
export interface AccountLists {
  /** Longest in it first; the newest can be missing for a moment. Fewer than `limit` are the last. */
  list(list: string, query: ListedQuery): Promise<readonly Listed[]>;
  /** Those of at most a hundred people who are in the list; the newest change can be missing for a moment. */
  among(list: string, ids: readonly EmployeeId[]): Promise<ReadonlySet<EmployeeId>>;
}

/** A part of the people of a unit. */
export interface UnitQuery {
  readonly limit: number;
  readonly after?: EmployeeId | undefined;
}

export interface UnitMembers {
  readonly ids: readonly EmployeeId[];
  /** What the next part begins after; undefined of the last. */
  readonly next: EmployeeId | undefined;
}

/** The trees of units, for who saves records: a unit that somebody works in is in its agency's tree (decision 0042). */
export interface UnitRegister {
  /** Enters a unit that is new, and a new spelling of one that is known. */
  join(unit: Unit): Promise<void>;
}

/** A request that is carried out once: the client's id, and a digest of what it asks. */
export interface RequestMark {
  readonly id: string;
  readonly digest: string;
}

/** The records, to be read. */
export interface Employees {
  /** The newest record (strongly consistent read). */
  find(id: EmployeeId): Promise<Employee | undefined>;
  /**
   * The newest records of these ids (strongly consistent read, one request for a hundred). Those that are not there or
   * cannot be read are left out.
   */
  findAll(ids: readonly EmployeeId[]): Promise<ReadonlyMap<EmployeeId, Employee>>;
  /** Two reads: the number's marker, then the record that has the number now. A former number finds nobody here: nobody signs in by it. */
  findByNip(nip: Nip): Promise<Employee | undefined>;
  /** Two reads: the address's marker, then the record that has the address now. */
  findByEmail(email: string): Promise<Employee | undefined>;
  /** Whose number this is, or was. */
  idOf(nip: Nip): Promise<EmployeeId | undefined>;
  /** Whose address this is now. */
  idOfEmail(email: string): Promise<EmployeeId | undefined>;
  /** Whose these numbers are, or were; one request for a hundred. */
  idsOf(nips: readonly Nip[]): Promise<ReadonlyMap<Nip, EmployeeId>>;
  /** Whose these addresses are now, by mailbox (`mailboxOf`). */
  idsOfEmails(emails: readonly string[]): Promise<ReadonlyMap<string, EmployeeId>>;
  /** The digest of the request with this id; undefined when the id is new, empty when it was noted before there were digests. */
  digestOf(requestId: string): Promise<string | undefined>;
  /**
   * Records of one instansi in the order of their names, or of the words that were looked for. A page is full or the last. Its
   * cost depends on its length, not on how many records there are: one query for each status and kind, and one read of the records.
   * With several words it also reads the lines of other people whose names have the longest of them. Within units it is one query for
   * each unit, and with words or filters the lines of all their people (decision 0047).
   * @throws InvalidInput when `from` is not the `next` of a page of this search
   */
  search(query: SearchQuery): Promise<EmployeePage>;
  /** All records of an agency that can be read, by their units; the newest changes can be missing for a moment. */
  inAgency(instansiId: string): AsyncGenerator<Employee>;
  /** All records of a unit, in no order. */
  inUnit(unit: Unit): AsyncGenerator<Employee>;
  /**
   * Who works in a unit, also whose record cannot be read: a part of them, in no order; the newest can be missing for a moment.
   * @param query.after the last one of the part before
   */
  idsInUnit(unit: Unit, query: UnitQuery): Promise<UnitMembers>;
  /**
   * How many records an agency has, as `search` lists them; the newest can be missing for a moment. It reads all keys of them.
   * @param kinds of these alone, and without those whose card has ended
   */
  countAll(instansiId: string, kinds?: readonly EmployeeKind[]): Promise<number>;
  /** How many people work in a unit, counted up to `most`; the newest can be missing for a moment. */
  countIn(unit: Unit, most: number): Promise<number>;
  /**
   * Who is in one list of an agency, longest first; the newest can be missing for a moment (the index follows the table). Fewer
   * than `limit` are the last.
   */
  listed(list: RecordList, instansiId: string, query: ListedQuery): Promise<readonly Listed[]>;
  /** Records whose contract's last day is this one. */
  contractsEndingOn(day: string): AsyncGenerator<Employee>;
  /** Whose card has this day of the zone as its first one, of those whose last save was before it. */
  startingOn(day: string, zone: Zone): AsyncGenerator<EmployeeId>;
}

/** The records, for the few functions that may change them. */
export interface WritableEmployees extends Employees {
  /**
   * Adds a record.
   * @param others the account, and what else belongs to it: the end of an approval, a step of an import
   * @throws Conflict `nip-taken`, `email-taken`, `record-changed` when there is a record with this id, or what the others say
   */
  add(employee: Employee, entry: AuditEntry, ...others: readonly JoinedWrite[]): Promise<void>;
  /**
   * Saves a change. The same request again is refused as `request-repeated`, also when the record has changed in between.
   * @param others the end of the approval that the change rests on
   * @throws Conflict `record-changed` when the revision seen is not the newest, `nip-taken`, `email-taken`, `request-repeated`, or what
   * the others say
   */
  save(revision: Revision, request?: RequestMark, ...others: readonly JoinedWrite[]): Promise<void>;
  /**
   * Saves both revisions of two records that are joined: the numbers of the one that ends lead to the survivor from then on.
   * @param others what ends with it, and the end of the approval that it rests on
   * @throws Conflict `record-changed` when one of both revisions seen is not the newest, `email-taken`, `join-too-long` when the lines of both
   * names are more than one transaction takes, or what the others say
   */
  join(joining: Joining, ...others: readonly JoinedWrite[]): Promise<void>;
  /** Holds a transaction to the record that was read: it fails as `decision-raced` when somebody has changed it since. */
  unchanged(seen: Employee): JoinedWrite;
  /**
   * Writes anew what of a record stands beside it: its lines of the index by name, its markers. For records from before
   * these, and for a table that was put back to another second than the other. The record itself does not change.
   * @param today "YYYY-MM-DD", in Jakarta, whose tags the person gets; the day of the last save unless it is said
   * @throws Conflict `record-changed`, `nip-taken`, `email-taken`
   */
  list(employee: Employee, today?: string): Promise<void>;
}
