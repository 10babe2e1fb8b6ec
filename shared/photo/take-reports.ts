import type { Employee } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import type { PhotoReview } from "#shared/employee/photo-review.ts";
import { revisePhoto } from "#shared/employee/revision.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import type { ReportedPhoto, ReportedPhotos } from "./reported-photo.ts";
import { mayHavePhoto } from "./require-active-card.ts";

export interface TakeReports {
  readonly reports: ReportedPhotos;
  readonly employees: Pick<WritableEmployees, "find" | "save">;
  readonly clock: Clock;
}

/** What a run takes at most. The next run comes in some minutes. */
const mostInARun = 200;

/** The days after an officer's answer to a report in which another one opens nothing: nobody is looked at as often as somebody likes. */
const quietMs = 30 * 86_400_000;

/**
 * Takes the reports of photos to the records, where officers see them before all that waits. A report changes nothing but that: its
 * card stays valid, and its holder is told nothing.
 * @returns how many opened a review, and how many had nothing to open
 */
export async function takeReports(api: TakeReports): Promise<{ opened: number; idle: number }> {
  const counts = { opened: 0, idle: 0 };
  let failure: unknown;
  for (const report of await api.reports.untaken(mostInARun)) {
    try {
      const outcome = await taken(api, report);
      if (!outcome) continue;
      await api.reports.take(report);
      counts[outcome] += 1;
    } catch (error) {
      // A record that cannot be read keeps none of the others waiting; the run fails all the same, and is heard of.
      failure ??= error;
    }
  }
  if (failure !== undefined) throw failure;
  return counts;
}

/** @returns undefined when the record changed at that moment: the next run does it */
async function taken(
  { employees, clock }: TakeReports,
  report: ReportedPhoto,
): Promise<"opened" | "idle" | undefined> {
  const at = clock.now();
  const person = await employees.find(report.employeeId);
  if (person?.photoId !== report.photoId || !mayHavePhoto(person, at)) return "idle";
  const photoReview = reviewAfter(person, report, at);
  if (!photoReview) return "idle";
  const told = { at, actor: { role: "system" }, action: "photo-reported" } as const;
  try {
    await employees.save(revisePhoto(person, { photoReview }, told));
    return "opened";
  } catch (error) {
    if (error instanceof Conflict && error.code === "record-changed") return undefined;
    throw error;
  }
}

/**
 * The review of a photo in force once somebody has reported it. An officer's request for a new one stands.
 * @returns undefined when it changes nothing: a report waits already, or an officer answered one not long ago
 */
function reviewAfter(
  { photoReview: before }: Pick<Employee, "photoReview">,
  { reportedAt }: Pick<ReportedPhoto, "reportedAt">,
  at: Date,
): PhotoReview | undefined {
  const { report, causes = [], warned = [] } = before ?? {};
  const isQuiet = before && at.getTime() - Date.parse(before.at) < quietMs;
  if (report && (report.isOpen || isQuiet)) return undefined;
  const stands = before?.state === "new-asked" ? before : { warned, state: "waiting" as const };
  return {
    ...stands,
    // An officer who decides about what the page showed before is refused, and sees the report.
    at: at.toISOString(),
    causes: [...new Set([...causes, "reported" as const])],
    report: { at: reportedAt, isOpen: true },
  };
}
