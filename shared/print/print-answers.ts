/** What travels between an officer's pages and the printing of a unit's cards. */
import * as z from "zod";
import { documentName } from "#shared/card/document-name.ts";
import { employeeId } from "#shared/employee/employee.ts";
import { printCounts } from "./print.ts";
import { printId } from "./print-id.ts";

/** Units of the officer's own agency, or those the role is for, whose names begin with what was typed: at most ten. */
export const unitsAnswer = z.strictObject({ items: z.array(z.string()).readonly() });
export type UnitsAnswer = z.infer<typeof unitsAnswer>;

export const printRequest = z.strictObject({
  /** Client-made UUID: the same request twice prints once. */
  requestId: z.uuid(),
  /** Of the officer's own, exactly as it stands in its employees' records. */
  unitKerja: z.string().min(1).max(200),
  ...documentName.shape,
});
export type PrintRequest = z.infer<typeof printRequest>;

export const printAskedAnswer = z.strictObject({ printId });
export type PrintAskedAnswer = z.infer<typeof printAskedAnswer>;

const progress = {
  ...printCounts,
  /** Who has no photo, by name with degrees: at most a hundred of `withoutPhoto`. Empty until drawing has begun. */
  lacking: z.array(z.strictObject({ id: employeeId, name: z.string() })).readonly(),
};
export const printAnswer = z.strictObject(progress);
export type PrintAnswer = z.infer<typeof printAnswer>;

const printListItem = z.strictObject({
  ...progress,
  printId,
  unitKerja: z.string(),
  ...documentName.shape,
  requestedAt: z.iso.datetime(),
  /** From then on it is gone. */
  endsAt: z.iso.datetime(),
});
export type PrintListItem = z.infer<typeof printListItem>;

/** The officer's own of the last 24 hours, newest first, at most fifty. */
export const printListAnswer = z.strictObject({ items: z.array(printListItem).readonly() });
export type PrintListAnswer = z.infer<typeof printListAnswer>;
