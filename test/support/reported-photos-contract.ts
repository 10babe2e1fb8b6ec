import { expect, test } from "vitest";
import type { AnsweredChallenges } from "#shared/captcha/work-challenge.ts";
import {
  type ReportedPhoto,
  type ReportedPhotos,
  reportId,
  reportRecord,
} from "#shared/photo/reported-photo.ts";

/** What is read of reports of photos, of the fake and the real table. `make` gives an empty table each time. */
export function reportedPhotosContract(
  make: () => Promise<{ readonly captchas: AnsweredChallenges; readonly reports: ReportedPhotos }>,
): void {
  const at = (minute: number, of = 1): ReportedPhoto => ({
    ...{ employeeId: `emp_${of}`, photoId: `pho_${of}` },
    reportedAt: new Date(Date.UTC(2026, 10, 21, 3, minute)).toISOString(),
  });

  async function noted(captchas: AnsweredChallenges, report: ReportedPhoto): Promise<boolean> {
    const used = reportRecord(report);
    return await captchas.use({ id: reportId(report), endsAt: used.endsAt }, used);
  }

  test("those that wait come oldest first, so many as are asked for, and no captcha", async () => {
    const { captchas, reports } = await make();
    for (const minute of [3, 1, 2]) expect(await noted(captchas, at(minute, minute))).toBe(true);
    await captchas.use({ id: "cap_none", endsAt: 1_795_000_000 });

    expect(await reports.untaken(2)).toEqual([at(1, 1), at(2, 2)]);
  });

  test("a photo has one a day, whoever reports it, also when it is taken", async () => {
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
