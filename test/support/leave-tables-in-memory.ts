import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import { AttendanceMonthsInMemory } from "./attendance-months-in-memory.ts";
import { AttendanceRulesInMemory } from "./attendance-rules-in-memory.ts";
import { DeciderRulesInMemory } from "./decider-rules-in-memory.ts";
import { DecreesInMemory } from "./decrees-in-memory.ts";
import { LeaveLedgersInMemory } from "./leave-ledgers-in-memory.ts";
import { PostsInMemory } from "./posts-in-memory.ts";
import { TrainingResultsInMemory } from "./training-results-in-memory.ts";
import { UnitsInMemory } from "./units-in-memory.ts";
import { WorkCalendarsInMemory } from "./work-calendars-in-memory.ts";

/** What requests for leave, for corrections of attendance and for JP of others' certificates read and write beside records and requests. */
export function leaveTablesInMemory(history: AuditEntry[] = []) {
  return {
    posts: new PostsInMemory(history),
    rules: new DeciderRulesInMemory(history),
    units: new UnitsInMemory(),
    calendars: new WorkCalendarsInMemory(),
    decrees: new DecreesInMemory(),
    ledgers: new LeaveLedgersInMemory(),
    months: new AttendanceMonthsInMemory(2, history),
    attendanceRules: new AttendanceRulesInMemory(history),
    results: new TrainingResultsInMemory(),
  };
}
