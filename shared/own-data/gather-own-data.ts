import type { RoleGrants } from "#shared/access/role-grants.ts";
import { accountSubject } from "#shared/account/account-event.ts";
import type { AccountHistory } from "#shared/account/account-history.ts";
import type { AccountRecords, AccountSummary } from "#shared/account/account-record.ts";
import type { HeldAttendance } from "#shared/attendance/attendance-months.ts";
import { isAccountAction } from "#shared/audit/account-actions.ts";
import type { AuditEntry, Reading } from "#shared/audit/audit-entry.ts";
import type { AuditTrail, HistoryPage, HistoryQuery } from "#shared/audit/audit-trail.ts";
import type { Origin } from "#shared/audit/origin.ts";
import type { Card, Cards } from "#shared/card/card.ts";
import type { Scans } from "#shared/card/scan.ts";
import { tellScan } from "#shared/card/scan-answers.ts";
import { cardStatus, type Employee } from "#shared/employee/employee.ts";
import { fieldKeys } from "#shared/employee/fields.ts";
import type { PresenceKeys } from "#shared/gate/presence-keys.ts";
import type { LeaveLedgers } from "#shared/leave/leave-ledgers.ts";
import type { Letters } from "#shared/letter/letters.ts";
import { ownLetters } from "#shared/letter/own-letters.ts";
import type { Notifications } from "#shared/notification/notification.ts";
import { toldReviewOf } from "#shared/photo/tell-photo.ts";
import type { Requests } from "#shared/request/requests.ts";
import { isInCopy, tellHeldRequest } from "#shared/request-kinds/tell-content.ts";
import { listSessions } from "#shared/session/list-sessions.ts";
import type { Session } from "#shared/session/session.ts";
import type { Sessions } from "#shared/session/sessions.ts";
import { type TellContact, tellContact } from "#shared/session/tell-contact.ts";
import type { OldReports } from "#shared/wrong-data/old-report.ts";
import { mostEntries, type OwnDataAnswer } from "./own-data-answer.ts";

export interface GatherOwnData extends TellContact {
  readonly history: Pick<AuditTrail, "history" | "readings">;
  readonly attendance: HeldAttendance;
  readonly presenceKeys: Pick<PresenceKeys, "findAll">;
  readonly accountHistory: Pick<AccountHistory, "note">;
  readonly accountRecords: Pick<AccountRecords, "summary">;
  readonly cards: Pick<Cards, "find">;
  readonly oldReports: OldReports;
  readonly ledgers: Pick<LeaveLedgers, "find">;
  readonly requests: Pick<Requests, "of">;
  readonly letters: Pick<Letters, "about">;
  readonly notifications: Pick<Notifications, "list">;
  readonly roles: Pick<RoleGrants, "find">;
  readonly scans: Scans;
  readonly sessions: Pick<Sessions, "find" | "findAccount">;
}

/** Whoever asks for them: both are the same person's. */
interface Asker {
  readonly employee: Employee;
  readonly session: Session;
  readonly origin: Origin;
}

/** Entries that one query reads. */
const pageSize = 250;
/** Each may have a few KB. */
const mostRequests = 200;

/**
 * All that is held about a person, for this person alone. That a copy is taken is noted first, and the person hears of it: who took
 * it may have come by a stranger's way. Long: what is read, then what is told, one line for each.
 */
export async function gatherOwnData(
  api: GatherOwnData,
  { employee, session, origin }: Asker,
): Promise<OwnDataAnswer> {
  const { id } = employee;
  const at = api.clock.now();
  await api.accountHistory.note({
    ...{ employeeId: id, action: "own-data-taken", at, origin },
    actor: { role: "holder", id },
  });
  const history = (query: HistoryQuery) => api.history.history(query);
  const readings = (query: HistoryQuery) => api.history.readings(query);
  const [[changes, events, reads], [reports, requests, ledger, letters], attendance, ...found] =
    await Promise.all([
      Promise.all([
        changesOf(history, employee),
        allOf(history, accountSubject(id)),
        allOf(readings, id),
      ]),
      Promise.all([
        api.oldReports.of(id),
        requestsOf(api, employee, at),
        api.ledgers.find(id),
        ownLetters(api, id),
      ]),
      attendanceOf(api, employee),
      api.scans.of(id, { limit: mostEntries, now: at }),
      api.notifications.list(id, mostEntries + 1),
      api.cards.find(id),
      api.accountRecords.summary(id),
      tellContact(api, employee),
      listSessions(api, session),
      api.roles.find(id),
    ]);
  const [scans, notices, card, account, contact, devices, roles] = found;
  return {
    madeAt: at.toISOString(),
    ...recordOf(employee),
    ...reviewOf(employee, at),
    card: cardOf(employee, card, at),
    account: accountOf(account),
    contact,
    sessions: devices.items,
    roles: roles.grants.map(({ role, unitKerja, grantedAt, until }) => ({
      ...{ role, grantedAt, ...(unitKerja && { unitKerja }), ...(until && { until }) },
    })),
    changes: { ...changes, items: changes.items.map(changeOf) },
    events: { ...events, items: events.items.flatMap(eventOf) },
    readings: { ...reads, items: reads.items.map(readingOf) },
    scans: {
      items: scans.items.map(tellScan),
      ...(scans.next && { hasOlder: true as const }),
    },
    notices: {
      items: notices.slice(0, mostEntries).map(({ at: when, code }) => ({ at: when, code })),
      ...(notices.length > mostEntries && { hasOlder: true as const }),
    },
    oldReports: reports.map(({ employeeId: _own, ...report }) => report),
    requests,
    leave: { movements: ledger.movements, leaves: ledger.leaves },
    attendance,
    letters,
  };
}

/** Who entered a correction, and in which words, is the agency's to tell. */
async function attendanceOf(api: GatherOwnData, { id, instansiId }: Employee) {
  const [{ months, pins, hasOlder }, phones] = await Promise.all([
    api.attendance.held(id),
    api.presenceKeys.findAll(instansiId, [id]),
  ]);
  const phone = phones.get(id);
  return {
    ...(phone && { phone: { registeredAt: phone.registeredAt, endsAt: phone.endsAt } }),
    months: months.map(({ month, readings, absences, corrections, closed }) => ({
      ...{ month, absences },
      readings: readings.map(({ time, machine, way, step }) =>
        [time, machine, way, step === undefined ? undefined : "kode hadir"]
          .filter((each) => each !== undefined)
          .join(" "),
      ),
      corrections: corrections.map(({ by: _by, reason: _reason, ...told }) => told),
      ...(closed && { closedAt: closed.at }),
    })),
    pins: pins.map((each) => ({ machine: each.machine, pins: each.pins })),
    ...(hasOlder && { hasOlder: true as const }),
  };
}

async function requestsOf({ requests }: GatherOwnData, person: Employee, at: Date) {
  const found = await requests.of(person.id, { limit: mostRequests + 1 });
  return {
    items: found
      .slice(0, mostRequests)
      .filter((each) => isInCopy(each, at))
      .map((each) => tellHeldRequest(each, person, at)),
    ...(found.length > mostRequests && { hasOlder: true as const }),
  };
}

function recordOf(employee: Employee) {
  const { id, formerNips = [], photoId, photoDigest, smallPhotoDigest, registeredAt } = employee;
  return {
    id,
    record: fieldKeys.flatMap((field) => {
      const value = employee[field];
      return value === undefined ? [] : [{ field, value }];
    }),
    formerNips,
    ...(registeredAt && { registeredAt }),
    ...{ revision: employee.revision, updatedAt: employee.updatedAt },
    ...(photoId && {
      photo: {
        id: photoId,
        ...(photoDigest && { digest: photoDigest }),
        ...(smallPhotoDigest && { smallDigest: smallPhotoDigest }),
      },
    }),
  };
}

function reviewOf({ photoReview, ...employee }: Employee, now: Date) {
  return photoReview ? { photoReview: toldReviewOf({ ...employee, photoReview }, now) } : {};
}

function cardOf(employee: Employee, card: Card | undefined, now: Date) {
  return {
    status: cardStatus(employee, now),
    qrGeneration: employee.qrGeneration,
    ...(employee.qrPausedAt && { qrPausedAt: employee.qrPausedAt }),
    ...(employee.nipOpenUntil && { nipOpenUntil: employee.nipOpenUntil }),
    ...(card && { serial: card.serial, issuedOn: card.issuedOn }),
    ...(card?.checkCode && { checkCode: card.checkCode }),
  };
}

function accountOf(account: AccountSummary | undefined) {
  const { state, registeredAt, deviceName: name, recoveryCodesLeft } = account ?? {};
  return {
    ...(state && { state }),
    ...((registeredAt || name) && {
      authenticator: { ...(registeredAt && { registeredAt }), ...(name && { name }) },
    }),
    ...(recoveryCodesLeft !== undefined && { recoveryCodesLeft }),
  };
}

function changeOf({ at, actor, action, changes }: AuditEntry) {
  const told = changes.map(({ field, from, to }) => ({
    ...{ field, ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
  }));
  return { at, by: actor.role, action, changes: told };
}

function eventOf({ at, actor, action, origin }: AuditEntry) {
  if (!isAccountAction(action)) return [];
  return [{ at, by: actor.role, action, ...(origin && { origin }) }];
}

function readingOf({ at, actor, purpose }: Reading) {
  return { at, by: actor.role, purpose };
}

/** Those of the record, newest first, and then those of what was joined into it: it was the same person's (decision 0054). */
async function changesOf(
  read: (query: HistoryQuery) => Promise<HistoryPage<AuditEntry>>,
  { id, joinedRecords = [] }: Employee,
): ReturnType<typeof allOf<AuditEntry>> {
  const ids = [id, ...joinedRecords.map((each) => each.id)];
  const all = await Promise.all(ids.map((each) => allOf(read, each)));
  const hasOlder = all.some((each) => each.hasOlder);
  return { items: all.flatMap(({ items }) => items), ...(hasOlder && { hasOlder: true as const }) };
}

/** Page after page, up to the most entries. */
async function allOf<T>(
  read: (query: HistoryQuery) => Promise<HistoryPage<T>>,
  subjectId: string,
): Promise<{ readonly items: readonly T[]; readonly hasOlder?: true }> {
  const items: T[] = [];
  let from: string | undefined;
  do {
    const page: HistoryPage<T> = await read({ subjectId, limit: pageSize, from });
    items.push(...page.items);
    from = page.next;
  } while (from !== undefined && items.length < mostEntries);
  return { items, ...(from !== undefined && { hasOlder: true as const }) };
}
