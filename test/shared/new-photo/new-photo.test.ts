/** A holder asks that somebody looks at a photo: decided by one, and no photo comes or goes by it (decisions 0066, 0087). */
import { expect, test } from "vitest";
import { revisePhoto } from "#shared/employee/revision.ts";
import { numberOf } from "#shared/request/request.ts";
import { anEmployee } from "../../support/builders.ts";
import { requestWorld } from "../../support/request-world.ts";

const siti = anEmployee({ id: "emp_siti", photoId: "pho_1" });
const unlike = { why: "unlike", note: "Kini berhijab" };
const refused = { why: "refused", note: "Wajah dianggap terlalu gelap" };

/** Another photo on the record, however it came there. */
async function replacePhoto({ employees, now, clock }: ReturnType<typeof requestWorld>) {
  const photo = { photoId: "pho_2", photoDigest: "d", smallPhotoDigest: "s" } as const;
  const told = { at: clock.now(), actor: { role: "system" }, action: "photo-confirmed" } as const;
  await employees.save(revisePhoto(await now(), photo, told));
}

test("a photo that shows its person no more: approval asks for a new one, and leaves the old one where it is", async () => {
  const world = requestWorld(siti);
  const sent = await world.submit("new-photo", unlike);
  expect(sent.chain).toEqual([{ role: "petugas", hours: 72 }]);
  await world.agree(sent.id);

  const { photoId, photoReview } = await world.now();
  expect(photoId).toBe("pho_1");
  expect(photoReview).toMatchObject({
    ...{ state: "new-asked", by: "emp_oka", faults: ["likeness"] },
    note: `Pengajuan ${numberOf(sent)}`,
  });
  const askedAt = Date.parse(photoReview?.at ?? "");
  expect(Date.parse(photoReview?.until ?? "") - askedAt).toBe(14 * 86_400_000);
  expect(world.employees.saves.at(-1)?.entry).toMatchObject({ action: "photo-new-asked" });
  expect((await world.requests.find(sent.id))?.state).toBe("approved");
});

test("what the judge refuses is approved once another photo is on the record, and not before", async () => {
  const world = requestWorld(siti);
  const sent = await world.submit("new-photo", refused);
  await expect(world.agree(sent.id)).rejects.toMatchObject({ code: "request-not-made" });
  expect((await world.requests.find(sent.id))?.state).toBe("submitted");
  await replacePhoto(world);
  await world.agree(sent.id);

  expect((await world.requests.find(sent.id))?.state).toBe("approved");
  expect((await world.now()).photoReview).toBeUndefined();
});

test("who has sent another one meanwhile is asked for no further one", async () => {
  const world = requestWorld(siti);
  const sent = await world.submit("new-photo", unlike);
  await replacePhoto(world);
  await world.agree(sent.id);

  expect((await world.now()).photoReview).toBeUndefined();
});

test("it needs words, and a photo that does not resemble needs a photo", async () => {
  const world = requestWorld(anEmployee({ id: "emp_siti", photoId: undefined }));
  await expect(world.submit("new-photo", { ...refused, note: " " })).rejects.toMatchObject({
    problems: [{ field: "note", code: "required" }],
  });
  await expect(world.submit("new-photo", unlike)).rejects.toMatchObject({
    problems: [{ field: "why", code: "unknown-field" }],
  });
  await expect(world.submit("new-photo", { why: "bored", note: "x" })).rejects.toMatchObject({
    problems: [{ code: "malformed" }],
  });
  expect((await world.submit("new-photo", refused)).state).toBe("submitted");
});

test("one is on its way at a time, and whose employment has ended asks for none", async () => {
  const world = requestWorld(siti);
  await world.submit("new-photo", unlike);
  await expect(world.submit("new-photo", refused, "other")).rejects.toMatchObject({
    code: "request-open",
  });
  const gone = requestWorld({ ...siti, kedudukanHukum: "99" });
  await expect(gone.submit("new-photo", unlike)).rejects.toMatchObject({ code: "card-not-active" });
});
