/**
 * Where an officer is in the list of employees: what was searched for, which page, and which record was opened from it. The page's
 * address says what it is filtered by. What was typed may be a name or a NIP: for that and the page it carries only a number, which
 * names the place in this tab.
 */
import type { CardStatus } from "#shared/employee/kedudukan-hukum.ts";
import type { EmployeeKind } from "#shared/employee/nip.ts";
import { type ListFilter, listFilters } from "#shared/employee/tag-names.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import {
  begin,
  type Leaving,
  listAddress,
  type Remembered,
  readPlaces,
  writePlaces,
} from "./list-memory.ts";
import type { PageQuery } from "./page-query.ts";

/** Stated here too, because the files that have them would bring all their rules with them. */
export const statuses = keysOf({
  active: true,
  upcoming: true,
  suspended: true,
  ended: true,
} satisfies Record<CardStatus, true>);
export const kinds = keysOf({ PNS: true, PPPK: true, "PPPK-PW": true } satisfies Record<
  EmployeeKind,
  true
>);

/** What the list is filtered by; an empty text is no filter. */
export interface Filters {
  readonly status: CardStatus | "";
  readonly kind: EmployeeKind | "";
  readonly unit: string;
  readonly tag: ListFilter | "";
}

export interface ListPlace extends Filters {
  readonly q: string;
  /** The cursors that led here, one for each page after the first. */
  readonly cursors: readonly string[];
}

export const everybody: ListPlace = {
  ...{ q: "", status: "", kind: "", unit: "", tag: "" },
  cursors: [],
};

export function hasFilter({ status, kind, unit, tag }: Filters): boolean {
  return [status, kind, unit, tag].some((filter) => filter !== "");
}

const mostPlaces = 30;

/** What the filters are called in an address. */
const names: readonly (readonly [keyof Filters, string])[] = [
  ["status", "status"],
  ["kind", "jenis"],
  ["unit", "unit"],
  ["tag", "keadaan"],
];

/** The name of a place: the query of its address, with nothing else in it. */
export function placeName(query: PageQuery): string {
  const filters = filtersIn((name) => query[name] ?? "");
  return nameOf(filters, query.d ?? "");
}

function nameOf(filters: Filters, number: string): string {
  const parts = names.flatMap(([filter, name]) =>
    filters[filter] === "" ? [] : [[name, filters[filter]]],
  );
  return new URLSearchParams([...parts, ...(number === "" ? [] : [["d", number]])]).toString();
}

function filtersIn(valueIn: (name: string) => string): Filters {
  const chosen = <T extends string>(name: string, all: readonly T[]) =>
    all.find((each) => each === valueIn(name)) ?? "";
  return {
    status: chosen("status", statuses),
    kind: chosen("jenis", kinds),
    unit: valueIn("unit").slice(0, 200),
    tag: chosen("keadaan", listFilters),
  };
}

/** @param name of the place. What this tab does not know of it is the first page of everybody. */
export function placeOf(name: string): ListPlace {
  const { q, cursors } = remembered(name);
  const query = new URLSearchParams(name);
  return { ...filtersIn((each) => query.get(each) ?? ""), q, cursors };
}

function remembered(name: string): Remembered {
  const { byName } = readPlaces();
  return (Object.hasOwn(byName, name) ? byName[name] : undefined) ?? { q: "", cursors: [] };
}

/** @returns the address of the place, without its language */
export function addressOf({ q, cursors, ...filters }: ListPlace): string {
  // The first page of all that a filter finds is the same in every tab.
  if (q === "" && cursors.length === 0) return listAddress(nameOf(filters, ""));
  const places = readPlaces();
  const name = nameOf(filters, String(places.next));
  const kept = Object.entries(places.byName).slice(-mostPlaces + 1);
  const byName = { ...Object.fromEntries(kept), [name]: { q, cursors } };
  writePlaces({ ...places, next: places.next + 1, byName });
  return listAddress(name);
}

/** The list is shown at this place: the way back from a record leads here. */
export function noteShown(name: string): void {
  writePlaces({ ...readPlaces(), latest: name });
}

export function noteLeaving(name: string, left: Leaving): void {
  const places = readPlaces();
  const { q, cursors } = remembered(name);
  writePlaces({ ...places, byName: { ...places.byName, [name]: { q, cursors, left } } });
}

/** Who comes back is told once where the list was left. */
export function takeLeaving(name: string): Leaving | undefined {
  const places = readPlaces();
  const { left, ...place } = remembered(name);
  if (left) writePlaces({ ...places, byName: { ...places.byName, [name]: place } });
  return left;
}

/** What the list was filtered by when it was shown last. */
export const latestPlace = (): ListPlace => placeOf(readPlaces().latest ?? begin);
