/** What has a clock, counted for an officer's first page: it is in the reach of other functions than the rest (decision 0055). */
import { type Officer, reaches } from "#shared/access/scope.ts";
import type { Decree } from "#shared/decree/decree.ts";
import { isLeave } from "#shared/decree/decree-fields.ts";
import type { Decrees } from "#shared/decree/decrees.ts";
import { dayOf, type Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { isOpenTo } from "#shared/employee/is-open-to.ts";
import { isOverdue, isReported } from "#shared/employee/photo-review.ts";
import { waits } from "#shared/photo/list-awaiting.ts";
import type { PhotoReviews } from "#shared/photo/photo-reviews.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { mostArriving } from "#shared/transfer/tell-transfers.ts";
import type { Transfers } from "#shared/transfer/transfers.ts";
import type { WaitingAnswer, WaitingItem } from "./desk-answers.ts";

/** Photos that are read: one batch of records. */
const mostPhotos = 100;

interface CountReviews {
  readonly photoReviews: PhotoReviews;
  readonly employees: Pick<Employees, "findAll">;
  readonly clock: Clock;
}

/** Photos of the people whom this officer reaches that wait for one; urgent are those that somebody reported, or whose holders sent no new one in time. */
export async function countReviews(
  { photoReviews, employees, clock }: CountReviews,
  by: Officer,
): Promise<WaitingAnswer> {
  const now = clock.now();
  const found = await photoReviews.awaiting(by.instansiId, { now, limit: mostPhotos + 1 });
  const read = await withPeople(employees, found.slice(0, mostPhotos), ({ id }) => id);
  const own = read.filter(({ person }) => isOpenTo(by, person) && waits(person, now));
  const urgent = own.filter(({ person }) => isReported(person) || isOverdue(person, now)).length;
  const isMore = found.length > mostPhotos;
  return { waiting: [itemOf("photo-reviews", { count: own.length, urgent, isMore })] };
}

/** Parts of an agency's decrees that are read, and decrees of a part. */
const [mostParts, partSize] = [10, 100];
/** Leaves that end within thirty days are told, milliseconds. */
const endsSoonMs = 30 * 86_400_000;

interface CountDecrees {
  readonly decrees: Pick<Decrees, "listed">;
  readonly employees: Pick<Employees, "findAll">;
  readonly clock: Clock;
}

/**
 * Decrees that could not act, and leaves whose last day is near or past without another decree; of leaves the past ones are urgent.
 * The list is in the order of days, so that it is read up to the last day that counts.
 */
export async function countDecrees(api: CountDecrees, by: Officer): Promise<WaitingAnswer> {
  const now = api.clock.now();
  const until = new Date(now.getTime() + endsSoonMs).toISOString().slice(0, 10);
  const counts = { stuck: 0, ending: 0, past: 0 };
  let from: string | undefined;
  let parts = 0;
  do {
    const page = await api.decrees.listed(by.instansiId, { limit: partSize, from });
    const watched = await watchedIn(api, by, { all: page.items, until });
    const leaves = watched.filter(({ decree, person }) => isLeaveOf(decree, person));
    counts.stuck += watched.filter(({ decree }) => decree.state === "stuck").length;
    counts.ending += leaves.length;
    counts.past += leaves.filter(({ decree, person }) => dayAt(decree) < dayOf(person, now)).length;
    from = page.next !== undefined && page.next <= `${until}~` ? page.next : undefined;
    parts++;
  } while (from !== undefined && parts < mostParts);
  const isMore = from !== undefined;
  return {
    waiting: [
      itemOf("decrees-stuck", { count: counts.stuck, isMore }),
      itemOf("leaves-ending", { count: counts.ending, urgent: counts.past, isMore }),
    ],
  };
}

/** What of a part is more than waiting, with its people. */
async function watchedIn(
  { employees }: Pick<CountDecrees, "employees">,
  by: Officer,
  { all, until }: { readonly all: readonly Decree[]; readonly until: string },
) {
  const decrees = all.filter((each) => each.state !== "waiting" && dayAt(each) <= until);
  const read = await withPeople(employees, decrees, ({ employeeId }) => employeeId);
  return read.flatMap(({ each, person }) =>
    reaches(by, person) ? [{ decree: each, person }] : [],
  );
}

/** Not of who is back by now. */
function isLeaveOf({ state }: Decree, { kedudukanHukum }: Employee): boolean {
  return state === "acted" && isLeave(kedudukanHukum);
}

/** The day by which it is listed (`listedAt`). */
function dayAt({ state, tmt, until }: Decree): string {
  return (state === "acted" ? until : undefined) ?? tmt;
}

/** Whom other agencies released to this one and nobody took in yet; of no concern to who reaches units only (decision 0053). */
export async function countArriving(
  { transfers, clock }: { readonly transfers: Pick<Transfers, "arriving">; readonly clock: Clock },
  by: Officer,
): Promise<WaitingAnswer> {
  if (by.units) return { waiting: [] };
  const query = { now: clock.now(), limit: mostArriving + 1 };
  const { length } = await transfers.arriving(by.instansiId, query);
  const count = Math.min(length, mostArriving);
  return { waiting: [itemOf("arriving", { count, isMore: length > count })] };
}

/** Each with its person; without those whose person is gone. A person is read once, however many are theirs. */
async function withPeople<Found>(
  employees: Pick<Employees, "findAll">,
  found: readonly Found[],
  idOf: (each: Found) => Employee["id"],
) {
  const people = await employees.findAll([...new Set(found.map(idOf))]);
  return found.flatMap((each) => {
    const person = people.get(idOf(each));
    return person ? [{ each, person }] : [];
  });
}

interface Counted {
  readonly count: number;
  readonly urgent?: number;
  readonly isMore: boolean;
}

function itemOf(item: WaitingItem["item"], { count, urgent = 0, isMore }: Counted): WaitingItem {
  return {
    ...{ item, count },
    ...(isMore && { isMore: true as const }),
    ...(urgent > 0 && { urgent }),
  };
}
