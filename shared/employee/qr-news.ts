import type { QrAction } from "#shared/audit/qr-actions.ts";
import type { Employee } from "./employee.ts";

type OfQr = Pick<Employee, "qrGeneration" | "qrPausedAt">;

/** What a save did to the QR of the card; undefined when nothing. A replaced one is not paused. */
export function qrNews(before: OfQr, after: OfQr): QrAction | undefined {
  if (before.qrGeneration !== after.qrGeneration) return "qr-replaced";
  if (before.qrPausedAt === after.qrPausedAt) return undefined;
  return after.qrPausedAt === undefined ? "qr-resumed" : "qr-paused";
}
