import type { Approval } from "#shared/access/approval.ts";
import { type AskApproval, askApproval } from "#shared/access/ask-approval.ts";
import { refuseOwnRecord } from "#shared/access/own-record.ts";
import type { RoleGrants } from "#shared/access/role-grants.ts";
import { isSameMailbox } from "#shared/employee/email.ts";
import { hasMovedEmail } from "#shared/employee/email-move.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import { Conflict, Forbidden, InvalidInput, ProofRefused } from "#shared/runtime/errors.ts";
import { visibleLine } from "#shared/runtime/visible-text.ts";
import { entryOf } from "./account-event.ts";
import type { AccountRecords } from "./account-record.ts";
import { type ConfirmMailedCode, confirmMailedCode } from "./confirm-mailed-code.ts";
import { isDue, type MfaResetFacts, type MfaResetMode, modeProblem } from "./mfa-reset.ts";

export interface AskMfaReset extends AskApproval, ConfirmMailedCode {
  readonly accountRecords: Pick<AccountRecords, "summary" | "askingMfaReset">;
  readonly roles: Pick<RoleGrants, "find">;
  /** How long a changed e-mail address proves nothing, hours. */
  readonly newEmailWaitHours: number;
}

export interface MfaResetRequest extends MfaResetFacts {
  /** In the asker's scope. */
  readonly person: Employee;
  readonly by: { readonly employeeId: EmployeeId };
  readonly reason: string;
  readonly requestId: string;
  /** That the holder read aloud, at the counter. */
  readonly code?: string | undefined;
}

/**
 * An officer asks that somebody may register another authenticator. An earlier request for the same person that nobody decided
 * is void from then on.
 * @returns the approval, waiting for a penyetuju
 * @throws Forbidden `own-record`, `email-changed-by-you`; Conflict `no-authenticator`, `mfa-reset-pending`, as requireMode; InvalidInput
 * on `ticket`, `reason`; ProofRefused as confirmMailedCode; as askApproval
 */
export async function askMfaReset(
  dependencies: AskMfaReset,
  { person, by, mode, paper, code, reason, requestId, ...request }: MfaResetRequest,
): Promise<Approval> {
  refuseOwnRecord(person.id, by);
  const ticket = visibleLine(request.ticket);
  if (ticket === "") throw new InvalidInput({ field: "ticket", code: "required" });
  refuseMover(person, by.employeeId, dependencies.clock.now());
  await refuseUnfit(dependencies, person);
  await requireMode(dependencies, mode, person);
  if (mode === "counter") await requireHolder(dependencies, person, code);
  const facts = { mode, paper, ticket };
  const { id, instansiId, unitKerja } = person;
  return await askApproval(dependencies, {
    kind: "mfa-reset",
    subject: { id, instansiId, unitKerja, revision: person.revision },
    ...{ old: null, new: facts, reason, requestId },
    asker: { id: by.employeeId, role: "petugas" },
    decider: "penyetuju",
    changes: Object.entries(facts).map(([field, to]) => ({ field, to })),
    notes: ({ id: resetId, askedAt, reason: kept }) => ({
      writes: [dependencies.accountRecords.askingMfaReset(id, { id: resetId })],
      entries: [
        entryOf({
          employeeId: id,
          action: "mfa-reset-asked",
          actor: { role: "officer", id: by.employeeId },
          at: new Date(askedAt),
          reason: kept,
          matterId: resetId,
        }),
      ],
    }),
  });
}

/** @throws Conflict `account-missing`, `no-authenticator`, `mfa-reset-pending` */
async function refuseUnfit(
  { accountRecords, clock }: Pick<AskMfaReset, "accountRecords" | "clock">,
  { id }: Employee,
): Promise<void> {
  const account = await accountRecords.summary(id);
  if (!account) throw new Conflict("account-missing");
  if (account.state !== "ready") throw new Conflict("no-authenticator");
  const { mfaReset } = account;
  if (mfaReset?.decidedAt && !isDue(mfaReset, clock.now())) throw new Conflict("mfa-reset-pending");
}

/** @throws Conflict `mfa-reset-needs-wait` (at the counter, of who has a role), `email-too-new`, `email-failed` (absent) */
export async function requireMode(
  { roles, clock, newEmailWaitHours }: Pick<AskMfaReset, "roles" | "clock" | "newEmailWaitHours">,
  mode: MfaResetMode,
  person: Employee,
): Promise<void> {
  const given = await roles.find(person.id);
  const problem = modeProblem(mode, { person, given, newEmailWaitHours, now: clock.now() });
  if (problem) throw new Conflict(problem);
}

/**
 * Who gave the account another address, alone or by an import, may be who reads its mails: what the mailbox opens is then others'
 * business.
 * @throws Forbidden `email-changed-by-you`
 */
export function refuseMover(person: Employee, officerId: string, now: Date): void {
  if (hasMovedEmail(person, officerId, now)) throw new Forbidden("email-changed-by-you");
}

/** Who reads the mail of the record's address is there. @throws ProofRefused as confirmMailedCode */
async function requireHolder(
  dependencies: ConfirmMailedCode,
  { id, email }: Employee,
  code = "",
): Promise<void> {
  const one = { employeeId: id, purpose: "counter", code } as const;
  const { address } = await confirmMailedCode(dependencies, one);
  if (!isSameMailbox(address, email)) throw new ProofRefused("mailed-code-expired");
}
