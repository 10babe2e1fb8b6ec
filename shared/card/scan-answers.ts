/** What holders and officers are told of checks of a card (decision 0061). */
import * as z from "zod";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { type Scans, scan } from "./scan.ts";

const pageSize = 20;
/** The newest first. */
export const toldScan = z.strictObject(scan.omit({ employeeId: true }).shape);
export const scansAnswer = z.strictObject({
  items: z.array(toldScan).readonly(),
  /** Asks for the next page; absent on the last one. */
  cursor: z.string().exactOptional(),
});
export type ScansAnswer = z.infer<typeof scansAnswer>;

/** An instant and the id of a captcha: nothing of it leads to another person's scans. */
export const scansQuery = z.strictObject({ cursor: z.string().max(100).optional() });

export async function listScans(
  { scans }: { readonly scans: Scans },
  id: EmployeeId,
  from: string | undefined,
): Promise<ScansAnswer> {
  const { items, next } = await scans.of(id, { limit: pageSize, from });
  return {
    items: items.map(({ employeeId: _, ...told }) => told),
    ...(next !== undefined && { cursor: next }),
  };
}
