import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import { type CardStatus, statusOf } from "#shared/employee/kedudukan-hukum.ts";

/** What a holder is told. The code keys the texts of page and mail; no personal data is in it. */
export type NotificationCode =
  | "photo-confirmed"
  | "card-changed"
  | "card-suspended"
  | "card-ended"
  | "card-restored";

/** One item of a holder's inbox. */
export interface Notification {
  readonly employeeId: EmployeeId;
  /** Sorts by time, and is the same for the same change: "2026-11-21T03:00:00.000Z#7". */
  readonly id: string;
  /** ISO instant of the change. */
  readonly at: string;
  readonly code: NotificationCode;
}

type Told = Pick<Employee, "id" | "revision" | "updatedAt" | "kedudukanHukum" | "photoId">;

/** What a holder should hear of a change of the record that changed the card. */
export function notificationOf(before: Told, after: Told): Notification {
  const { id, revision, updatedAt } = after;
  return {
    employeeId: id,
    id: `${updatedAt}#${revision}`,
    at: updatedAt,
    code: codeOf(before, after),
  };
}

const byStatus: Readonly<Record<CardStatus, NotificationCode>> = {
  active: "card-restored",
  suspended: "card-suspended",
  ended: "card-ended",
};

function codeOf(before: Told, after: Told): NotificationCode {
  const status = statusOf(after.kedudukanHukum);
  if (status !== statusOf(before.kedudukanHukum)) return byStatus[status];
  return before.photoId === after.photoId ? "card-changed" : "photo-confirmed";
}
