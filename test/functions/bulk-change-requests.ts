import { randomUUID } from "node:crypto";
import type { Employee } from "#shared/employee/employee.ts";

const some = `/api/accounts/bulk-changes/blk_${"0".repeat(26)}`;

/** To each route about changes for many people, as in route-requests.ts. */
export function bulkChangeRequests({
  id,
  unitKerja,
}: Employee): Readonly<Record<string, () => { path?: string; body?: object }>> {
  const change = { action: "assign", unitKerja };
  return {
    "POST /api/accounts/bulk-changes": () => ({
      body: { requestId: randomUUID(), ids: [id], change },
    }),
    "GET /api/accounts/bulk-changes/{bulkId}": () => ({ path: some }),
    "POST /api/accounts/bulk-changes/{bulkId}/ask": () => ({
      path: `${some}/ask`,
      body: { reason: "SK 12/2026" },
    }),
    "POST /api/accounts/bulk-changes/{bulkId}/stop": () => ({ path: `${some}/stop` }),
  };
}
