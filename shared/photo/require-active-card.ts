import { cardStatus, type Employee } from "#shared/employee/employee.ts";
import { Conflict } from "#shared/runtime/errors.ts";

/** A new photo needs an active card, or one that will be: it is drawn on the day of the TMT. @throws Conflict `card-not-active` when it is suspended or has ended */
export function requireActiveCard(employee: Employee, now: Date): void {
  const status = cardStatus(employee, now);
  if (status !== "active" && status !== "upcoming") throw new Conflict("card-not-active");
}
