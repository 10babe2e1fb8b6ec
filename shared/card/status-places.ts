/** How places of the status list are stored, for who gives them and who reads them. */
import * as z from "zod";
import { employeeId } from "#shared/employee/employee.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import { partOf, placesOfPart } from "#shared/signed-qr/status-list.ts";
import type { PlacedCard } from "./signature.ts";

/** A place, and the card that it was given to. */
export interface StatusPlace extends PlacedCard {
  readonly place: number;
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

/** A place as the index by part has it. */
export const placeInIndex = {
  name: placeItem.name,
  parse: z
    .object({ id: z.string().startsWith(placePrefix), employeeId, contentHash: z.string() })
    .transform(({ id, ...card }) => ({ ...card, place: Number(id.slice(placePrefix.length)) }))
    .parse,
};

/** How many places were asked for, and where that stands. */
export const countItem = storedItem({ name: "status-count", schema: z.object({ asked: z.int() }) });
export const countKey = "places";
