/** The tables behind `kartu instansi`, in the account of this deployment or on the embedded cloud. */
import { ApprovalTable } from "#shared/access/approval-table.ts";
import { RoleTable } from "#shared/access/role-table.ts";
import { UnitTable } from "#shared/agency/unit-table.ts";
import { WritableAgencyTable } from "#shared/agency/writable-agency-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { BulkQueue } from "#shared/bulk/bulk-queue.ts";
import { BulkTable } from "#shared/bulk/bulk-table.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { RateLimitTable } from "#shared/rate-limit/rate-limit-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { UsageError } from "./command.ts";
import { findCloud } from "./find-cloud.ts";
import { readOutputs } from "./stack-outputs.ts";

export type Tables = Awaited<ReturnType<typeof connectAgencies>>;

/** @throws UsageError when nothing is deployed from here, and no embedded cloud runs */
export async function connectAgencies(places: Parameters<typeof findCloud>[0]) {
  const cloud = await findCloud(places);
  if (!cloud)
    throw new UsageError(
      "Tidak ada yang dapat dihubungi: sebut --outputs dari cdk deploy, atau jalankan npm start.",
    );
  const { outputs, db, sqs } = cloud;
  const names = readOutputs(outputs, [
    ...(["AgencyTable", "AuditTable", "BulkTable", "BulkQueue"] as const),
    ...(["EmployeeTable", "MarkerTable", "RoleTable"] as const),
    ...(["UnitTable", "ApprovalTable", "RateLimitTable"] as const),
  ]);
  const audit = new AuditTable(db, names.AuditTable);
  return {
    agencies: new WritableAgencyTable(db, names.AgencyTable, audit),
    employees: new EmployeeTable(db, names.EmployeeTable, new MarkerTable(db, names.MarkerTable)),
    roles: new RoleTable(db, names.RoleTable),
    units: new UnitTable(db, names.UnitTable),
    approvals: new ApprovalTable(db, names.ApprovalTable, audit),
    limits: new RateLimitTable(db, names.RateLimitTable),
    bulks: new BulkTable(db, names.BulkTable),
    bulkSteps: new BulkQueue(sqs, names.BulkQueue),
    clock: systemClock,
  };
}
