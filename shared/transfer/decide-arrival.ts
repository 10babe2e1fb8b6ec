/** The transaction that moves a person to another agency (decision 0053). */
import { type Approval, type ClosedApproval, personOf } from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import type { DecidedKind } from "#shared/access/decide-approval.ts";
import { hasRole, type PersonsRoles } from "#shared/access/role.ts";
import type { RoleGrants } from "#shared/access/role-grants.ts";
import { entryOf } from "#shared/account/account-event.ts";
import type { AccountRecords, AccountSummary } from "#shared/account/account-record.ts";
import type { Agencies } from "#shared/agency/agencies.ts";
import { type SaidOfAgency, saidOfAgency } from "#shared/agency/agency.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import { type Decree, isOpen as isOpenDecree } from "#shared/decree/decree.ts";
import type { Decrees } from "#shared/decree/decrees.ts";
import { cardStatus, type Employee } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { type Revision, revise } from "#shared/employee/revision.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { arrival, problemsOfPlace } from "./ask-arrival.ts";
import { isOpen, type Transfer } from "./transfer.ts";
import type { Transfers } from "./transfers.ts";

export interface DecideArrival {
  readonly employees: Pick<WritableEmployees, "find" | "save">;
  readonly roles: Pick<RoleGrants, "find" | "unchanged">;
  readonly agencies: Pick<Agencies, "find">;
  readonly accountRecords: Pick<AccountRecords, "summary" | "moving">;
  readonly decrees: Pick<Decrees, "of" | "replacing">;
  readonly transfers: Pick<Transfers, "find" | "writing">;
  readonly approvals: Pick<Approvals, "closing">;
  readonly clock: Clock;
}

/**
 * Decrees that end with the move. A transaction has at most 100 actions («TransactWriteItems», Amazon DynamoDB API Reference), of which a
 * record with all of its lines may need 60. Others are set aside on their own day, because the agency is another one (actDecree).
 */
const mostDecrees = 25;

/** Moves the person: record, history, card, lines of the lists, account and decrees in one transaction with the end of the approval. */
export function arrivals(api: DecideArrival): DecidedKind {
  return {
    isOutdated: async (approval) => !(await findAsAsked(api, approval, api.clock.now())),
    carryOut: async (closed) => {
      const at = new Date(closed.approval.outcome.at);
      const found = await findAsAsked(api, closed.approval, at);
      if (!found) throw new Conflict("approval-subject-changed");
      const { person, transfer, given, account } = found;
      const { to } = transfer;
      const open = (await api.decrees.of(person.id)).filter(isOpenDecree).slice(0, mostDecrees);
      const end: ClosedApproval = {
        ...closed,
        entries: [...closed.entries, ...linesOf(closed, found)],
      };
      try {
        await api.employees.save(
          moved(found, closed),
          undefined,
          api.transfers.writing(endOf(transfer, { ending: "moved", at })),
          ...(account
            ? [api.accountRecords.moving({ id: person.id, instansiId: to }, account, at)]
            : []),
          ...open.map((each) => api.decrees.replacing(setAside(each, at))),
          api.roles.unchanged(given),
          ...api.approvals.closing(end),
        );
      } catch (error) {
        const isRaced = error instanceof Conflict && racedCodes.includes(error.code);
        throw isRaced ? new Conflict("approval-subject-changed") : error;
      }
    },
  };
}

const racedCodes: readonly string[] = ["record-changed", "transfer-over", "decree-over"];

/** The next revision of a transfer that has ended. */
export function endOf(
  transfer: Transfer,
  { ending, at, reason }: Pick<Transfer, "ending"> & { at: Date; reason?: string },
): Transfer {
  const endedAt = at.toISOString();
  const revision = transfer.revision + 1;
  return { ...transfer, ending, endedAt, revision, ...(reason && { endReason: reason }) };
}

/** A decree of the former agency never acts; it stays readable. */
function setAside(each: Decree, at: Date): Decree {
  const endedAt = at.toISOString();
  const revision = each.revision + 1;
  return { ...each, revision, state: "withdrawn", obstacle: "transferred", endedAt };
}

interface Found {
  readonly person: Employee;
  readonly transfer: Transfer;
  readonly given: PersonsRoles;
  readonly account: AccountSummary | undefined;
  readonly agency: SaidOfAgency;
}

/** All that is moved; undefined when it was released to another end, the person has left or has a role, or is elsewhere by now. */
async function findAsAsked(
  { employees, roles, agencies, accountRecords, transfers }: DecideArrival,
  approval: Approval,
  now: Date,
): Promise<Found | undefined> {
  const id = personOf(approval);
  const { transferRevision, ...place } = arrival.parse(approval.new);
  const [person, transfer, given, account, agency] = await Promise.all([
    employees.find(id),
    transfers.find(id),
    roles.find(id),
    accountRecords.summary(id),
    agencies.find(approval.subject.instansiId),
  ]);
  if (!person || !agency || !transfer || !isOpen(transfer, now)) return undefined;
  if (transfer.revision !== transferRevision || transfer.to !== agency.id) return undefined;
  if (person.instansiId !== transfer.from || cardStatus(person, now) === "ended") return undefined;
  if (hasRole(given, person, now) || problemsOfPlace(place, person).length > 0) return undefined;
  return { person, transfer, given, account, agency: saidOfAgency(agency) };
}

/** The record's next revision. Its line of history names all four who decided. */
function moved({ person, transfer, agency }: Found, { approval }: ClosedApproval): Revision {
  const { asker, outcome, reason } = approval;
  const { unitKerja, jabatan } = arrival.parse(approval.new);
  const change = { instansiId: transfer.to, ...agency, unitKerja, jabatan };
  const next = revise(person, change, {
    ...{ at: new Date(outcome.at), reason, source: transfer.source, approvedBy: outcome.by },
    actor: { role: "officer", id: asker.id },
    action: "transferred",
  });
  if (!next) throw new Conflict("approval-subject-changed");
  const releasedBy = { asker: transfer.askedBy, approver: transfer.approvedBy };
  return { ...next, entry: { ...next.entry, releasedBy } };
}

/** What the holder is told, and the two who released the person. */
function linesOf({ approval }: ClosedApproval, { person, transfer }: Found): AuditEntry[] {
  const at = new Date(approval.outcome.at);
  const actor = { role: "system" } as const;
  return [
    entryOf({ employeeId: person.id, action: "transferred", actor, at }),
    ...linesOfEnd(transfer, at),
  ];
}

/** What both who released somebody hear of the end. */
export function linesOfEnd({ askedBy, approvedBy }: Transfer, at: Date): AuditEntry[] {
  const actor = { role: "system" } as const;
  const action = "transfer-ended";
  return [askedBy, approvedBy].map((employeeId) => entryOf({ employeeId, action, actor, at }));
}
