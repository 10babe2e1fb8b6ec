/** A check of a card that somebody made, as its holder and officers are told of it (decision 0061). */
import * as z from "zod";
import type { UsedFor } from "#shared/captcha/work-challenge.ts";
import { type EmployeeId, employeeId } from "#shared/employee/employee.ts";
import { epochSeconds } from "#shared/runtime/clock.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";

/** What a check of a known card can say. */
const scanResults = ["valid", "upcoming", "suspended", "ended", "superseded"] as const;
export type ScanResult = (typeof scanResults)[number];

/** What was checked: the QR, or Nomor Seri and Kode Periksa, typed. */
const scanWays = ["qr", "numbers"] as const;
export type ScanWay = (typeof scanWays)[number];

export const scan = z.object({
  employeeId,
  /** ISO instant. */
  at: z.iso.datetime(),
  result: z.enum(scanResults),
  /** Absent in scans from before decision 0070. */
  way: z.enum(scanWays).exactOptional(),
  /** Province or state, as CloudFront says; never an address. */
  region: z.string().exactOptional(),
});
export type Scan = z.infer<typeof scan>;

export const scanItem = storedItem({ name: "scan", schema: scan });

/** Days that a scan is kept (decision 0061). */
const scanDays = 90;

/** What a used captcha says when it was used for a card that is known: then it is kept as the scan's record. */
export function recordOf(made: Scan, captchaId: string): UsedFor {
  const keptUntil = epochSeconds(new Date(made.at)) + scanDays * 86_400;
  // The instant alone could be that of two scans.
  const record = { ...made, ...scanItem.version, scannedAt: `${made.at}#${captchaId}` };
  return { endsAt: keptUntil, record };
}

/** The place in the list (`scannedAt`) before which scans are over. */
export function firstKept(now: Date): string {
  return new Date(now.getTime() - scanDays * 86_400_000).toISOString();
}

export interface ScanPage {
  /** The newest first. */
  readonly items: readonly Scan[];
  /** Where the next page begins; undefined on the last one. */
  readonly next: string | undefined;
}

export interface ScanQuery {
  readonly limit: number;
  /** Scans that are older than 90 days by then are over, although DynamoDB deletes them days later («Working with expired items», Developer Guide). */
  readonly now: Date;
  /** `next` of the page before. */
  readonly from?: string | undefined;
}

export interface Scans {
  of(employeeId: EmployeeId, query: ScanQuery): Promise<ScanPage>;
}
