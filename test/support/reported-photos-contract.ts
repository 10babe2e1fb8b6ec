import { expect, test } from "vitest";
import type { AnsweredChallenges, UsedFor } from "#shared/captcha/work-challenge.ts";
import {
  type ReportedPhoto,
  type ReportedPhotos,
  reportId,
  reportRecord,
} from "#shared/photo/reported-photo.ts";
import {
  type SuspectedCard,
  type SuspectedCards,
  suspicionId,
  suspicionRecord,
} from "#shared/suspect-card/suspected-card.ts";

interface Reports<Report> {
  untaken(limit: number): Promise<readonly Report[]>;
  take(report: Report): Promise<void>;
}

/** Each time with an empty table. */
type Make<Kept> = () => Promise<{
  readonly captchas: AnsweredChallenges;
  readonly reports: Kept;
}>;

interface Sort<Report> {
  /** A report of that minute, of that person. */
  readonly at: (minute: number, of?: number) => Report;
  readonly recordOf: (report: Report) => UsedFor;
  readonly idOf: (report: Report) => string;
}

const instantAt = (minute: number) => new Date(Date.UTC(2026, 10, 21, 3, minute)).toISOString();

/** What is read of reports of photos, of the fake and the real table. */
export function reportedPhotosContract(make: Make<ReportedPhotos>): void {
  const at = (minute: number, of = 1): ReportedPhoto => ({
    ...{ employeeId: `emp_${of}`, photoId: `pho_${of}`, reportedAt: instantAt(minute) },
  });
  reportsContract(make, { at, recordOf: reportRecord, idOf: reportId });
}

/** …and of suspicious cards, which lie beside them. */
export function suspectedCardsContract(make: Make<SuspectedCards>): void {
  const at = (minute: number, of = 1): SuspectedCard => ({
    ...{ employeeId: `emp_${of}`, cause: "altered", reportedAt: instantAt(minute) },
  });
  reportsContract(make, { at, recordOf: suspicionRecord, idOf: suspicionId });
}

function reportsContract<Report>(
  make: Make<Reports<Report>>,
  { at, recordOf, idOf }: Sort<Report>,
): void {
  async function noted(captchas: AnsweredChallenges, report: Report): Promise<boolean> {
    const used = recordOf(report);
    return await captchas.use({ id: idOf(report), endsAt: used.endsAt }, used);
  }

  test("those that wait come oldest first, so many as are asked for, and no captcha", async () => {
    const { captchas, reports } = await make();
    for (const minute of [3, 1, 2]) expect(await noted(captchas, at(minute, minute))).toBe(true);
    await captchas.use({ id: "cap_none", endsAt: 1_795_000_000 });

    expect(await reports.untaken(2)).toEqual([at(1, 1), at(2, 2)]);
  });

  test("there is one a day, whoever reports it, also when it is taken", async () => {
    const { captchas, reports } = await make();
    const many = Array.from({ length: 20 }, (_, minute) => noted(captchas, at(minute)));
    expect((await Promise.all(many)).filter(Boolean)).toHaveLength(1);
    const [report = at(0)] = await reports.untaken(9);
    await reports.take(report);
    await reports.take(report);

    expect(await noted(captchas, at(30))).toBe(false);
    expect(await reports.untaken(9)).toEqual([]);
    expect(await noted(captchas, at(24 * 60))).toBe(true);
  });

  test("one that has expired is not made anew when it is taken", async () => {
    const { captchas, reports } = await make();
    await reports.take(at(1));
    expect(await noted(captchas, at(1))).toBe(true);
  });
}
