/**
 * What this tab remembers of the list of employees (list-place.ts). In a file of its own, because a record needs the way back and none
 * of the filters.
 */
import { tabMemory } from "../storage.ts";

export interface Remembered {
  readonly q: string;
  readonly cursors: readonly string[];
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
  readonly byName: Readonly<Record<string, Remembered>>;
}

const key = "kartu-list";
/** The list as it begins has no name. */
export const begin = "";

export function readPlaces(): Places {
  const text = tabMemory.read(key);
  const places: Partial<Places> = text ? JSON.parse(text) : {};
  return { ...places, next: places.next ?? 1, byName: places.byName ?? {} };
}

export const writePlaces = (places: Places) => tabMemory.write(key, JSON.stringify(places));

export const listAddress = (name: string) => (name === begin ? "/petugas" : `/petugas?${name}`);

/** The way back to the list as it was shown last. */
export const latestAddress = (): string => listAddress(readPlaces().latest ?? begin);
