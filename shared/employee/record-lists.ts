/** The lists of records that somebody has to look at. Each is an index of who has its attribute and nobody else. */
import { type Employee, savedStatus } from "./employee.ts";

export const recordLists = {
  undeliverable: { index: "by-email-failed", since: "emailFailedAt" },
  "no-photo": { index: "by-photo-missing", since: "photoMissingSince" },
  "no-email": { index: "by-email-missing", since: "emailMissingSince" },
  "no-phone": { index: "by-phone-missing", since: "phoneMissingSince" },
} as const;
export type RecordList = keyof typeof recordLists;

/** Since when a record is in each list, ISO instants. Who has left needs neither photo nor address nor number. */
export function listedSince(employee: Employee): Record<RecordList, string | undefined> {
  const { email, phone, emailFailedAt, photoId, registeredAt, cardChangedAt } = employee;
  // Records from before 26 November 2026 do not say when they came.
  const since = registeredAt ?? cardChangedAt;
  const isGone = savedStatus(employee) === "ended";
  return {
    undeliverable: emailFailedAt,
    "no-photo": photoId || isGone ? undefined : since,
    "no-email": email || isGone ? undefined : since,
    "no-phone": phone || isGone ? undefined : since,
  };
}
