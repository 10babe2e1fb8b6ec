import { cardStatus, type Employee } from "#shared/employee/employee.ts";

/** Whose card can be drawn. */
export type CardHolder = Employee & { readonly photoId: NonNullable<Employee["photoId"]> };

/** Whether there is a card to show: active, and with a photo. */
export function canHoldCard(employee: Employee, now: Date): employee is CardHolder {
  return employee.photoId !== undefined && cardStatus(employee, now) === "active";
}
