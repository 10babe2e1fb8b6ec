import { cardStatus, type Employee } from "#shared/employee/employee.ts";

/** Whether there is a card to show: active, and with a photo. */
export function canHoldCard(
  employee: Employee,
  now: Date,
): employee is Employee & { readonly photoId: NonNullable<Employee["photoId"]> } {
  return employee.photoId !== undefined && cardStatus(employee, now) === "active";
}
