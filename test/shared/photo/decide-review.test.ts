import { expect, test } from "vitest";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import { revise } from "#shared/employee/revision.ts";
import { notificationsOf } from "#shared/notification/notification.ts";
import { approvePhoto, askForNewPhoto } from "#shared/photo/decide-review.ts";
import { askRevocation, photoRevocations } from "#shared/photo/revoke-photo.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { ApprovalsInMemory } from "../../support/approvals-in-memory.ts";
import { anEmployee } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { PhotoRequestsInMemory } from "../../support/photo-requests-in-memory.ts";
import { aReview } from "../../support/photo-reviews-contract.ts";

const reviewedAt = "2026-11-20T03:00:00.000Z";
const review = aReview(reviewedAt, { causes: ["warned"], warned: ["eyes"] });
const siti = anEmployee({ photoReview: review });
const by = { employeeId: "emp_budi", instansiId: siti.instansiId, units: undefined } as const;
const seen = { id: siti.id, photoId: "pho_siti", reviewedAt, by } as const;
const asked = { ...seen, faults: ["dress", "pose"], note: "  Atribut belum dipakai. " } as const;

function setUp(record: Employee = siti) {
  const employees = new EmployeesInMemory(record);
  const asked = { approvals: new ApprovalsInMemory(), photoRequests: new PhotoRequestsInMemory() };
  return { employees, ...asked, limits: new LimitsInMemory(), clock: new FakeClock() };
}
type World = ReturnType<typeof setUp>;

const now = async ({ employees }: World) => await employees.find(siti.id);

test("a photo that is found fitting waits no more; card and holder hear nothing", async () => {
  const world = setUp();
  await approvePhoto(world, seen);

  expect(await now(world)).toMatchObject({
    photoId: "pho_siti",
    photoReview: { state: "approved", causes: ["warned"], warned: ["eyes"] },
  });
  const [save] = world.employees.saves;
  expect(save).toMatchObject({
    cardChanged: false,
    entry: {
      ...{ action: "photo-approved", actor: { role: "officer", id: "emp_budi" } },
      changes: [{ field: "photoReview", from: "waiting", to: "approved" }],
    },
  });
  expect(save && notificationsOf(save.before, save.after)).toEqual([]);
});

test("a new one is asked for with reasons and fourteen days; the old one stays, and the holder is told once by mail", async () => {
  const world = setUp();
  await askForNewPhoto(world, asked);

  const until = new Date(world.clock.now().getTime() + 14 * 86_400_000).toISOString();
  expect(await now(world)).toMatchObject({
    photoId: "pho_siti",
    photoReview: {
      ...{ state: "new-asked", until, by: "emp_budi" },
      ...{ faults: ["dress", "pose"], note: "Atribut belum dipakai." },
    },
  });
  const [save] = world.employees.saves;
  expect(save?.entry).toMatchObject({
    ...{ action: "photo-new-asked", reason: "Atribut belum dipakai." },
    changes: expect.arrayContaining([{ field: "photoFaults", to: "dress,pose" }]),
  });
  expect(save && notificationsOf(save.before, save.after)).toMatchObject([
    { notification: { code: "photo-new-asked", employeeId: siti.id }, isMailed: true },
  ]);
});

test("the second of two officers changes nothing, and learns that it was decided", async () => {
  const world = setUp();
  await approvePhoto(world, seen);
  const second = { ...by, employeeId: "emp_dewi" } as const;

  const late = askForNewPhoto(world, { ...asked, by: second });
  await expect(late).rejects.toMatchObject({ code: "photo-reviewed" });
  expect(world.employees.saves).toHaveLength(1);
});

test("a photo that its holder has replaced is not decided about", async () => {
  const world = setUp(anEmployee({ photoId: "pho_new" }));
  for (const decide of [approvePhoto(world, seen), askForNewPhoto(world, asked)])
    await expect(decide).rejects.toMatchObject({ code: "photo-replaced" });
});

test("nobody decides about the own photo, nor about those of others' people", async () => {
  const world = setUp();
  const own = { ...seen, by: { ...by, employeeId: siti.id } };
  await expect(approvePhoto(world, own)).rejects.toMatchObject({ code: "own-record" });
  for (const stranger of [
    { ...by, instansiId: "ins_lain" },
    { ...by, units: ["Inspektorat"] },
  ])
    await expect(approvePhoto(world, { ...seen, by: stranger })).rejects.toMatchObject({
      code: "not-found",
    });
  expect(world.employees.saves).toEqual([]);
});

test("a change of the record at the same moment is decided over, once it is read", async () => {
  const world = setUp();
  const { employees } = world;
  let raced = false;
  const racing = {
    find: (id: typeof siti.id) => employees.find(id),
    save: async (...args: Parameters<EmployeesInMemory["save"]>) => {
      if (!raced) {
        raced = true;
        const told = {
          at: world.clock.now(),
          actor: { role: "system" },
          action: "changed",
        } as const;
        const other = revise(siti, { jabatan: "Arsiparis" }, told);
        if (other) await employees.save(other);
      }
      await employees.save(...args);
    },
  };
  await approvePhoto({ ...world, employees: racing }, seen);

  expect(await now(world)).toMatchObject({
    jabatan: "Arsiparis",
    photoReview: { state: "approved" },
  });
});

const revoke = (world: World) =>
  askRevocation(world, {
    ...{ person: siti, photoId: "pho_siti", reviewedAt, faults: ["likeness"], by },
    ...{ reason: "Wajah orang lain", requestId: "r1" },
  });

test("nobody calls a photo fitting while a penyetuju has to say whether it goes; when that is over, somebody may", async () => {
  const world = setUp();
  const asked = await revoke(world);
  await expect(approvePhoto(world, seen)).rejects.toEqual(new Conflict("revocation-asked"));
  expect(world.employees.saves).toEqual([]);

  const at = world.clock.now().toISOString();
  const outcome = { state: "refused", by: "emp_dewi", at, reason: "Ini orangnya" } as const;
  await world.approvals.close({ approval: { ...asked, outcome }, entries: [], standing: [] });
  await approvePhoto(world, seen);
  expect(await now(world)).toMatchObject({ photoReview: { state: "approved" } });
});

test("a revocation that is asked for between the look at the record and its save does not slip past", async () => {
  const world = setUp();
  const { approvals, photoRequests } = world;
  let isFirst = true;
  const slow = {
    unchanged: photoRequests.unchanged.bind(photoRequests),
    newest: async (id: EmployeeId) => {
      const newest = await photoRequests.newest(id);
      if (isFirst) await revoke(world);
      isFirst = false;
      return newest;
    },
  };
  const approving = approvePhoto({ ...world, photoRequests: slow }, seen);
  await expect(approving).rejects.toEqual(new Conflict("revocation-asked"));
  expect(approvals.all).toHaveLength(1);
  expect(world.employees.saves).toEqual([]);
});

test("a new photo is asked for all the same, and the photo can be taken away before it comes", async () => {
  const world = setUp();
  const revocation = await revoke(world);
  await askForNewPhoto(world, asked);

  expect(await now(world)).toMatchObject({ photoReview: { state: "new-asked" } });
  expect(await photoRevocations(world).isOutdated(revocation)).toBe(false);
});

test("without a reason, and of a card that is not valid, no new one is asked for", async () => {
  const world = setUp();
  await expect(askForNewPhoto(world, { ...asked, faults: [] })).rejects.toMatchObject({
    problems: [{ field: "faults", code: "required" }],
  });
  const suspended = setUp(anEmployee({ ...siti, kedudukanHukum: "04" }));
  await expect(askForNewPhoto(suspended, asked)).rejects.toEqual(new Conflict("card-not-active"));
});

test("what waits past its time is decided about again, with a new time", async () => {
  const until = "2026-11-20T03:00:00.000Z";
  const overdue = aReview("2026-11-06T03:00:00.000Z", { state: "new-asked", until });
  const world = setUp(anEmployee({ photoReview: overdue }));
  await askForNewPhoto(world, { ...asked, reviewedAt: overdue.at });

  const photoReview = (await now(world))?.photoReview;
  expect(photoReview?.until).toBe(
    new Date(world.clock.now().getTime() + 14 * 86_400_000).toISOString(),
  );
});
