import { describe, expect, test, vi } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { askedOf, type PhotoReview, photoNews } from "#shared/employee/photo-review.ts";
import { approvePhoto, askForNewPhoto } from "#shared/photo/decide-review.ts";
import { type ReportedPhoto, reportId, reportRecord } from "#shared/photo/reported-photo.ts";
import { takeReports } from "#shared/photo/take-reports.ts";
import { logger } from "#shared/runtime/logger.ts";
import { ApprovalsInMemory } from "../../support/approvals-in-memory.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { CaptchasInMemory } from "../../support/captchas-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { PhotoRequestsInMemory } from "../../support/photo-requests-in-memory.ts";
import { aReview } from "../../support/photo-reviews-contract.ts";
import { PhotoReviewsOf } from "../../support/photo-reviews-in-memory.ts";

const photoId = "pho_siti";
const id = "emp_siti";
const earlier = "2026-11-20T03:00:00.000Z";

function setUp(change: Partial<Employee> = {}, clock = new FakeClock()) {
  const employees = new EmployeesInMemory(anEmployee({ id, photoId, ...change }));
  const reports = new CaptchasInMemory();
  const asked = { approvals: new ApprovalsInMemory(), photoRequests: new PhotoRequestsInMemory() };
  const api = { employees, reports, clock, limits: new LimitsInMemory(), ...asked };
  const report = async (of: Partial<ReportedPhoto> = {}) => {
    const made = { employeeId: id, photoId, reportedAt: clock.now().toISOString(), ...of } as const;
    const used = reportRecord(made);
    await reports.use({ id: reportId(made) }, used);
    return await takeReports(api);
  };
  const now = async () => (await employees.find(id)) ?? anEmployee();
  const { instansiId } = anEmployee();
  const by = { employeeId: "emp_budi", role: "petugas", instansiId, units: undefined } as const;
  const seen = async () => {
    const reviewedAt = (await now()).photoReview?.at;
    return { id, photoId, by, ...(reviewedAt !== undefined && { reviewedAt }) } as const;
  };
  const approves = async () => await approvePhoto(api, await seen());
  return { api, employees, reports, clock, report, now, seen, approves, instansiId };
}

const opened = { opened: 1, idle: 0 };
const idle = { opened: 0, idle: 1 };

test("a photo that nobody looked at waits for an officer; the history says why, and its holder's card stays as it is", async () => {
  const { report, now, employees, clock } = setUp();
  const at = clock.now().toISOString();
  expect(await report()).toEqual(opened);

  expect((await now()).photoReview).toEqual({
    ...{ state: "waiting", at, causes: ["reported"], warned: [] },
    report: { at, isOpen: true },
  });
  const [save] = employees.saves;
  expect(save).toMatchObject({
    cardChanged: false,
    entry: { action: "photo-reported", actor: { role: "system" } },
  });
  expect(save && photoNews(save.before, save.after)).toBeUndefined();
});

test("it stands before who waits longest", async () => {
  const { report, api, employees, instansiId, clock } = setUp();
  const other = anEmployee({
    ...{ id: "emp_lain", nip: aNip("198502122010012005"), email: "lain@contoh.example" },
    photoReview: aReview(earlier),
  });
  await employees.add(other, {
    ...{ subjectId: other.id, revision: 1, at: earlier, changes: [] },
    ...{ actor: { role: "system" }, action: "registered" },
  });
  await report();

  const queue = new PhotoReviewsOf(api.employees);
  const places = await queue.awaiting(instansiId, { now: clock.now(), limit: 9 });
  expect(places.map((each) => each.id)).toEqual([id, "emp_lain"]);
});

test("what waits already keeps its causes, and an officer who has not seen the report decides nothing", async () => {
  const photoReview = aReview(earlier, { causes: ["warned"], warned: ["gaze"] });
  const { report, now, seen, api } = setUp({ photoReview });
  const before = await seen();
  expect(await report()).toEqual(opened);

  expect((await now()).photoReview).toMatchObject({
    ...{ state: "waiting", causes: ["warned", "reported"], warned: ["gaze"] },
  });
  await expect(approvePhoto(api, before)).rejects.toThrow("photo-reviewed");
});

test("many reports open one review", async () => {
  const { report, employees, clock } = setUp();
  await report();
  for (let day = 0; day < 5; day++) {
    clock.advance({ days: 1 });
    expect(await report()).toEqual(idle);
  }
  expect(employees.saves).toHaveLength(1);
});

test("found fitting after a report, it is left alone for thirty days, and not longer", async () => {
  const { report, now, approves, clock } = setUp();
  await report();
  await approves();
  expect((await now()).photoReview).toMatchObject({ state: "approved", report: { isOpen: false } });
  clock.advance({ days: 29 });
  expect(await report()).toEqual(idle);
  clock.advance({ days: 1 });
  expect(await report()).toEqual(opened);
});

test("found fitting by an officer who knew of no report, it is looked at again", async () => {
  const { report, approves, now } = setUp({ photoReview: aReview(earlier) });
  await approves();
  expect(await report()).toEqual(opened);
  expect((await now()).photoReview).toMatchObject({ state: "waiting", report: { isOpen: true } });
});

test("a new photo that is expected stays so, and its holder reads the same; the queue has it at once", async () => {
  const { report, now, api, seen, employees, instansiId, clock } = setUp();
  await askForNewPhoto(api, { ...(await seen()), faults: ["dress"], note: "Tanpa atribut." });
  const before = await now();
  clock.advance({ days: 1 });
  expect(await report()).toEqual(opened);

  const after = await now();
  expect(askedOf(after, clock.now())).toEqual(askedOf(before, clock.now()));
  expect(photoNews(before, after)).toBeUndefined();
  const queue = new PhotoReviewsOf(employees);
  expect(await queue.awaiting(instansiId, { now: clock.now(), limit: 9 })).toHaveLength(1);
});

describe("a photo that was replaced before its report was taken", () => {
  const replaced = { photoId: "pho_lama" } as const;

  test("makes the one that came instead wait, and says that it was about the one before", async () => {
    const { report, now, approves, clock } = setUp();
    const at = clock.now().toISOString();
    expect(await report(replaced)).toEqual(opened);
    expect((await now()).photoReview).toEqual({
      ...{ state: "waiting", at, causes: ["reported"], warned: [] },
      report: { at, isOpen: true, ofEarlier: true },
    });
    clock.advance({ days: 1 });
    expect(await report(replaced)).toEqual(idle);
    await approves();
    expect((await now()).photoReview).toMatchObject({ state: "approved" });
    clock.advance({ days: 1 });
    expect(await report(replaced)).toEqual(idle);
  });

  test("leaves what waits already with its causes and with what was said of the one before", async () => {
    const word = { state: "new-asked", at: earlier, by: "emp_budi", faults: ["dress"] } as const;
    const photoReview = aReview(earlier, { causes: ["asked"], follows: word });
    const { report, now } = setUp({ photoReview });
    expect(await report(replaced)).toEqual(opened);
    expect((await now()).photoReview).toMatchObject({
      ...{ causes: ["asked", "reported"], follows: word, report: { ofEarlier: true } },
    });
  });

  test("changes nothing once an officer has looked at the new one", async () => {
    const { report, approves, clock } = setUp({ photoReview: aReview(earlier) });
    const reportedAt = clock.now().toISOString();
    clock.advance({ minutes: 1 });
    await approves();
    expect(await report({ ...replaced, reportedAt })).toEqual(idle);
  });

  test("spares the new one no report of its own, which keeps the place of the first", async () => {
    const { report, now, approves, clock } = setUp();
    const at = clock.now().toISOString();
    await report(replaced);
    clock.advance({ minutes: 1 });
    expect(await report()).toEqual(opened);
    expect((await now()).photoReview?.report).toEqual({ at, isOpen: true });

    const other = setUp();
    await other.report(replaced);
    await other.approves();
    expect(await other.report()).toEqual(opened);
    await approves();
    clock.advance({ days: 1 });
    expect(await report()).toEqual(idle);
  });
});

test.each<[string, Partial<Employee>, Partial<ReportedPhoto>]>([
  ["a photo that was taken away", { photoId: undefined }, {}],
  ["a card that has ended", { kedudukanHukum: "99" }, {}],
  ["nobody", {}, { employeeId: "emp_nobody" }],
])("a report of %s has nothing to open, and waits no more", async (_, change, of) => {
  const { report, employees, reports } = setUp(change);
  expect(await report(of)).toEqual(idle);
  expect(employees.saves).toEqual([]);
  expect(await reports.untaken(9)).toEqual([]);
});

test("a record that changes at that moment is left to the next run; a run that ended after the save is made up for", async () => {
  const { report, api, employees, reports } = setUp();
  const save = employees.save.bind(employees);
  employees.save = async (revision) => await save({ ...revision, seen: revision.seen + 1 });
  expect(await report()).toEqual({ opened: 0, idle: 0 });
  employees.save = save;
  const { take } = reports;
  reports.take = async () => {
    throw new Error("ended");
  };
  await expect(takeReports(api)).rejects.toThrow("ended");
  reports.take = take;

  expect(await takeReports(api)).toEqual(idle);
  expect(employees.saves).toHaveLength(1);
});

test("a record that cannot be read keeps no other report waiting, and the run fails", async () => {
  const { report, employees, now } = setUp();
  const find = employees.find.bind(employees);
  employees.find = async (of) => {
    if (of === "emp_rusak") throw new Error("unreadable");
    return await find(of);
  };
  const error = vi.spyOn(logger, "error").mockReturnValue();
  const spoiled = { employeeId: "emp_rusak", photoId: "pho_rusak" } as const;
  await expect(report({ ...spoiled, reportedAt: earlier })).rejects.toThrow("unreadable");
  await expect(report()).rejects.toThrow("unreadable");

  const id = "report#pho_rusak#2026-11-20";
  expect(error).toHaveBeenCalledTimes(2);
  for (const call of error.mock.calls)
    expect(call).toMatchObject(["job.item-failed", { part: "reports", id }]);
  expect((await now()).photoReview).toMatchObject({
    state: "waiting",
  } satisfies Partial<PhotoReview>);
});
