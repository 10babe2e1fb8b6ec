/** What holders and officers are told of checks of a card (decision 0061). */
import * as z from "zod";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { type Scan, type Scans, scan } from "./scan.ts";

const pageSize = 20;
/** The newest first. */
export const toldScan = z.strictObject(scan.omit({ employeeId: true }).shape);
export const scansAnswer = z.strictObject({
  items: z.array(toldScan).readonly(),
  /** Asks for the next page; absent on the last one. */
  cursor: z.string().exactOptional(),
});
export type ScansAnswer = z.infer<typeof scansAnswer>;

/**
 * Where a page ended: an instant, and the id of what the check was opened by, an image (cap), work (wrk) or a pass (pas). Nothing of it leads to
 * another person's scans.
 */
const scansCursor = /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z#(cap|wrk|pas)_[a-z0-9]{26}$/;
export const scansQuery = z.strictObject({ cursor: z.string().regex(scansCursor).optional() });

/** Without whose card it was, which who reads it knows. */
export function tellScan({ employeeId: _, ...told }: Scan): z.infer<typeof toldScan> {
  return told;
}

export async function listScans(
  { scans, clock }: { readonly scans: Scans; readonly clock: Clock },
  id: EmployeeId,
  from: string | undefined,
): Promise<ScansAnswer> {
  const { items, next } = await scans.of(id, { limit: pageSize, from, now: clock.now() });
  return {
    items: items.map(tellScan),
    ...(next !== undefined && { cursor: next }),
  };
}
