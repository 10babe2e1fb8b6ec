import { describe } from "vitest";
import { attendanceRulesContract } from "../../support/attendance-rules-contract.ts";
import { AttendanceRulesInMemory } from "../../support/attendance-rules-in-memory.ts";

describe("AttendanceRulesInMemory", () =>
  attendanceRulesContract(async () => new AttendanceRulesInMemory()));
