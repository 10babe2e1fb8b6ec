import { cardStatus, type Employee } from "#shared/employee/employee.ts";
import { Conflict } from "#shared/runtime/errors.ts";

/** A new photo needs an active card, or one that will be: it is drawn on the day of the TMT. */
export function mayHavePhoto(employee: Employee, now: Date): boolean {
  const status = cardStatus(employee, now);
  return status === "active" || status === "upcoming";
}

/** @throws Conflict `card-not-active` when the card is suspended or has ended */
export function requireActiveCard(employee: Employee, now: Date): void {
  if (!mayHavePhoto(employee, now)) throw new Conflict("card-not-active");
}
