import type { Approvals } from "#shared/access/approvals.ts";
import type { RoleGrants } from "#shared/access/role-grants.ts";
import type { AccountHistory } from "#shared/account/account-history.ts";
import type { AccountRecords } from "#shared/account/account-record.ts";
import type { Lockouts } from "#shared/account/lockout.ts";
import type { CodesToMail, MailedCodes } from "#shared/account/mailed-code.ts";
import type { WritableAgencies } from "#shared/agency/agencies.ts";
import type { OrgUnits } from "#shared/agency/org-units.ts";
import type { AuditTrail } from "#shared/audit/audit-trail.ts";
import type { Bulks } from "#shared/bulk/bulk.ts";
import type { BulkLists } from "#shared/bulk-change/bulk-change.ts";
import type { Decrees } from "#shared/decree/decrees.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import type { Exports } from "#shared/export/exports.ts";
import type { CarryOutImport } from "#shared/import/ask-import.ts";
import type { Uploads } from "#shared/photo/upload.ts";
import type { RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Requests } from "#shared/request/requests.ts";
import type { DerivedKeys } from "#shared/runtime/keyed-hash.ts";
import type { ContactChanges } from "#shared/session/contact-change.ts";
import type { AskRole } from "#shared/session/require-session.ts";
import type { Sessions } from "#shared/session/sessions.ts";
import type { Transfers } from "#shared/transfer/transfers.ts";

/** What officers' routes about accounts work with. */
export interface AccountsApi extends AskRole {
  readonly employees: Pick<
    WritableEmployees,
    "find" | "findAll" | "idOf" | "findByEmail" | "add" | "save" | "join" | "unchanged" | "countIn"
  >;
  readonly photos: Pick<Uploads, "latest">;
  readonly units: Pick<OrgUnits, "find" | "findByName" | "treeRevision" | "children" | "changing">;
  readonly bulks: Pick<Bulks, "starting" | "find" | "stop">;
  readonly bulkLists: Pick<BulkLists, "find" | "keep">;
  readonly roles: RoleGrants;
  readonly approvals: Approvals;
  readonly decrees: Pick<Decrees, "find" | "of" | "adding" | "replacing" | "listed">;
  readonly transfers: Transfers;
  readonly requests: Pick<Requests, "of">;
  readonly exports: Pick<Exports, "find" | "agreeing">;
  readonly agencies: Pick<WritableAgencies, "find" | "list" | "save">;
  readonly accountRecords: Pick<
    AccountRecords,
    | "summary"
    | "askingMfaReset"
    | "decidingMfaReset"
    | "takeMfaReset"
    | "markFrozen"
    | "restarting"
    | "adding"
    | "moving"
  >;
  readonly accountHistory: Pick<AccountHistory, "note" | "page">;
  readonly history: Pick<AuditTrail, "noteReading" | "history" | "readings">;
  readonly sessions: Pick<
    Sessions,
    "find" | "touch" | "findAccount" | "freeze" | "freezing" | "unfreeze" | "unfreezing" | "ending"
  >;
  readonly lockouts: Pick<Lockouts, "find" | "clear">;
  readonly limits: Pick<RateLimits, "count" | "read" | "add" | "forget">;
  readonly contactChanges: Pick<ContactChanges, "of" | "take">;
  readonly codes: Pick<MailedCodes, "ask" | "find" | "countTry" | "take">;
  readonly codesToMail: CodesToMail;
  readonly imports: CarryOutImport["imports"];
  readonly bulkSteps: CarryOutImport["bulkSteps"];
  readonly hmacKey: Pick<DerivedKeys, "derive">;
  /** How long a changed e-mail address proves nothing, hours. */
  readonly newEmailWaitHours: number;
}
