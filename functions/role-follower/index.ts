import * as z from "zod";
import { ApprovalTable } from "#shared/access/approval-table.ts";
import { WritableRoleTable } from "#shared/access/writable-role-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { followRoles } from "./handle.ts";

const config = readConfig(
  z.object({ APPROVAL_TABLE: z.string(), ROLE_TABLE: z.string(), AUDIT_TABLE: z.string() }),
);
const db = documentClient();
const history = new AuditTable(db, config.AUDIT_TABLE);

export const handler = followRoles({
  approvals: new ApprovalTable(db, config.APPROVAL_TABLE, history),
  roles: new WritableRoleTable(db, config.ROLE_TABLE, history),
  clock: systemClock,
});
