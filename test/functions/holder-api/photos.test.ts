import { beforeEach, expect, test, vi } from "vitest";
import { revise } from "#shared/employee/revision.ts";
import { logger } from "#shared/runtime/logger.ts";
import { aPhoto } from "../../support/photo-bucket-contract.ts";
import { anUpload, budi, holderApiUnderTest, siti } from "./holder-api-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

test("a holder gets a form for one photo, and its outcome is awaited", async () => {
  const { get, post } = await holderApiUnderTest();
  const { status, body } = await post("/api/me/photos");
  const { photoId } = body;

  expect(status).toBe(201);
  expect(body).toEqual({
    photoId: expect.stringMatching(/^pho_[0-9a-z]{26}$/),
    url: expect.stringMatching(/^https:/),
    fields: expect.objectContaining({ key: `incoming/emp_siti/${photoId}` }),
  });
  expect((await get(`/api/me/photos/${photoId}`)).body).toEqual({
    photoId,
    state: "awaiting-upload",
    rules: [],
  });
});

test("an outcome that was lost is told as one at last, and the holder may send again", async () => {
  const { get, post, world, signInAgain } = await holderApiUnderTest();
  const { photoId } = (await post("/api/me/photos")).body;
  const told = async () => {
    const cookies = await signInAgain();
    return (await get(`/api/me/photos/${photoId}`, { cookies })).body;
  };
  world.clock.advance({ hours: 35 });
  expect(await told()).toMatchObject({ state: "awaiting-upload" });
  world.clock.advance({ hours: 2 });

  expect(await told()).toEqual({
    ...{ photoId, state: "rejected" },
    rules: [{ rule: "judged", verdict: "failed", code: "not-judged" }],
  });
});

test("an outcome is told rule by rule", async () => {
  const failed = {
    rule: "dimensions",
    verdict: "failed",
    code: "wrong-dimensions",
    measurement: { unit: "share", measured: 0.5, wanted: 0.25, bound: "max" },
  } as const;
  const upload = anUpload({ state: "rejected", rules: [failed] });
  const { get } = await holderApiUnderTest({ uploads: [upload] });

  expect((await get("/api/me/photos/pho_1")).body).toEqual({
    photoId: "pho_1",
    state: "rejected",
    rules: [failed],
  });
});

test("«Gunakan foto ini» makes it the card's photo, once", async () => {
  const { get, post, world } = await holderApiUnderTest({ uploads: [anUpload()] });
  const answers = [
    await post("/api/me/photos/pho_1/confirm"),
    await post("/api/me/photos/pho_1/confirm"),
  ];

  expect(answers.map(({ status }) => status)).toEqual([204, 204]);
  expect(world.employees.saves).toHaveLength(1);
  expect((await world.employees.find(siti.id))?.photoId).toBe("pho_1");
  expect((await get("/api/me/photos/pho_1")).body).toMatchObject({ state: "confirmed" });
  expect((await get("/api/me/card")).body).toMatchObject({ state: "drawing" });
});

test.each(["awaiting-upload", "rejected"] as const)(
  "a photo that is %s is not confirmed",
  async (state) => {
    const { post, world } = await holderApiUnderTest({ uploads: [anUpload({ state })] });

    expect(await post("/api/me/photos/pho_1/confirm")).toMatchObject({
      status: 409,
      body: { code: "photo-not-accepted" },
    });
    expect(world.employees.saves).toEqual([]);
  },
);

test("a photo that was replaced since is not brought back by confirming it again", async () => {
  const { post, world } = await holderApiUnderTest({
    uploads: [anUpload(), anUpload({ id: "pho_2" })],
  });
  await post("/api/me/photos/pho_1/confirm");
  await post("/api/me/photos/pho_2/confirm");

  expect(await post("/api/me/photos/pho_1/confirm")).toMatchObject({
    status: 409,
    body: { code: "photo-replaced" },
  });
  expect((await world.employees.find(siti.id))?.photoId).toBe("pho_2");
});

test.each([
  ["suspended", { kedudukanHukum: "04" }],
  ["ended", { kedudukanHukum: "99" }],
  ["ended with the contract", { contractEnd: "2026-11-20" }],
])("whose card is %s sends and confirms no photo", async (_, change) => {
  const { post, world, photos, signInAgain } = await holderApiUnderTest({
    uploads: [anUpload()],
  });
  const before = (await world.employees.find(siti.id)) ?? siti;
  const at = world.clock.now();
  const next = revise(before, change, { at, actor: { role: "system" }, action: "changed" });
  if (next) await world.employees.save(next);
  const cookies = await signInAgain();
  const answers = [
    await post("/api/me/photos", { cookies }),
    await post("/api/me/photos/pho_1/confirm", { cookies }),
  ];

  for (const answer of answers)
    expect(answer).toMatchObject({ status: 409, body: { code: "card-not-active" } });
  expect(photos.all).toHaveLength(1);
  expect((await world.employees.find(siti.id))?.photoId).toBe("pho_siti");
});

test("a holder gets so many forms an hour, and no more", async () => {
  const { post, world } = await holderApiUnderTest();
  for (let i = 0; i < 3; i++) expect((await post("/api/me/photos")).status).toBe(201);

  expect(await post("/api/me/photos")).toMatchObject({
    status: 429,
    body: { code: "too-many-attempts", retryAfterSeconds: expect.any(Number) },
  });
  world.clock.advance({ minutes: 14 });
  expect((await post("/api/me/photos")).status).toBe(429);
});

test.each(["front-landscape", "front-portrait"])("the preview's %s is shown", async (face) => {
  const { get } = await holderApiUnderTest({ uploads: [anUpload()] });
  const { status, headers } = await get(`/api/me/photos/pho_1/preview/${face}`);

  expect(status).toBe(302);
  expect(headers.location).toBe(
    `https://photos.example/previews/emp_siti/pho_1/${aPhoto.photoDigest}/${face}.png`,
  );
});

test.each([
  ["back-landscape", "accepted"],
  ["front-landscape", "rejected"],
  ["front-landscape", "awaiting-upload"],
] as const)("there is no preview of the %s of a photo that is %s", async (face, state) => {
  const { get } = await holderApiUnderTest({ uploads: [anUpload({ state })] });

  expect((await get(`/api/me/photos/pho_1/preview/${face}`)).status).toBe(404);
});

test.each([
  ["GET", "/api/me/photos/pho_1"],
  ["GET", "/api/me/photos/pho_1/preview/front-landscape"],
  ["POST", "/api/me/photos/pho_1/confirm"],
])("somebody else's photo is like none: %s %s", async (method, path) => {
  const theirs = await holderApiUnderTest({ uploads: [anUpload({ employeeId: budi.id })] });
  const none = await holderApiUnderTest();
  const answers = [await theirs.get(path, { method }), await none.get(path, { method })];

  expect(answers.map(({ status, body }) => [status, body])).toEqual(
    Array(2).fill([404, expect.objectContaining({ code: "not-found" })]),
  );
  expect(theirs.world.employees.saves).toEqual([]);
});

test("an inbox has the holder's own items, and of each only what keys its text", async () => {
  const { get, notifications } = await holderApiUnderTest();
  const item = {
    id: "2026-11-21T03:00:00.000Z#2",
    at: "2026-11-21T03:00:00.000Z",
    code: "card-changed",
  } as const;
  await notifications.add({ ...item, employeeId: siti.id });
  await notifications.add({ ...item, employeeId: budi.id, code: "card-ended" });

  expect((await get("/api/me/notifications")).body).toEqual({ items: [item] });
});
