import { expect, test } from "vitest";
import type { PhotoReport } from "#shared/photo/photo-report.ts";
import type { Uploads } from "#shared/photo/upload.ts";

const requested = {
  id: "pho_1",
  employeeId: "emp_siti",
  requestedAt: "2026-11-21T03:00:00.000Z",
} as const;
const refusal: PhotoReport = {
  accepted: false,
  rules: [
    { rule: "size", verdict: "passed" },
    {
      rule: "dimensions",
      verdict: "failed",
      code: "wrong-dimensions",
      measurement: { unit: "share", measured: 0.5, wanted: 0.25, bound: "max" },
    },
  ],
};

const digests = { photoDigest: "d1", smallPhotoDigest: "d2" };
const others = { photoDigest: "d3", smallPhotoDigest: "d4" };

/** What every photo table does, the fake and the real one. `make` gives an empty table each time. */
export function photoTableContract(make: () => Promise<Uploads>): void {
  test("an upload is awaited as it was announced, and no other", async () => {
    const photos = await make();
    await photos.expect(requested);

    expect(await photos.find("pho_1")).toMatchObject({
      ...requested,
      state: "awaiting-upload",
      rules: [],
    });
    expect(await photos.find("pho_2")).toBeUndefined();
  });

  test("an id is announced once", async () => {
    const photos = await make();
    await photos.expect(requested);

    await expect(photos.expect({ ...requested, employeeId: "emp_budi" })).rejects.toThrow();
    expect((await photos.find("pho_1"))?.employeeId).toBe("emp_siti");
  });

  test("an outcome is kept rule by rule", async () => {
    const photos = await make();
    await photos.expect(requested);
    await photos.decide("pho_1", refusal);

    expect(await photos.find("pho_1")).toMatchObject({ state: "rejected", rules: refusal.rules });
  });

  test("the first outcome stays", async () => {
    const photos = await make();
    await photos.expect(requested);
    expect(await photos.decide("pho_1", { accepted: true, rules: [] }, digests)).toBe(true);
    expect(await photos.decide("pho_1", refusal)).toBe(false);
    expect(await photos.decide("pho_1", { accepted: true, rules: [] }, others)).toBe(false);

    expect(await photos.find("pho_1")).toMatchObject({ state: "accepted", rules: [], ...digests });
  });

  test("an outcome on what nobody announced leaves nothing behind", async () => {
    const photos = await make();
    expect(await photos.decide("pho_1", refusal)).toBe(false);

    expect(await photos.find("pho_1")).toBeUndefined();
  });

  test("an upload is taken by one run of the reconciler, and by none again before its time", async () => {
    const photos = await make();
    const [now, soon, later] = [3, 4, 5].map((hour) => new Date(`2026-11-21T0${hour}:00:00.000Z`));
    if (!now || !soon || !later) throw new Error("Time is short.");
    await photos.expect(requested);
    const took = await Promise.all([1, 2].map(() => photos.postpone("pho_1", now, soon)));

    expect(took.sort()).toEqual([false, true]);
    expect(await photos.postpone("pho_1", now, later)).toBe(false);
    expect(await photos.postpone("pho_1", soon, later)).toBe(true);
    expect(await photos.find("pho_1")).toMatchObject({ state: "awaiting-upload", rules: [] });
  });

  test("what nobody announced is not asked for, and nothing of it is kept", async () => {
    const photos = await make();

    expect(await photos.postpone("pho_1", new Date(), new Date())).toBe(false);
    expect(await photos.find("pho_1")).toBeUndefined();
  });
}
