/** What waits about one person and what became of the last photo, for the page of the record (decision 0057). */
import { type Approval, isDecidedBy, stateOf } from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import type { RoleHolder } from "#shared/access/principal.ts";
import { type Decree, inOrder, isOpen } from "#shared/decree/decree.ts";
import type { Decrees } from "#shared/decree/decrees.ts";
import { type Employee, type EmployeeId, fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { type OpenRecord, openRecord } from "#shared/employee/open-record.ts";
import type { Uploads } from "#shared/photo/upload.ts";
import { asOf } from "#shared/request/move-request.ts";
import { numberOf, type Request } from "#shared/request/request.ts";
import { isOnItsWay } from "#shared/request/request-states.ts";
import type { Requests } from "#shared/request/requests.ts";
import { isOpen as isReleased } from "#shared/transfer/transfer.ts";
import type { Transfers } from "#shared/transfer/transfers.ts";
import type { PersonMattersAnswer } from "./person-matters-answers.ts";

export interface ReadPersonMatters extends OpenRecord {
  readonly employees: OpenRecord["employees"] & Pick<Employees, "findAll">;
  readonly approvals: Pick<Approvals, "about">;
  readonly photos: Pick<Uploads, "latest">;
  readonly decrees: Pick<Decrees, "of">;
  readonly transfers: Pick<Transfers, "find">;
  readonly requests: Pick<Requests, "of">;
}

type OutcomeOf = NonNullable<Awaited<ReturnType<Uploads["latest"]>>>;

/** Requests about one person are few: a kind waits at most once. */
const mostRequests = 20;

/**
 * Requests about this person that wait for a penyetuju or for operators, what the person asks for, what is decided for a day to come, an open
 * release, and the holder's newest photo that has an outcome. The reading is noted in the history, as of the record. Long: what is read at once,
 * and then its answer.
 * @throws NotFound (unknown, or another instansi's or unit's)
 */
export async function readPersonMatters(
  api: ReadPersonMatters,
  { id, by }: { readonly id: EmployeeId; readonly by: RoleHolder },
): Promise<PersonMattersAnswer> {
  const person = await openRecord(api, { id, by });
  const now = api.clock.now();
  const [waiting, photo, decrees, transfer, asked] = await Promise.all([
    api.approvals.about(id, {
      limit: mostRequests,
      // Of what another agency asks, or asked before the person came, nothing is told here (decision 0053).
      fits: (each) =>
        stateOf(each, now) === "pending" && each.subject.instansiId === person.instansiId,
    }),
    api.photos.latest(id),
    api.decrees.of(id),
    api.transfers.find(id),
    api.requests.of(id, { limit: mostRequests }),
  ]);
  const askers = await api.employees.findAll([...new Set(waiting.map(({ asker }) => asker.id))]);
  return {
    requests: waiting.map((each) => {
      const asker = askers.get(each.asker.id);
      return {
        ...{ kind: each.kind, askedAt: each.askedAt, until: each.until },
        ...(asker && { asker: fullName(asker) }),
        ...(isListedFor(each, by) && { isListed: true as const }),
      };
    }),
    asked: openRequests(asked, now),
    decrees: openDecrees(decrees, person),
    ...(transfer?.from === person.instansiId &&
      isReleased(transfer, now) && { release: { to: transfer.toName, until: transfer.until } }),
    ...(photo && { photo: lastPhoto(photo, person) }),
  };
}

function lastPhoto(
  { id, state, requestedAt, rules }: OutcomeOf,
  { photoId }: Employee,
): NonNullable<PersonMattersAnswer["photo"]> {
  return { isAccepted: state === "accepted", isOnCard: photoId === id, sentAt: requestedAt, rules };
}

function openRequests(asked: readonly Request[], now: Date): PersonMattersAnswer["asked"] {
  return asked
    .map((each) => asOf(each, now))
    .filter(isOnItsWay)
    .map((each) => ({ id: each.id, number: numberOf(each), state: each.state }));
}

function openDecrees(
  decrees: readonly Decree[],
  { instansiId }: Pick<Employee, "instansiId">,
): PersonMattersAnswer["decrees"] {
  return decrees
    .filter((each) => isOpen(each) && each.instansiId === instansiId)
    .toSorted(inOrder)
    .map(({ kind, tmt, state }) => ({
      ...{ kind, tmt },
      ...(state === "stuck" && { isStuck: true as const }),
    }));
}

/** Whether the reader's own page of approvals has it: as the asker's, or as one to decide. */
function isListedFor(request: Approval, by: RoleHolder): boolean {
  return request.asker.id === by.employeeId || isDecidedBy(request, by);
}
