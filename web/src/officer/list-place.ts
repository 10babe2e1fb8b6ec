/**
 * Where an officer is in the list of employees: what was searched for, which page, and which record was opened from it. The
 * page's address carries only a number that names the place in this tab: what was searched for may be a name or a NIP.
 */
import type { CardStatus } from "#shared/employee/kedudukan-hukum.ts";
import { tabMemory } from "../storage.ts";

export interface ListPlace {
  readonly q: string;
  readonly status: CardStatus | "";
  /** The cursors that led here, one for each page after the first. */
  readonly cursors: readonly string[];
}

interface Remembered extends ListPlace {
  /** The record that was opened, and how far the list was scrolled then, pixels. */
  readonly left?: Leaving;
}

export interface Leaving {
  readonly id: string;
  readonly scrollY: number;
}

interface Places {
  /** The place that was shown last; none is the list as it begins. */
  readonly latest?: string;
  readonly next: number;
  readonly byNumber: Readonly<Record<string, Remembered>>;
}

export const everybody: ListPlace = { q: "", status: "", cursors: [] };

const key = "kartu-list";
/** The list as it begins has no number. */
const begin = "";
const mostPlaces = 30;

function read(): Places {
  const text = tabMemory.read(key);
  return text ? JSON.parse(text) : { next: 1, byNumber: {} };
}

const write = (places: Places) => tabMemory.write(key, JSON.stringify(places));

/** @param number of the page's address. A place that this tab does not know is the beginning. */
export function placeOf(number: string | undefined): ListPlace {
  const { q, status, cursors } = remembered(number);
  return { q, status, cursors };
}

function remembered(number: string = begin): Remembered {
  const { byNumber } = read();
  return (Object.hasOwn(byNumber, number) ? byNumber[number] : undefined) ?? everybody;
}

/** @returns the address of the place, without its language */
export function addressOf(place: ListPlace): string {
  const places = read();
  const number = String(places.next);
  const kept = Object.entries(places.byNumber).slice(-mostPlaces + 1);
  const byNumber = { ...Object.fromEntries(kept), [number]: place };
  write({ ...places, next: places.next + 1, byNumber });
  return listAddress(number);
}

/** The list is shown at this place: the way back from a record leads here. */
export function noteShown(number: string | undefined): void {
  write({ ...read(), latest: number ?? begin });
}

export function noteLeaving(number: string | undefined, left: Leaving): void {
  const places = read();
  const place = { ...placeOf(number), left };
  write({ ...places, byNumber: { ...places.byNumber, [number ?? begin]: place } });
}

/** Who comes back is told once where the list was left. */
export function takeLeaving(number: string | undefined): Leaving | undefined {
  const places = read();
  const { left, ...place } = remembered(number);
  if (left) write({ ...places, byNumber: { ...places.byNumber, [number ?? begin]: place } });
  return left;
}

/** The way back to the list as it was shown last. */
export const latestAddress = (): string => listAddress(read().latest ?? begin);

/** What the list was filtered by when it was shown last. */
export const latestPlace = (): ListPlace => placeOf(read().latest);

const listAddress = (number: string) => (number === begin ? "/petugas" : `/petugas?d=${number}`);
