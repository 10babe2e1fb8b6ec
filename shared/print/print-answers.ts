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
  unitKerja: z.string(),
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
