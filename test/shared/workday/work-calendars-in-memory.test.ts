import { workCalendarTableContract } from "../../support/work-calendar-table-contract.ts";
import { WorkCalendarsInMemory } from "../../support/work-calendars-in-memory.ts";

workCalendarTableContract(async () => new WorkCalendarsInMemory());
