import { describe } from "vitest";
import { AttendanceMonthsInMemory } from "../../support/attendance-months-in-memory.ts";
import { attendanceTableContract } from "../../support/attendance-table-contract.ts";

describe("AttendanceMonthsInMemory", () =>
  attendanceTableContract(async () => new AttendanceMonthsInMemory()));
