import * as z from "zod";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { reportOverwritten } from "./handle.ts";

const config = readConfig(
  z.object({ ERASURE_YEARS: z.coerce.number().int().min(0), EMPLOYEE_TABLE: z.string() }),
);

export const handler = reportOverwritten({
  employees: new EmployeeTable(documentClient(), config.EMPLOYEE_TABLE),
  erasureYears: config.ERASURE_YEARS,
  clock: systemClock,
});
