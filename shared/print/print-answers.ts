/** The requests and answers of printing a unit's cards and letters. */
import * as z from "zod";
import { employeeId } from "#shared/employee/employee.ts";
import { ofCards, ofLetters, printCounts } from "./print.ts";
import { printId } from "./print-id.ts";

/** At most ten units of the officer's scope whose names begin with the typed text. */
export const unitsAnswer = z.strictObject({ items: z.array(z.string()).readonly() });

const ofUnit = {
  /** A UUID that the client makes. A request that comes twice prints once. */
  requestId: z.uuid(),
  /** A unit of the officer's scope, spelt exactly as in the records. */
  unitKerja: z.string().min(1).max(200),
};
export const printRequest = z.discriminatedUnion("kind", [
  z.strictObject({ ...ofUnit, ...ofCards }),
  z.strictObject({ ...ofUnit, ...ofLetters }),
]);
export type PrintRequest = z.infer<typeof printRequest>;

/** As many people of the list as are marked at once. */
const mostMarkedToPrint = 500;

/** What would be printed of people who were marked one by one. */
export const markedPrintPreview = z.strictObject({
  kind: z.enum(["cards", "letters"]),
  ids: z.array(employeeId).min(1).max(mostMarkedToPrint).readonly(),
});
const ofMarked = {
  requestId: ofUnit.requestId,
  /** As a preview said them. Who has nothing to print any more is left out. */
  ids: markedPrintPreview.shape.ids,
};
export const markedPrintRequest = z.discriminatedUnion("kind", [
  z.strictObject({ ...ofMarked, ...ofCards }),
  z.strictObject({ ...ofMarked, ...ofLetters }),
]);
export type MarkedPrintRequest = z.infer<typeof markedPrintRequest>;

/** Why somebody who was marked has nothing to print: of cards a photo is missing, of letters the account was activated. */
const printLeftOutReasons = ["out-of-scope", "not-active", "no-photo", "activated"] as const;
export type PrintLeftOutReason = (typeof printLeftOutReasons)[number];

/** Without name and number where the reader may not know who it is, or record or account cannot be read. */
const named = {
  name: z.string().exactOptional(),
  nip: z.string().exactOptional(),
  unitKerja: z.string().exactOptional(),
};
export const markedPrintAnswer = z.strictObject({
  people: z.array(z.strictObject({ id: employeeId, ...named })).readonly(),
  leftOut: z.array(z.strictObject({ ...named, why: z.enum(printLeftOutReasons) })).readonly(),
});
export type MarkedPrintAnswer = z.infer<typeof markedPrintAnswer>;

export const printAskedAnswer = z.strictObject({ printId });

const progress = {
  ...printCounts,
  /** Who has no photo, by name with degrees: at most a hundred of `withoutPhoto`. Empty until drawing has begun. */
  lacking: z.array(z.strictObject({ id: employeeId, name: z.string() })).readonly(),
};
export const printAnswer = z.strictObject(progress);
export type PrintAnswer = z.infer<typeof printAnswer>;

const listed = {
  ...progress,
  printId,
  /** Absent for people who were marked one by one. */
  unitKerja: z.string().exactOptional(),
  requestedAt: z.iso.datetime(),
  /** When the file is deleted. */
  endsAt: z.iso.datetime(),
};
const printListItem = z.discriminatedUnion("kind", [
  z.strictObject({ ...listed, ...ofCards }),
  z.strictObject({ ...listed, ...ofLetters }),
]);
export type PrintListItem = z.infer<typeof printListItem>;

/** The officer's own of the last 24 hours, newest first, at most fifty. */
export const printListAnswer = z.strictObject({ items: z.array(printListItem).readonly() });
