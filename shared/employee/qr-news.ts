import type { QrAction } from "#shared/audit/qr-actions.ts";
import type { Employee } from "./employee.ts";

type OfQr = Pick<Employee, "qrGeneration" | "qrPausedAt" | "nipOpenUntil">;

/** What a save did to the QR of the card, or to its NIP; undefined when nothing. A replaced one is not paused, and its NIP is closed. */
export function qrNews(before: OfQr, after: OfQr): QrAction | undefined {
  if (before.qrGeneration !== after.qrGeneration) return "qr-replaced";
  if (before.qrPausedAt !== after.qrPausedAt)
    return after.qrPausedAt === undefined ? "qr-resumed" : "qr-paused";
  if (before.nipOpenUntil === after.nipOpenUntil) return undefined;
  return after.nipOpenUntil === undefined ? "nip-closed" : "nip-opened";
}
