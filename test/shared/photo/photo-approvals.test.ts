import { expect, test } from "vitest";
import { revise } from "#shared/employee/revision.ts";
import { notificationsOf } from "#shared/notification/notification.ts";
import { confirmPhoto } from "#shared/photo/confirm-photo.ts";
import { approvePhoto } from "#shared/photo/decide-review.ts";
import { revocationOf } from "#shared/photo/revoke-photo.ts";
import {
  ask,
  bring,
  now,
  own,
  penyetuju,
  petugas,
  photoWorld,
  siti,
} from "../../support/photo-world.ts";

test("a photo is taken away by two: it leaves the record in the decision's own transaction, and its holder hears why", async () => {
  const setting = await photoWorld();
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
  const setting = await photoWorld();
  const asked = await ask(setting);
  const both = { ...penyetuju, employeeId: petugas.employeeId };
  await expect(setting.decide(asked, both)).rejects.toMatchObject({ code: "approval-own-request" });
  const confirm = { ...setting, bucket: setting.photoBucket, reviewPercent: 0, random: () => 0 };
  const word = {
    ...{ state: "revocation-asked", at: asked.askedAt, by: petugas.employeeId },
    ...{ faults: ["likeness"], note: "Wajah orang lain" },
  };
  expect((await revocationOf(setting, siti)).asked).toEqual(word);
  await confirmPhoto(confirm, { employee: siti, photoId: own.photoId });

  await expect(setting.decide(asked)).rejects.toMatchObject({ code: "approval-subject-changed" });
  const photoReview = { state: "waiting", causes: ["warned", "asked"], follows: word };
  expect(await now(setting)).toMatchObject({ photoId: own.photoId, photoReview });
  const replaced = { ...siti, photoId: own.photoId };
  expect((await revocationOf(setting, replaced)).asked).toBeUndefined();
});

test("one request about a photo waits at a time, the same one again asks once", async () => {
  const setting = await photoWorld();
  const asked = await ask(setting);
  expect((await ask(setting)).id).toBe(asked.id);
  await expect(ask(setting, { requestId: "r3" })).rejects.toMatchObject({ code: "change-asked" });
  await expect(bring(setting)).rejects.toMatchObject({ code: "change-asked" });
  await expect(ask(setting, { reviewedAt: "2026-11-20T03:00:00.000Z" })).rejects.toMatchObject({
    code: "photo-reviewed",
  });
});

test("nothing is asked about a record that somebody has changed since it was read", async () => {
  const setting = await photoWorld();
  const seen = { id: siti.id, photoId: "pho_siti", by: petugas } as const;
  await approvePhoto(setting, { ...seen, by: { ...petugas, employeeId: "emp_dewi" } });

  await expect(ask(setting)).rejects.toMatchObject({ code: "record-changed" });
  expect(setting.approvals.all).toEqual([]);
});

test("a request of who works elsewhere by now holds nothing up there", async () => {
  const setting = await photoWorld();
  await ask(setting);
  for (const moved of [{ instansiId: "ins_lain" }, { unitKerja: "Dinas Lain" }])
    expect((await revocationOf(setting, { ...siti, ...moved })).asked).toBeUndefined();
});

test("who confirms another photo at a page from before the revocation has it on the card, and officers look at it", async () => {
  const setting = await photoWorld();
  const asked = await ask(setting);
  await setting.decide(asked);
  const seenBefore = siti;
  const confirm = { ...setting, bucket: setting.photoBucket, reviewPercent: 0, random: () => 0 };
  // Its page was read before the decision; another photo than the one that went.
  await confirmPhoto(confirm, { employee: seenBefore, photoId: own.photoId });

  expect(await now(setting)).toMatchObject({
    ...{ photoId: own.photoId },
    photoReview: {
      ...{ state: "waiting", causes: ["warned", "asked"] },
      follows: { state: "revoked", by: petugas.employeeId, note: "Wajah orang lain" },
    },
  });
});

test.each([{ instansiId: "ins_lain" }, { unitKerja: "Dinas Lain" }])(
  "who moved between request and decision keeps the photo: %j",
  async (moved) => {
    const setting = await photoWorld();
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
  const setting = await photoWorld();
  const asked = await ask(setting);
  setting.clock.advance({ days: 8 });

  await expect(setting.decide(asked)).rejects.toMatchObject({ code: "approval-expired" });
  expect(await now(setting)).toMatchObject({ photoId: "pho_siti" });
});
