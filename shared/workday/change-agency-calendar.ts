import type { Officer } from "#shared/access/scope.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import { keyOf, namesOf } from "#shared/agency/org-unit.ts";
import type { OrgUnits } from "#shared/agency/org-units.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, Forbidden, NotFound } from "#shared/runtime/errors.ts";
import { visibleLine } from "#shared/runtime/visible-text.ts";
import {
  type CalendarChange,
  type CalendarChangeRequest,
  changedCalendar,
  type PatternTarget,
} from "./calendar-change.ts";
import type { WritableWorkCalendars } from "./work-calendars.ts";
import type { AgencyCalendar } from "./work-pattern.ts";

export interface ChangeAgencyCalendar {
  readonly calendars: Pick<WritableWorkCalendars, "agency" | "saveAgency">;
  readonly units: Pick<OrgUnits, "findByName">;
  readonly employees: Pick<Employees, "find">;
  readonly clock: Clock;
}

/**
 * Adds a day off or a pattern to the own agency's calendar, or takes one away.
 * @throws NotFound for whom a role for units brings here, and of a person of another agency; Forbidden `own-record` for whom a pattern is
 * about; Conflict `calendar-changed`; InvalidInput as `changedCalendar`
 */
export async function changeAgencyCalendar(
  api: ChangeAgencyCalendar,
  by: Officer,
  { revision, source, change }: CalendarChangeRequest,
): Promise<AgencyCalendar> {
  const instansiId = wholeAgencyOf(by);
  const person = personIn(change);
  if (person === by.employeeId) throw new Forbidden("own-record");
  const none: AgencyCalendar = { instansiId, holidays: [], patterns: [], revision: 0 };
  const old = (await api.calendars.agency(instansiId)) ?? none;
  if (old.revision !== revision) throw new Conflict("calendar-changed");
  const meant = await lookedUp(api, instansiId, change);
  const { change: told, span, ...lists } = changedCalendar(old, meant, source);
  const next = { ...old, ...lists, revision: revision + 1 };
  const entry: AuditEntry = {
    ...{ subjectId: `calendar#${instansiId}`, revision: next.revision },
    ...{ at: api.clock.now().toISOString(), actor: { role: "officer", id: by.employeeId } },
    ...{ action: revision === 0 ? "registered" : "changed", reason: visibleLine(source) },
    ...{ changes: [told], ...(person && { about: person }) },
  };
  await api.calendars.saveAgency(next, entry, span);
  return next;
}

function personIn(change: CalendarChange) {
  const target: PatternTarget = "target" in change ? change.target : "agency";
  return typeof target === "object" && "person" in target ? target.person : undefined;
}

/** A pattern that is added is of a unit as the records name it, or of somebody of the agency. What is taken away is as it stands. */
async function lookedUp(
  { units, employees }: ChangeAgencyCalendar,
  instansiId: string,
  change: CalendarChange,
): Promise<CalendarChange> {
  if (change.action !== "add-pattern" || change.target === "agency") return change;
  if ("person" in change.target) {
    const record = await employees.find(change.target.person);
    if (record?.instansiId !== instansiId) throw new NotFound("No such person.");
    return change;
  }
  const typed = change.target.unit;
  const unit = await units.findByName(instansiId, typed);
  const names = unit ? namesOf(unit) : [];
  const name = names.find((each) => keyOf(each) === keyOf(typed)) ?? "";
  return { ...change, target: { unit: name } };
}
