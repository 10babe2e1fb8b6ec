/** What somebody who checked a card says of it: it says something else than the answer, another one carries it, or it was tampered with (decision 0087). */
import * as z from "zod";
import type { UsedFor } from "#shared/captcha/work-challenge.ts";
import { employeeId } from "#shared/employee/employee.ts";
import { epochSeconds } from "#shared/runtime/clock.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import { suspicions } from "./suspicions.ts";

export const suspectedCard = z.object({
  employeeId,
  cause: z.enum(suspicions),
  /** ISO instant. Nothing of who reported it is kept, and no words. */
  reportedAt: z.iso.datetime(),
});
export type SuspectedCard = Readonly<z.infer<typeof suspectedCard>>;

export const suspectedCardItem = storedItem({ name: "suspected-card", schema: suspectedCard });

/** Days that a report is kept. It is taken within minutes; while nothing takes them, an alarm rings. */
const keptDays = 30;

/** The index's partition of reports that are not taken. */
export const untakenCards = "card";

/** The report's place among used captchas: a person has one for each day (UTC) and cause, whoever reports it, and however often. */
export function suspicionId({ employeeId: id, cause, reportedAt }: SuspectedCard): string {
  return `report#${id}#${cause}#${reportedAt.slice(0, 10)}`;
}

/** What is kept there until it is a request. */
export function suspicionRecord(report: SuspectedCard): UsedFor {
  const endsAt = epochSeconds(new Date(report.reportedAt)) + keptDays * 86_400;
  return { endsAt, record: { ...report, ...suspectedCardItem.version, reportOf: untakenCards } };
}

/** Reports that wait for becoming requests. */
export interface SuspectedCards {
  /** The oldest first; the newest can be missing for a moment (the index follows the table). */
  untaken(limit: number): Promise<readonly SuspectedCard[]>;
  /** It is no longer among them; its place stays used. Any number of times. */
  take(report: SuspectedCard): Promise<void>;
}
