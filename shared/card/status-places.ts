/** How places of the status list are stored, for who gives them and who reads them. */
import * as z from "zod";
import { employeeId } from "#shared/employee/employee.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import { partOf, placesOfPart } from "#shared/signed-qr/status-list.ts";
import type { PlacedCard } from "./signature.ts";

/** A place, and the card that it was given to. */
export interface StatusPlace {
  readonly place: number;
  /** Undefined when the item cannot be read: nobody knows whose it is. */
  readonly card: PlacedCard | undefined;
}

/** The places that cards were signed with, part by part. */
export interface StatusPlaces {
  /** How many parts there are, with the one that places are taken from now. None before the first card was signed. */
  parts(): Promise<number>;
  /** The places of a part that were taken, some thousand at a time; the newest can be missing for a moment. */
  placesIn(part: number): AsyncIterable<readonly StatusPlace[]>;
}

/** A part is full when three quarters of it are taken: then the fourth try finds a free place, on average. */
export const takenOfPart = placesOfPart * 0.75;

/** Whose card a place stands for. It stays when the card has another one, so that no place ever stands for two. */
const placeItem = storedItem({
  name: "status-place",
  schema: z.object({ employeeId, contentHash: z.string() }),
});

const placePrefix = "place#";

export const placedId = (place: number) => `${placePrefix}${place}`;

export function placedItem(place: number, { employeeId, contentHash }: PlacedCard) {
  return {
    id: placedId(place),
    part: String(partOf(place)),
    ...placeItem.version,
    employeeId,
    contentHash,
  };
}

const cardInIndex = {
  name: placeItem.name,
  parse: z.object({ employeeId, contentHash: z.string() }).parse,
};

/**
 * A place as the index by part has it. One whose card cannot be read is reported, and stays a place: left out, it would be as a free one,
 * which is as a valid one (decision 0075).
 * @throws Error when its id is none of a place
 */
export function placeInIndex(item: Readonly<Record<string, unknown>>): StatusPlace {
  const { id } = item;
  const number =
    typeof id === "string" && id.startsWith(placePrefix) && id.slice(placePrefix.length);
  if (!number || !/^\d+$/.test(number)) throw new Error("An item of a part is no place.");
  const [card] = readable(cardInIndex, [item], () => ({ id }));
  return { place: Number(number), card };
}

/** How many places were asked for, and where that stands. */
export const countItem = storedItem({ name: "status-count", schema: z.object({ asked: z.int() }) });
export const countKey = "places";
