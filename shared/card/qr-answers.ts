/** What a holder is told of the QR of the own card. */
import * as z from "zod";
import type { Employee } from "#shared/employee/employee.ts";
import { hasQr } from "./own-qr.ts";

/** The client makes the id: a request that comes twice is carried out once. */
export const qrRequest = z.strictObject({ requestId: z.uuid() });

export const qrAnswer = z.strictObject({
  /** "none": the card has ended, or has no photo. */
  state: z.enum(["active", "paused", "none"]),
  /** Of a paused one. */
  pausedAt: z.iso.datetime().exactOptional(),
});
export type QrAnswer = z.infer<typeof qrAnswer>;

export function tellQr(employee: Employee, now: Date): QrAnswer {
  const { qrPausedAt: pausedAt } = employee;
  if (!hasQr(employee, now)) return { state: "none" };
  return pausedAt === undefined ? { state: "active" } : { state: "paused", pausedAt };
}
