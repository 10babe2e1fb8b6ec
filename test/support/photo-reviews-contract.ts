import { expect, test } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import type { PhotoReview } from "#shared/employee/photo-review.ts";
import { revisePhoto } from "#shared/employee/revision.ts";
import type { Awaiting, PhotoReviews } from "#shared/photo/photo-reviews.ts";
import { aNip, anEmployee } from "./builders.ts";

/** A photo that waits since that instant. */
export function aReview(at: string, change: Partial<PhotoReview> = {}): PhotoReview {
  return { state: "waiting", at, causes: ["sampled"], warned: [], ...change };
}

interface World {
  readonly employees: Pick<WritableEmployees, "add" | "save">;
  readonly queue: PhotoReviews;
}

/** What every queue of photos does. */
export function photoReviewsContract(make: () => World | Promise<World>): void {
  const now = new Date("2026-11-22T03:00:00.000Z");
  const own = anEmployee().instansiId;

  async function added(world: World, i: number, change: Partial<Employee>): Promise<Employee> {
    const record = anEmployee({
      ...{ id: `emp_${i}`, nip: aNip(`19850212201001200${i}`), email: `${i}@contoh.example` },
      ...change,
    });
    await world.employees.add(record, {
      ...{ subjectId: record.id, revision: 1, at: record.updatedAt, changes: [] },
      ...{ actor: { role: "system" }, action: "registered" },
    });
    return record;
  }

  test("who waits longest is first, page by page, and others' people are not there", async () => {
    const world = await make();
    await added(world, 1, { photoReview: aReview("2026-11-21T05:00:00.000Z") });
    await added(world, 2, { photoReview: aReview("2026-11-21T03:00:00.000Z") });
    await added(world, 3, { photoReview: aReview("2026-11-21T04:00:00.000Z") });
    await added(world, 4, {});
    const instansiId = "ins_lain";
    await added(world, 5, { instansiId, photoReview: aReview("2026-11-21T02:00:00.000Z") });

    const first = await world.queue.awaiting(own, { now, limit: 2 });
    const rest = await world.queue.awaiting(own, { now, limit: 2, after: first[1] });
    expect(first).toEqual([
      { id: "emp_2", from: "2026-11-21T03:00:00.000Z" },
      { id: "emp_3", from: "2026-11-21T04:00:00.000Z" },
    ]);
    expect(rest).toEqual([{ id: "emp_1", from: "2026-11-21T05:00:00.000Z" }]);
  });

  test("reported ones are before all others, oldest report first, on pages of one", async () => {
    const world = await make();
    const report = { at: "2026-11-21T06:00:00.000Z", isOpen: true };
    const answered = { ...report, isOpen: false };
    const until = "2026-11-30T02:00:00.000Z";
    const asked = { state: "new-asked", until } as const;
    await added(world, 1, { photoReview: aReview("2026-11-21T03:00:00.000Z") });
    await added(world, 2, { photoReview: aReview("2026-11-21T06:30:00.000Z", { report }) });
    // Saved later than the other one, and reported before it.
    const sooner = { ...report, at: "2026-11-21T05:00:00.000Z" };
    const expected = aReview("2026-11-21T07:00:00.000Z", { ...asked, report: sooner });
    await added(world, 3, { photoReview: expected });
    await added(world, 4, { photoReview: { ...expected, report: answered } });

    const found: string[] = [];
    let after: Awaiting | undefined;
    for (let page = 0; page < 4; page++) {
      [after] = await world.queue.awaiting(own, { now, limit: 1, after });
      if (!after) break;
      found.push(after.id);
    }
    expect(found).toEqual(["emp_3", "emp_2", "emp_1"]);
  });

  test("one whose new photo is expected comes back when its time is over, not before", async () => {
    const world = await make();
    const until = "2026-11-22T02:00:00.000Z";
    const asked = aReview("2026-11-08T02:00:00.000Z", { state: "new-asked", until });
    await added(world, 1, { photoReview: asked });

    const before = new Date("2026-11-22T01:59:59.999Z");
    expect(await world.queue.awaiting(own, { now: before, limit: 9 })).toEqual([]);
    expect(await world.queue.awaiting(own, { now, limit: 9 })).toEqual([
      { id: "emp_1", from: until },
    ]);
  });

  test("those whose time ends later than an instant are found from a place at which nobody stands", async () => {
    const world = await make();
    const asked = (until: string) =>
      aReview("2026-11-08T02:00:00.000Z", { state: "new-asked", until });
    await added(world, 1, { photoReview: aReview("2026-11-22T02:59:59.999Z") });
    await added(world, 2, { photoReview: asked("2026-11-23T02:00:00.000Z") });
    await added(world, 3, { photoReview: asked("2026-11-25T03:00:00.001Z") });

    const until = new Date("2026-11-25T03:00:00.000Z");
    const after = { from: now.toISOString(), id: "emp_" } as const;
    expect(await world.queue.awaiting(own, { now: until, limit: 9, after })).toEqual([
      { id: "emp_2", from: "2026-11-23T02:00:00.000Z" },
    ]);
  });

  test("a photo that was decided about, and whose holder has left, waits no more", async () => {
    const world = await make();
    const photoReview = aReview("2026-11-21T05:00:00.000Z");
    const record = await added(world, 1, { photoReview });
    await added(world, 2, { photoReview, kedudukanHukum: "99" });
    const approved = { ...photoReview, state: "approved" } as const;
    const told = { at: now, actor: { role: "officer" }, action: "photo-approved" } as const;
    await world.employees.save(revisePhoto(record, { photoReview: approved }, told));

    expect(await world.queue.awaiting(own, { now, limit: 9 })).toEqual([]);
  });
}
