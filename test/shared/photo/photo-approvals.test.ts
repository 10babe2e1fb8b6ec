import { expect, test } from "vitest";
import type { Approval, Decider } from "#shared/access/approval.ts";
import { approve } from "#shared/access/decide-approval.ts";
import type { Employee, EmployeeId, PhotoId } from "#shared/employee/employee.ts";
import { revise } from "#shared/employee/revision.ts";
import { notificationsOf } from "#shared/notification/notification.ts";
import { askBroughtPhoto, broughtPhotos, mayPreview } from "#shared/photo/bring-photo.ts";
import { confirmPhoto } from "#shared/photo/confirm-photo.ts";
import { confirmedPhoto, digestsOf } from "#shared/photo/photo-digest.ts";
import { askRevocation, isRevocationAsked, photoRevocations } from "#shared/photo/revoke-photo.ts";
import { ApprovalsInMemory } from "../../support/approvals-in-memory.ts";
import { anEmployee } from "../../support/builders.ts";
import { CardWorld } from "../../support/card-world.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { pictures } from "../../support/photo-bucket-contract.ts";
import { PhotosInMemory } from "../../support/photos-in-memory.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import { stepInMemory } from "../../support/steps-in-memory.ts";

const siti = anEmployee();
const { instansiId } = siti;
const petugas = { employeeId: "emp_budi", instansiId, units: undefined } as const;
const penyetuju: Decider = {
  ...{ employeeId: "emp_dewi", instansiId },
  roles: [aGrant("penyetuju", { instansiId })],
};
const brought = { employeeId: siti.id, photoId: "pho_brought" } as const;
const own = { employeeId: siti.id, photoId: "pho_own" } as const;

/** Siti's card, and two photos of her that the judge accepted with a warning: one that an officer sent, and one of her own. */
async function setUp(record: Employee = siti) {
  const world = new CardWorld(record);
  const { clock, employees } = world;
  const accepted = {
    employeeId: siti.id,
    state: "accepted",
    rules: [{ rule: "light", verdict: "warned", code: "too-dark" }],
    requestedAt: clock.now().toISOString(),
    ...digestsOf(pictures),
  } as const;
  const photos = new PhotosInMemory(
    { ...accepted, id: brought.photoId, broughtBy: petugas.employeeId },
    { ...accepted, id: own.photoId },
  );
  for (const each of [brought, own])
    await world.photos.putCandidate({ ...each, ...digestsOf(pictures) }, pictures);
  const approvals = new ApprovalsInMemory();
  const api = { approvals, employees, limits: new LimitsInMemory(), clock };
  const grants = new Map([
    ["emp_budi", [aGrant("petugas", { instansiId })]],
    ["emp_dewi", [...penyetuju.roles]],
  ]);
  const decide = (approval: Approval, by: Decider = penyetuju) =>
    approve(
      {
        ...api,
        kinds: { "photo-revoke": photoRevocations(api), photo: broughtPhotos(api) },
        standingOf: async (id) => ({
          roles: grants.get(id) ?? [],
          unchanged: stepInMemory("decision-raced", { holds: () => true, write: () => {} }),
        }),
      },
      { id: approval.id, by },
    );
  return { ...api, world, photos, photoBucket: world.photos, decide };
}
type Setting = Awaited<ReturnType<typeof setUp>>;

interface Asked {
  readonly person?: Employee;
  readonly photoId?: PhotoId;
  readonly reviewedAt?: string;
  readonly requestId?: string;
}
const ask = (setting: Setting, change: Asked = {}) =>
  askRevocation(setting, {
    ...{ person: siti, photoId: "pho_siti", faults: ["likeness"], reason: "Wajah orang lain" },
    ...{ requestId: "r1", by: petugas, ...change },
  });
const bring = (setting: Setting, person: Employee = siti, photoId: PhotoId = brought.photoId) =>
  askBroughtPhoto(setting, {
    ...{ person, photoId, reason: "KTP di loket", requestId: "r2", by: petugas },
  });
const now = ({ employees }: Setting) => employees.find(siti.id);

test("a photo is taken away by two: it leaves the record in the decision's own transaction, and its holder hears why", async () => {
  const setting = await setUp();
  const asked = await ask(setting);
  expect(await now(setting)).toMatchObject({ photoId: "pho_siti" });
  await setting.decide(asked);

  const record = await now(setting);
  expect(record?.photoId).toBeUndefined();
  expect(record?.photoReview).toMatchObject({
    ...{ state: "revoked", faults: ["likeness"], note: "Wajah orang lain" },
  });
  const [save] = setting.employees.saves;
  expect(save).toMatchObject({
    cardChanged: true,
    entry: {
      ...{ action: "photo-revoked", actor: { id: "emp_budi" }, approvedBy: "emp_dewi" },
      reason: "Wajah orang lain",
    },
  });
  expect(save && notificationsOf(save.before, save.after)).toMatchObject([
    { notification: { code: "photo-revoked" }, isMailed: true },
  ]);
  expect(await setting.approvals.find(asked.id)).toMatchObject({ outcome: { state: "approved" } });
});

test("whoever asked decides nothing; a photo that was replaced since is not taken away, and officers look at the new one", async () => {
  const setting = await setUp();
  const asked = await ask(setting);
  const both = { ...penyetuju, employeeId: petugas.employeeId };
  await expect(setting.decide(asked, both)).rejects.toMatchObject({ code: "approval-own-request" });
  const confirm = { ...setting, bucket: setting.photoBucket, reviewPercent: 0, random: () => 0 };
  expect(await isRevocationAsked(setting, siti)).toBe(true);
  await confirmPhoto(confirm, { employee: siti, photoId: own.photoId });

  await expect(setting.decide(asked)).rejects.toMatchObject({ code: "approval-subject-changed" });
  const photoReview = { state: "waiting", causes: ["warned", "asked"] };
  expect(await now(setting)).toMatchObject({ photoId: own.photoId, photoReview });
  expect(await isRevocationAsked(setting, { ...siti, photoId: own.photoId })).toBe(false);
});

test("one request about a photo waits at a time, the same one again asks once", async () => {
  const setting = await setUp();
  const asked = await ask(setting);
  expect((await ask(setting)).id).toBe(asked.id);
  await expect(ask(setting, { requestId: "r3" })).rejects.toMatchObject({ code: "change-asked" });
  await expect(bring(setting)).rejects.toMatchObject({ code: "change-asked" });
  await expect(ask(setting, { reviewedAt: "2026-11-20T03:00:00.000Z" })).rejects.toMatchObject({
    code: "photo-reviewed",
  });
});

test("a photo from the counter is on the card once a second officer agrees, with both in the history", async () => {
  const setting = await setUp();
  const asked = await bring(setting);
  expect(await now(setting)).toMatchObject({ photoId: "pho_siti" });
  await setting.decide(asked);

  const record = await now(setting);
  expect(record).toMatchObject({
    ...{ photoId: brought.photoId, ...digestsOf(pictures) },
    photoReview: { state: "approved", warned: ["light"] },
  });
  const photo = record && confirmedPhoto({ ...record, photoId: brought.photoId });
  expect(photo && (await setting.photoBucket.read(photo))).toEqual(pictures.png);
  const [save] = setting.employees.saves;
  expect(save).toMatchObject({
    cardChanged: true,
    entry: { action: "photo-confirmed", actor: { role: "officer" }, approvedBy: "emp_dewi" },
  });
  expect(save && notificationsOf(save.before, save.after)).toMatchObject([
    { notification: { code: "photo-brought" }, isMailed: true },
  ]);
});

test.each(["before", "after"])(
  "a photo from the counter is nothing that its holder confirms, %s two officers have decided",
  async (when) => {
    const setting = await setUp();
    if (when === "after") await setting.decide(await bring(setting));
    const employee = await now(setting);
    if (!employee) throw new Error("Siti has no record.");

    const confirm = { ...setting, bucket: setting.photoBucket, reviewPercent: 0, random: () => 0 };
    const again = confirmPhoto(confirm, { employee, photoId: brought.photoId });
    await expect(again).rejects.toMatchObject({ code: "not-found" });
  },
);

test("who sent it sees it on its day, others while it is asked for, and nobody what was decided", async () => {
  const setting = await setUp();
  const seenBy = async (by: EmployeeId, { photoId }: typeof brought | typeof own = brought) => {
    const upload = await setting.photos.find(photoId);
    return upload && (await mayPreview(setting, { upload, person: siti, by }));
  };
  expect([await seenBy("emp_budi"), await seenBy("emp_dewi")]).toEqual([true, false]);
  expect(await seenBy("emp_budi", own)).toBe(false);
  const asked = await bring(setting);
  setting.clock.advance({ days: 6 });
  expect([await seenBy("emp_budi"), await seenBy("emp_dewi")]).toEqual([true, true]);
  await setting.decide(asked);
  expect([await seenBy("emp_budi"), await seenBy("emp_dewi")]).toEqual([false, false]);
});

test("who confirms another photo at a page from before the revocation has it on the card, and officers look at it", async () => {
  const setting = await setUp();
  const asked = await ask(setting);
  await setting.decide(asked);
  const seenBefore = siti;
  const confirm = { ...setting, bucket: setting.photoBucket, reviewPercent: 0, random: () => 0 };
  // Its page was read before the decision; another photo than the one that went.
  await confirmPhoto(confirm, { employee: seenBefore, photoId: own.photoId });

  expect(await now(setting)).toMatchObject({
    ...{ photoId: own.photoId },
    photoReview: { state: "waiting", causes: ["warned", "asked"] },
  });
});

test.each([{ instansiId: "ins_lain" }, { unitKerja: "Dinas Lain" }])(
  "who moved between request and decision keeps the photo: %j",
  async (moved) => {
    const setting = await setUp();
    const [revocation, told] = [
      await ask(setting),
      { at: setting.clock.now(), actor: { role: "system" }, action: "changed" } as const,
    ];
    const elsewhere = revise(siti, moved, told);
    if (elsewhere) await setting.employees.save(elsewhere);

    const code = "approval-subject-changed";
    await expect(setting.decide(revocation)).rejects.toMatchObject({ code });
    expect(await now(setting)).toMatchObject({ photoId: "pho_siti" });
  },
);

test("after its seven days nobody agrees to it any more", async () => {
  const setting = await setUp();
  const asked = await ask(setting);
  setting.clock.advance({ days: 8 });

  await expect(setting.decide(asked)).rejects.toMatchObject({ code: "approval-expired" });
  expect(await now(setting)).toMatchObject({ photoId: "pho_siti" });
});

test("of the counter counts only what an officer sent for this person, was accepted within a day, and may be on a card", async () => {
  const setting = await setUp();
  const other = anEmployee({ id: "emp_other" });
  await expect(bring(setting, other)).rejects.toMatchObject({ code: "not-found" });
  await expect(bring(setting, siti, own.photoId)).rejects.toMatchObject({ code: "not-found" });
  const ended = anEmployee({ kedudukanHukum: "99" });
  await expect(bring(setting, ended)).rejects.toMatchObject({ code: "card-not-active" });
  setting.clock.advance({ days: 1, minutes: 1 });
  await expect(bring(setting)).rejects.toMatchObject({ code: "photo-not-accepted" });
  expect(setting.approvals.all).toEqual([]);
});

test("a card that ended meanwhile gets no photo from the counter", async () => {
  const setting = await setUp();
  const asked = await bring(setting);
  const told = { at: setting.clock.now(), actor: { role: "system" }, action: "changed" } as const;
  const ended = revise(siti, { kedudukanHukum: "99" }, told);
  if (ended) await setting.employees.save(ended);

  await expect(setting.decide(asked)).rejects.toMatchObject({ code: "approval-subject-changed" });
});
