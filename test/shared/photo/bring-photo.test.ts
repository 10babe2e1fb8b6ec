import { expect, test } from "vitest";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { revise } from "#shared/employee/revision.ts";
import { notificationsOf } from "#shared/notification/notification.ts";
import { askedFor, mayPreview } from "#shared/photo/bring-photo.ts";
import { confirmPhoto } from "#shared/photo/confirm-photo.ts";
import { confirmedPhoto, digestsOf } from "#shared/photo/photo-digest.ts";
import { anEmployee } from "../../support/builders.ts";
import { pictures } from "../../support/photo-bucket-contract.ts";
import { bring, brought, now, own, photoWorld, siti } from "../../support/photo-world.ts";

test("a photo from the counter is on the card once a second officer agrees, with both in the history", async () => {
  const setting = await photoWorld();
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
    const setting = await photoWorld();
    if (when === "after") await setting.decide(await bring(setting));
    const employee = await now(setting);
    if (!employee) throw new Error("Siti has no record.");

    const confirm = { ...setting, bucket: setting.photoBucket, reviewPercent: 0, random: () => 0 };
    const again = confirmPhoto(confirm, { employee, photoId: brought.photoId });
    await expect(again).rejects.toMatchObject({ code: "not-found" });
  },
);

test("who sent it sees it on its day, others while it is asked for, and nobody what was decided", async () => {
  const setting = await photoWorld();
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

test("of the counter counts only what an officer sent for this person, was accepted within a day, and may be on a card", async () => {
  const setting = await photoWorld();
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
  const setting = await photoWorld();
  const asked = await bring(setting);
  const told = { at: setting.clock.now(), actor: { role: "system" }, action: "changed" } as const;
  const ended = revise(siti, { kedudukanHukum: "99" }, told);
  if (ended) await setting.employees.save(ended);

  await expect(setting.decide(asked)).rejects.toMatchObject({ code: "approval-subject-changed" });
});

test("its picture is there while it is asked for, not before and not after", async () => {
  const setting = await photoWorld();
  const upload = await setting.photos.find(brought.photoId);
  if (!upload) throw new Error("Nothing was sent.");
  const shown = () => askedFor(setting, { upload, person: siti });
  expect(await shown()).toBeUndefined();
  const asked = await bring(setting);
  const photo = await shown();
  expect(photo && (await setting.photoBucket.read(photo))).toEqual(pictures.png);
  await setting.decide(asked);
  expect(await shown()).toBeUndefined();
});
