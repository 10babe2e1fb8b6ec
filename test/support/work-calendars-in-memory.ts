import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { type ChangedDays, changeOf, type DaySpan } from "#shared/workday/changed-days.ts";
import type { NationalCalendar } from "#shared/workday/holiday.ts";
import type { WritableWorkCalendars } from "#shared/workday/work-calendars.ts";
import type { AgencyCalendar } from "#shared/workday/work-pattern.ts";

interface Kept {
  readonly national?: readonly NationalCalendar[];
  readonly agencies?: readonly AgencyCalendar[];
}

/** The calendars without DynamoDB; runs the same contract test (work-calendar-table-contract.ts). */
export class WorkCalendarsInMemory implements WritableWorkCalendars {
  readonly history: AuditEntry[] = [];
  readonly #uncounted = new Map<string, ChangedDays>();
  readonly #national: Map<number, NationalCalendar>;
  readonly #agencies: Map<string, AgencyCalendar>;

  constructor({ national = [], agencies = [] }: Kept = {}) {
    this.#national = new Map(national.map((each) => [each.year, each]));
    this.#agencies = new Map(agencies.map((each) => [each.instansiId, each]));
  }

  async national(year: number): Promise<NationalCalendar | undefined> {
    return this.#national.get(year);
  }

  async agency(instansiId: string): Promise<AgencyCalendar | undefined> {
    return this.#agencies.get(instansiId);
  }

  async together(instansiId: string, years: readonly number[]) {
    const national = years.flatMap((year) => this.#national.get(year) ?? []);
    return { agency: this.#agencies.get(instansiId), national };
  }

  async saveNational(
    calendar: NationalCalendar,
    entry: AuditEntry,
    changed: DaySpan,
  ): Promise<void> {
    refuseRaced(this.#national.get(calendar.year), calendar);
    this.#national.set(calendar.year, calendar);
    this.#note(entry, changeOf(entry, changed));
  }

  async saveAgency(calendar: AgencyCalendar, entry: AuditEntry, changed: DaySpan): Promise<void> {
    refuseRaced(this.#agencies.get(calendar.instansiId), calendar);
    this.#agencies.set(calendar.instansiId, calendar);
    this.#note(entry, changeOf(entry, changed, calendar.instansiId));
  }

  async uncounted(): Promise<readonly ChangedDays[]> {
    const all = [...this.#uncounted.values()];
    return all.toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, 100);
  }

  async markCounted({ id }: ChangedDays): Promise<void> {
    this.#uncounted.delete(id);
  }

  #note(entry: AuditEntry, changed: ChangedDays): void {
    this.history.push(entry);
    this.#uncounted.set(changed.id, changed);
  }
}

function refuseRaced(
  kept: { readonly revision: number } | undefined,
  { revision }: { readonly revision: number },
): void {
  if ((kept?.revision ?? 0) !== revision - 1) throw new Conflict("calendar-changed");
}
