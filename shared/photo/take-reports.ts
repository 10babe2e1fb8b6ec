import type { Employee } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import type { PhotoReview } from "#shared/employee/photo-review.ts";
import { revisePhoto } from "#shared/employee/revision.ts";
import { eachOf, type Turn } from "#shared/runtime/each-of.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { type ReportedPhoto, type ReportedPhotos, reportId } from "./reported-photo.ts";
import { mayHavePhoto } from "./require-active-card.ts";

export interface TakeReports extends Turn {
  readonly reports: ReportedPhotos;
  readonly employees: Pick<WritableEmployees, "find" | "save">;
}

/** What a run takes at most. The next run comes in some minutes. */
const mostInARun = 200;

/** The days after an officer's answer to a report in which another one opens nothing: nobody is looked at as often as somebody likes. */
const quietMs = 30 * 86_400_000;

/**
 * Takes the reports of photos to the records, where officers see them before all that waits. A report changes nothing but that: its
 * card stays valid, and its holder is told nothing.
 * @returns how many opened a review, and how many had nothing to open @throws what the first one failed with
 */
export async function takeReports(api: TakeReports): Promise<{ opened: number; idle: number }> {
  const counts = { opened: 0, idle: 0 };
  const items = await api.reports.untaken(mostInARun);
  await eachOf(api, { part: "reports", items, idOf: reportId }, async (report) => {
    const outcome = await taken(api, report);
    if (!outcome) return;
    await api.reports.take(report);
    counts[outcome] += 1;
  });
  return counts;
}

/** @returns undefined when the record changed at that moment: the next run does it */
async function taken(
  { employees, clock }: TakeReports,
  report: ReportedPhoto,
): Promise<"opened" | "idle" | undefined> {
  const at = clock.now();
  const person = await employees.find(report.employeeId);
  if (person?.photoId === undefined || !mayHavePhoto(person, at)) return "idle";
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
 * The review of a photo in force once somebody has reported it, or the one before it: whoever checked a card saw the photo that was in force
 * then, and a holder who replaces it in the meantime is looked at all the same. An officer's request for a new one stands, with its end.
 * @returns undefined when it changes nothing: a report waits already, or an officer has looked
 */
function reviewAfter(
  { photoId, photoReview: before }: Pick<Employee, "photoId" | "photoReview">,
  { photoId: reported, reportedAt }: Pick<ReportedPhoto, "photoId" | "reportedAt">,
  at: Date,
): PhotoReview | undefined {
  const ofEarlier = photoId !== reported;
  if (before && hasBeenSaid(before, ofEarlier, at)) return undefined;
  // The photo that came instead has been looked at.
  const isDecided = before && before.state !== "waiting" && before.at > reportedAt;
  if (ofEarlier && isDecided) return undefined;
  const { report, causes = [], warned = [] } = before ?? {};
  const stands =
    before && before.state !== "approved" ? before : { warned, state: "waiting" as const };
  return {
    ...stands,
    // An officer who decides about what the page showed before is refused, and sees the report.
    at: at.toISOString(),
    causes: [...new Set([...causes, "reported" as const])],
    report: {
      // Its place is the first report's that nobody has answered.
      at: report?.isOpen ? report.at : reportedAt,
      isOpen: true,
      ...(ofEarlier && { ofEarlier }),
    },
  };
}

/** Whether such a report waits already, or an officer answered one not long ago. What was said of a photo before says nothing of this one. */
function hasBeenSaid({ report, at: since }: PhotoReview, ofEarlier: boolean, at: Date): boolean {
  if (!report || (report.ofEarlier && !ofEarlier)) return false;
  return report.isOpen || at.getTime() - Date.parse(since) < quietMs;
}
