import { cardStatus, type Employee } from "#shared/employee/employee.ts";
import { Conflict } from "#shared/runtime/errors.ts";

/** A new photo needs an active card. @throws Conflict `card-not-active` when it is suspended or has ended */
export function requireActiveCard(employee: Employee, now: Date): void {
  if (cardStatus(employee, now) !== "active") throw new Conflict("card-not-active");
}
