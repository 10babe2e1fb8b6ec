/**
 * The items of the employee table: records, with the attributes that indexes and the stream's filter read; requests that were
 * carried out.
 */
import * as z from "zod";
import { storedItem } from "#shared/runtime/stored-item.ts";
import type { Zone } from "#shared/runtime/zone.ts";
import { type Employee, type EmployeeId, employeeSchema, savedStatus } from "./employee.ts";
import { recordLine } from "./name-index.ts";
import { waitsFrom } from "./photo-review.ts";
import { listedSince, recordLists } from "./record-lists.ts";

/** @param line what the line is called (`linesBeside`) */
export const nameKey = (id: EmployeeId, line: string) => `name#${id}#${line}`;
/** Days of zones are apart, so that nobody is read whose midnight has not come. WIB's has no sign, as before there were zones. */
export const startKey = (day: string, zone: Zone | undefined) => (zone ? `${day}#${zone}` : day);
export const requestKey = (requestId: string) => `request#${requestId}`;

export const recordItem = storedItem({
  name: "record",
  schema: employeeSchema,
  // Records from before a QR could be replaced have their first QR.
  upcasters: [(item) => ({ qrGeneration: 1, ...item })],
});

/** What a request was about. */
export const requestItem = storedItem({
  name: "record-request",
  schema: z.object({ digest: z.string() }),
  // A request that was noted before there were digests has an empty one.
  upcasters: [(item) => ({ digest: "", ...item })],
});

/** What other functions need to know of a save; the filters of their streams read it. */
export interface SaveNews {
  /** The card has to be drawn again. */
  readonly cardChanged: boolean;
  /** The holder is to be told. */
  readonly holderTold: boolean;
}

export function toItem(
  employee: Employee,
  { cardChanged, holderTold }: SaveNews,
): Record<string, unknown> {
  const lists = listedSince(employee);
  return {
    ...employee,
    ...recordItem.version,
    type: "employee",
    [recordLists["no-photo"].since]: lists["no-photo"],
    [recordLists["no-email"].since]: lists["no-email"],
    [recordLists["no-phone"].since]: lists["no-phone"],
    // Only who waits for the first day is in the index.
    startsOn:
      savedStatus(employee) === "upcoming" ? startKey(employee.tmt, employee.zone) : undefined,
    // Only whose photo waits for an officer is in the index, or will at an instant to come. Who has left needs no photo.
    photoToReviewFrom: savedStatus(employee) === "ended" ? undefined : waitsFrom(employee),
    ...recordLine(employee),
    cardChanged,
    holderTold,
  };
}

/** The record in an item. @throws when it is not one. */
export function toEmployee(item: Record<string, unknown>): Employee {
  return recordItem.parse(item);
}
