/** What waits on an officer's first page: bounded counts, read at once, each of which may fail by itself (decision 0050). */
import { isDecidedBy, queueOf } from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import { isReadOnly, type RoleHolder } from "#shared/access/principal.ts";
import type { AccountRecords } from "#shared/account/account-record.ts";
import type { RefusedPhotos } from "#shared/account/refused-photos.ts";
import { cardStatus, type Employee } from "#shared/employee/employee.ts";
import type { Employees, Listed } from "#shared/employee/employees.ts";
import { listedSince, type RecordList, recordLists } from "#shared/employee/record-lists.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { Boards } from "./board.ts";
import type { HomeAnswer, WaitingItem } from "./desk-answers.ts";
import { type HomeItem, homeItems, homeLists, mostCounted } from "./home-items.ts";
import { countsOf, peopleOfUnits, worstFirst } from "./read-board.ts";

export interface ReadHome {
  readonly employees: Pick<Employees, "listed" | "inUnit">;
  readonly accountRecords: Pick<AccountRecords, "list">;
  readonly photos: RefusedPhotos;
  readonly approvals: Pick<Approvals, "waiting">;
  readonly boards: Pick<Boards, "find">;
  readonly clock: Clock;
  /** Told of each that could not be counted; the page shows the others. */
  readonly onUncounted: (item: HomeItem | "quality", error: unknown) => void;
}

interface Count {
  readonly count: number;
  readonly isMore: boolean;
}
type Quality = NonNullable<HomeAnswer["quality"]>;
/** Asked for at once; what does not concern the reader is not there. */
interface Counts {
  readonly items: Readonly<Partial<Record<HomeItem, Promise<Count | undefined>>>>;
  readonly quality: Promise<Quality | undefined>;
}

type HomeList = (typeof homeLists)[number];

/** Approvals that are read: each is whole, so fewer than people of a list. */
const mostApprovals = 50;
/** The indicators on the first page; the board has all. */
const mostIndicators = 3;

export async function readHome(api: ReadHome, by: RoleHolder): Promise<HomeAnswer> {
  const { items, quality } = by.units ? ofUnits(api, by, by.units) : ofAgency(api, by);
  const asked = homeItems.map((item) => waitingItem(api, item, items[item]));
  const [waiting, counted] = await Promise.all([
    Promise.all(asked),
    quality.catch((error: unknown) => api.onUncounted("quality", error)),
  ]);
  return {
    waiting: waiting.flatMap((each) => each ?? []),
    ...(counted && { quality: counted }),
    ...(isReadOnly(by) && { readOnly: true as const }),
    ...(by.units === undefined && { wholeAgency: true as const }),
  };
}

async function waitingItem(
  { onUncounted }: ReadHome,
  item: HomeItem,
  asked: Promise<Count | undefined> | undefined,
): Promise<WaitingItem | undefined> {
  try {
    const counted = await asked;
    if (!counted) return undefined;
    return { item, count: counted.count, ...(counted.isMore && { isMore: true as const }) };
  } catch (error) {
    onUncounted(item, error);
    return { item };
  }
}

/** Of the whole agency: each list from its index, as long as it is counted; what hangs on the day, as the night counted it. */
function ofAgency(api: ReadHome, by: RoleHolder): Counts {
  const { instansiId } = by;
  const board = api.boards.find(instansiId);
  const lists = homeLists.map((list) => [list, countList(linesOf(api, instansiId, list))] as const);
  return {
    items: {
      ...approvalsOf(api, by),
      ...Object.fromEntries(lists),
      "contract-ends": board.then((kept) => kept && { count: kept.ending, isMore: false }),
    },
    quality: board.then((kept) => kept && qualityOf(kept, kept.asOf)),
  };
}

/** Of some units: from their people as they are now, because no index knows units. */
function ofUnits(api: ReadHome, by: RoleHolder, units: readonly string[]): Counts {
  const { instansiId } = by;
  const now = api.clock.now();
  const reading = peopleOfUnits(api, instansiId, units);
  const lists = homeLists.map((list) => {
    const lines = isRecordList(list) ? undefined : linesOf(api, instansiId, list);
    return [list, countAmong(reading, { list, lines, now })] as const;
  });
  const counting = reading.then(({ people }) => countsOf(people, now));
  return {
    items: {
      ...approvalsOf(api, by),
      ...Object.fromEntries(lists),
      "contract-ends": Promise.all([reading, counting]).then(([{ isCut }, { ending }]) => ({
        ...{ count: ending, isMore: isCut },
      })),
    },
    quality: counting.then((counts) => qualityOf(counts, now.toISOString())),
  };
}

function qualityOf(
  counts: Parameters<typeof worstFirst>[0] & { readonly people: number },
  asOf: string,
): Quality {
  const failing = worstFirst(counts).filter((each) => each.failing > 0);
  return { asOf, people: counts.people, worst: failing.slice(0, mostIndicators) };
}

/** What waits for who decides; nothing of it was asked for by this reader, or is about this reader. */
function approvalsOf({ approvals, clock }: ReadHome, by: RoleHolder): Counts["items"] {
  if (!by.roles.some(({ role }) => role === "penyetuju")) return {};
  const waiting = approvals.waiting(queueOf({ decider: "penyetuju", subject: by }), {
    ...{ now: clock.now(), limit: mostApprovals + 1 },
    fits: (each) => each.asker.id !== by.employeeId && isDecidedBy(each, by),
  });
  return { approvals: waiting.then((found) => upTo(found.length, mostApprovals)) };
}

function linesOf(
  { employees, accountRecords, photos }: Pick<ReadHome, "employees" | "accountRecords" | "photos">,
  instansiId: string,
  list: HomeList,
): Promise<readonly Listed[]> {
  const query = { limit: mostCounted + 1 };
  if (isRecordList(list)) return employees.listed(list, instansiId, query);
  if (list === "photo-refused") return photos.refused(instansiId, query);
  return accountRecords.list(`${instansiId}#${list}`, query);
}

async function countList(lines: Promise<readonly Listed[]>): Promise<Count> {
  return upTo((await lines).length, mostCounted);
}

function upTo(count: number, most: number): Count {
  return { count: Math.min(count, most), isMore: count > most };
}

/** Who of these people is in a list: of lists of records by the record itself, of others by the agency's lines. */
async function countAmong(
  reading: ReturnType<typeof peopleOfUnits>,
  {
    list,
    lines,
    now,
  }: { list: HomeList; lines: Promise<readonly Listed[]> | undefined; now: Date },
): Promise<Count> {
  const [{ people, isCut }, listed] = await Promise.all([reading, lines]);
  const ids = new Set(listed?.map(({ id }) => id));
  const isIn = (employee: Employee) =>
    isRecordList(list) ? listedSince(employee)[list] !== undefined : ids.has(employee.id);
  const found = people.filter((each) => cardStatus(each, now) !== "ended" && isIn(each));
  return { count: found.length, isMore: isCut || ids.size > mostCounted };
}

function isRecordList(list: HomeList): list is HomeList & RecordList {
  return list in recordLists;
}
