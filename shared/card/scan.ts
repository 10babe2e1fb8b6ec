/** A check of a card that somebody made, as its holder and officers are told of it (decision 0061). */
import * as z from "zod";
import { type EmployeeId, employeeId } from "#shared/employee/employee.ts";

/** What a check of a known card can say. */
export const scanResults = ["valid", "upcoming", "suspended", "ended", "superseded"] as const;
export type ScanResult = (typeof scanResults)[number];

export const scan = z.object({
  employeeId,
  /** ISO instant. */
  at: z.iso.datetime(),
  result: z.enum(scanResults),
  /** Province or state, as CloudFront says; never an address. */
  region: z.string().exactOptional(),
});
export type Scan = z.infer<typeof scan>;

/** Days that a scan is kept (issue «Verification»: the holder sees who looked). */
export const scanDays = 90;

export interface ScanPage {
  /** The newest first. */
  readonly items: readonly Scan[];
  /** Where the next page begins; undefined on the last one. */
  readonly next: string | undefined;
}

export interface ScanQuery {
  readonly limit: number;
  /** `next` of the page before. */
  readonly from?: string | undefined;
}

export interface Scans {
  of(employeeId: EmployeeId, query: ScanQuery): Promise<ScanPage>;
}
