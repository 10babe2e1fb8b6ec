import { type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { OldReport, OldReports } from "#shared/wrong-data/old-report.ts";
import { oldReportKey } from "#shared/wrong-data/old-report-table.ts";
import { AttendanceMonthsInMemory } from "./attendance-months-in-memory.ts";
import { LeaveLedgersInMemory } from "./leave-ledgers-in-memory.ts";
import { LettersInMemory } from "./letters-in-memory.ts";
import { PresenceKeysInMemory } from "./presence-keys-in-memory.ts";

export const anOldReport: OldReport = {
  employeeId: "emp_siti",
  field: "jabatan",
  stood: "Arsiparis",
  right: "Arsiparis Ahli Pertama",
  note: "SK 12/2026",
  reportedAt: "2026-11-21T03:00:00.000Z",
};

/** Stores one as it was stored while it was open. */
export async function storeOldReport(
  db: DynamoDBDocumentClient,
  TableName: string,
  { employeeId, ...report }: OldReport,
): Promise<void> {
  const Item = {
    ...{ schemaVersion: 1, ...report, id: "cor_1", instansiId: "ins_contoh" },
    ...{ employeeId: oldReportKey(employeeId), person: employeeId },
    ...{ state: "correction#ins_contoh", effectiveFrom: "2026-11-24T03:00:00.000Z" },
    dueAt: "2026-11-24T03:00:00.000Z",
  };
  await db.send(new PutCommand({ TableName, Item }));
}

/** Those of one person, without DynamoDB. */
export function oldReportsOf(...reports: readonly OldReport[]): OldReports {
  return { of: async (id) => reports.filter(({ employeeId }) => employeeId === id) };
}

/** Nobody has a card, nothing was reported or asked for: for a world that is about something else. */
export const noOwnData = {
  cards: { find: async () => undefined },
  oldReports: oldReportsOf(),
  requests: { of: async () => [] },
  ledgers: new LeaveLedgersInMemory(),
  letters: new LettersInMemory(),
  attendance: new AttendanceMonthsInMemory(),
  presenceKeys: new PresenceKeysInMemory(),
};
