/** What a holder is told of the QR of the own card. */
import * as z from "zod";
import type { Employee } from "#shared/employee/employee.ts";
import { nipOpenUntil } from "#shared/employee/open-nip.ts";
import { hasQr } from "./own-qr.ts";

/** The client makes the id: a request that comes twice is carried out once. */
export const qrRequest = z.strictObject({ requestId: z.uuid() });

export const qrAnswer = z.strictObject({
  /** "none": the card has ended, or has no photo. */
  state: z.enum(["active", "paused", "none"]),
  /** Of a paused one. */
  pausedAt: z.iso.datetime().exactOptional(),
  /** While checks show the whole NIP. */
  nipOpenUntil: z.iso.datetime().exactOptional(),
});
export type QrAnswer = z.infer<typeof qrAnswer>;

export function tellQr(employee: Employee, now: Date): QrAnswer {
  const { qrPausedAt: pausedAt } = employee;
  if (!hasQr(employee, now)) return { state: "none" };
  const until = nipOpenUntil(employee, now);
  const open = until === undefined ? {} : { nipOpenUntil: until };
  return pausedAt === undefined
    ? { state: "active", ...open }
    : { state: "paused", pausedAt, ...open };
}
