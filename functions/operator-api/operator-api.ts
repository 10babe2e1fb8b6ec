import type { Approvals } from "#shared/access/approvals.ts";
import type { WritableRoleGrants } from "#shared/access/role-grants.ts";
import type { AccountRecords } from "#shared/account/account-record.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { AskRole } from "#shared/session/require-session.ts";
import type { Sessions } from "#shared/session/sessions.ts";

/** What operators' routes work with. */
export interface OperatorApi extends AskRole {
  readonly employees: Pick<Employees, "find" | "findAll" | "findByNip" | "inUnit">;
  readonly roles: WritableRoleGrants;
  readonly approvals: Approvals;
  readonly sessions: Pick<Sessions, "find" | "touch" | "findAccount" | "freezing">;
  readonly accountRecords: Pick<AccountRecords, "markFrozen">;
  readonly limits: Pick<RateLimits, "count">;
}
