import { expect, test } from "vitest";
import { changeEmployee } from "#shared/employee/change-employee.ts";
import { revise } from "#shared/employee/revision.ts";
import { type ConfirmPhoto, confirmPhoto } from "#shared/photo/confirm-photo.ts";
import { confirmedPhoto, digestsOf } from "#shared/photo/photo-digest.ts";
import { candidateKey } from "#shared/photo/photo-keys.ts";
import type { Upload } from "#shared/photo/upload.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { ApprovalsInMemory } from "../../support/approvals-in-memory.ts";
import { anEmployee } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { pictures } from "../../support/photo-bucket-contract.ts";
import { PhotoObjectsInMemory } from "../../support/photo-objects-in-memory.ts";
import { PhotoRequestsInMemory } from "../../support/photo-requests-in-memory.ts";
import { PhotosInMemory } from "../../support/photos-in-memory.ts";
import { RolesInMemory } from "../../support/roles-in-memory.ts";

const siti = anEmployee();
const digests = digestsOf(pictures);
const newer = { employeeId: siti.id, photoId: "pho_2" } as const;
const request = { employeeId: siti.id, photoId: "pho_1" } as const;

async function setUp(change: Partial<Upload> = {}) {
  const clock = new FakeClock();
  const bucket = new PhotoObjectsInMemory(clock);
  await bucket.putCandidate({ ...request, ...digests }, pictures);
  const photos = new PhotosInMemory({
    id: "pho_1",
    employeeId: siti.id,
    state: "accepted",
    rules: [],
    requestedAt: "2026-11-21T02:59:00.000Z",
    ...digests,
    ...change,
  });
  return {
    employees: new EmployeesInMemory(siti),
    approvals: new ApprovalsInMemory(),
    photoRequests: new PhotoRequestsInMemory(),
    photos,
    bucket,
    reviewPercent: 0,
    random: () => 0,
    clock,
  };
}

/** As a request does: the record is read, then the photo confirmed. */
async function confirm(
  world: ConfirmPhoto,
  { employeeId, photoId }: typeof request | typeof newer,
) {
  const employee = await world.employees.find(employeeId);
  if (employee) await confirmPhoto(world, { employee, photoId });
}

/** An officer's change of the record, as it is now. */
async function officerChanges(
  world: { employees: EmployeesInMemory; clock: FakeClock },
  jabatan: string,
) {
  const { revision = 0 } = (await world.employees.find(siti.id)) ?? {};
  await changeEmployee(
    { ...world, roles: new RolesInMemory() },
    {
      id: siti.id,
      revision,
      requestId: jabatan,
      reason: "SK 12/2026",
      by: { employeeId: "emp_budi", instansiId: siti.instansiId, units: undefined },
      changes: { jabatan },
    },
  );
}

test("a confirmed photo becomes the record's, is kept, and the card must follow", async () => {
  const world = await setUp();
  await confirm(world, request);

  const record = await world.employees.find(siti.id);
  expect(record).toMatchObject({ photoId: "pho_1", ...digests, revision: 2 });
  expect(record && (await world.bucket.read(confirmedPhoto({ ...record, ...request })))).toEqual(
    pictures.png,
  );
  expect(world.employees.saves[0]).toMatchObject({
    cardChanged: true,
    entry: { action: "photo-confirmed", actor: { role: "holder", id: siti.id } },
  });
});

test("confirming twice changes once", async () => {
  const world = await setUp();
  await confirm(world, request);
  await confirm(world, request);

  expect(world.employees.saves).toHaveLength(1);
});

test("a repeated confirmation does not bring back a photo that was replaced since", async () => {
  const world = await setUp();
  await confirm(world, request);
  const requestedAt = "2026-11-21T03:00:00.000Z";
  const second = { id: "pho_2", employeeId: siti.id, requestedAt } as const;
  await world.photos.expect(second);
  const others = { png: Buffer.from("newer"), small: Buffer.from("newer, small") };
  await world.photos.decide(second, { accepted: true, rules: [] }, digestsOf(others));
  await world.bucket.putCandidate({ ...newer, ...digestsOf(others) }, others);
  await confirm(world, newer);

  await expect(confirm(world, request)).rejects.toMatchObject({ code: "photo-replaced" });
  expect((await world.employees.find(siti.id))?.photoId).toBe("pho_2");
});

test("an officer who saves meanwhile loses nothing, and neither does the holder", async () => {
  const world = await setUp();
  let isFirst = true;
  const employees = {
    find: (id: typeof siti.id) => world.employees.find(id),
    save: async (...args: Parameters<EmployeesInMemory["save"]>) => {
      if (isFirst) {
        isFirst = false;
        await officerChanges(world, "Arsiparis");
      }
      await world.employees.save(...args);
    },
  };
  await confirm({ ...world, employees }, request);

  expect(await world.employees.find(siti.id)).toMatchObject({
    jabatan: "Arsiparis",
    photoId: "pho_1",
    revision: 3,
  });
});

test("a record that is always changing is not fought for without end", async () => {
  const world = await setUp();
  let saves = 0;
  const employees = {
    find: (id: typeof siti.id) => world.employees.find(id),
    save: async () => {
      saves += 1;
      throw new Conflict("record-changed");
    },
  };

  await expect(confirm({ ...world, employees }, request)).rejects.toThrow("record-changed");
  expect(saves).toBe(5);
});

test.each<[string, Partial<Upload>, string]>([
  ["that was refused", { state: "rejected" }, "photo-not-accepted"],
  ["that is not validated yet", { state: "awaiting-upload" }, "photo-not-accepted"],
  [
    "whose candidate is gone after a week",
    { requestedAt: "2026-11-14T02:59:59.000Z" },
    "photo-not-accepted",
  ],
  [
    "that was accepted before outcomes named their pictures",
    { photoDigest: "", smallPhotoDigest: "" },
    "photo-not-accepted",
  ],
  ["of somebody else", { employeeId: "emp_budi" }, "not-found"],
  ["that was never announced", { id: "pho_2" }, "not-found"],
])("a photo %s is not confirmed", async (_, change, code) => {
  const world = await setUp(change);

  await expect(confirm(world, request)).rejects.toMatchObject({ code });
  expect(world.employees.saves).toEqual([]);
  expect(world.bucket.keys.filter((key) => !key.startsWith("candidates/"))).toEqual([]);
});

test("a candidate that was swapped after its outcome is not confirmed", async () => {
  const world = await setUp();
  world.bucket.put(candidateKey({ ...request, ...digests }), Buffer.from("another face"));

  await expect(confirm(world, request)).rejects.toThrow("is not the photo that was accepted");
  expect(world.employees.saves).toEqual([]);
});

test("who was suspended while confirming keeps the old photo", async () => {
  const world = await setUp();
  const employees = {
    find: (id: typeof siti.id) => world.employees.find(id),
    save: async (...args: Parameters<EmployeesInMemory["save"]>) => {
      const now = { at: world.clock.now(), actor: { role: "system" }, action: "changed" } as const;
      const next = revise(siti, { kedudukanHukum: "04" }, now);
      if (next) await world.employees.save(next);
      await world.employees.save(...args);
    },
  };

  await expect(confirm({ ...world, employees }, request)).rejects.toMatchObject({
    code: "card-not-active",
  });
  expect((await world.employees.find(siti.id))?.photoId).toBe("pho_siti");
});

test("one place in the sample is drawn of an upload, before anything is saved, and it stays", async () => {
  const world = { ...(await setUp()), reviewPercent: 5 };
  const places = [0.04, 0.9, 0.9];
  const random = () => places.shift() ?? 1;
  let failures = 3;
  const employees = {
    find: (id: typeof siti.id) => world.employees.find(id),
    save: async (...args: Parameters<EmployeesInMemory["save"]>) => {
      if (--failures === 0) throw new Error("DynamoDB is away");
      if (failures > 0) throw new Conflict("record-changed");
      await world.employees.save(...args);
    },
  };
  // Two tries, then a failure; the holder presses again.
  await expect(confirm({ ...world, employees, random }, request)).rejects.toThrow("is away");
  expect((await world.employees.find(siti.id))?.photoReview).toBeUndefined();
  await confirm({ ...world, employees, random }, request);

  expect((await world.employees.find(siti.id))?.photoReview?.causes).toEqual(["sampled"]);
});

test("what was cut out of a busy background waits for an officer", async () => {
  const world = { ...(await setUp({ cutFromBusy: true })), random: () => 0.99 };
  await confirm(world, request);
  expect((await world.employees.find(siti.id))?.photoReview?.causes).toEqual(["warned"]);
});

test("a photo's id says nothing of the sample", async () => {
  const reviewOf = async (place: number) => {
    const world = { ...(await setUp()), reviewPercent: 5, random: () => place };
    await confirm(world, request);
    return (await world.employees.find(siti.id))?.photoReview?.causes;
  };

  expect([await reviewOf(0), await reviewOf(0.5)]).toEqual([["sampled"], undefined]);
});

test("a failure of the table is no conflict and is not tried again", async () => {
  const world = await setUp();
  const employees = {
    find: (id: typeof siti.id) => world.employees.find(id),
    save: async () => Promise.reject(new Error("DynamoDB is away")),
  };

  await expect(confirm({ ...world, employees }, request)).rejects.toThrow("DynamoDB is away");
});
