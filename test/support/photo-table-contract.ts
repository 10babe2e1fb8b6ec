import { expect, test } from "vitest";
import type { RefusedPhotos } from "#shared/account/refused-photos.ts";
import type { EmployeeId, PhotoId } from "#shared/employee/employee.ts";
import type { Listed } from "#shared/employee/employees.ts";
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
export function photoTableContract(make: () => Promise<Uploads & RefusedPhotos>): void {
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
    await photos.decide(requested, refusal);

    expect(await photos.find("pho_1")).toMatchObject({ state: "rejected", rules: refusal.rules });
  });

  test("what an officer brought says nothing of its holder's last photo", async () => {
    const photos = await make();
    const brought = {
      ...requested,
      id: "pho_2",
      instansiId: "ins_1",
      broughtBy: "emp_budi",
    } as const;
    await photos.expect(brought);
    expect(await photos.decide(brought, refusal)).toBe(true);
    expect(await photos.decide(brought, { accepted: true, rules: [] }, digests)).toBe(false);

    expect(await photos.find("pho_2")).toMatchObject({ broughtBy: "emp_budi", state: "rejected" });
    expect(await photos.latest("emp_siti")).toBeUndefined();
    expect(await photos.refused("ins_1", { limit: 2 })).toEqual([]);
  });

  test("who looks at an upload has it alone for a time; each look is counted until there is an outcome", async () => {
    const photos = await make();
    const [first, second, third] = [0, 2, 4].map((minute) => ({
      now: new Date(Date.UTC(2026, 10, 21, 3, minute)),
      until: new Date(Date.UTC(2026, 10, 21, 3, minute + 2)),
    }));
    if (!first || !second || !third) throw new Error("Time is short.");
    expect(await photos.begin("pho_1", first)).toBeUndefined();
    await photos.expect(requested);
    const both = await Promise.all([1, 2].map(() => photos.begin("pho_1", first)));

    expect(both.filter((begun) => begun !== undefined)).toEqual([1]);
    expect([await photos.begin("pho_1", second), await photos.begin("pho_1", second)]).toEqual([
      2,
      undefined,
    ]);
    await photos.survived("pho_1");
    await photos.survived("pho_1");
    expect(await photos.begin("pho_1", second)).toBe(1);
    await photos.decide(requested, refusal);
    expect(await photos.begin("pho_1", third)).toBeUndefined();
    await photos.survived("pho_1");
    expect(await photos.find("pho_1")).toMatchObject({ state: "rejected" });
  });

  test("the first place in the sample stays, and what nobody announced gets none", async () => {
    const photos = await make();
    await photos.expect(requested);

    expect([await photos.draw("pho_1", 0), await photos.draw("pho_1", 71.5)]).toEqual([0, 0]);
    expect(await photos.find("pho_1")).toMatchObject({ ...requested, drawn: 0 });
    await expect(photos.draw("pho_2", 3)).rejects.toThrow();
    expect(await photos.find("pho_2")).toBeUndefined();
  });

  test("the first outcome stays", async () => {
    const photos = await make();
    await photos.expect(requested);
    expect(await photos.decide(requested, { accepted: true, rules: [] }, digests)).toBe(true);
    expect(await photos.decide(requested, refusal)).toBe(false);
    expect(await photos.decide(requested, { accepted: true, rules: [] }, others)).toBe(false);

    expect(await photos.find("pho_1")).toMatchObject({ state: "accepted", rules: [], ...digests });
  });

  test("an outcome on what nobody announced leaves nothing behind", async () => {
    const photos = await make();
    expect(await photos.decide(requested, refusal)).toBe(false);

    expect(await photos.find("pho_1")).toBeUndefined();
  });

  test("whose last photo was refused is listed in that agency, longest first, until one is accepted", async () => {
    const photos = await make();
    const upload = (day: number, employeeId: EmployeeId, instansiId = "ins_contoh") => {
      const id: PhotoId = `pho_${employeeId.slice(4)}${day}`;
      const requestedAt = new Date(Date.UTC(2026, 10, day, 3)).toISOString();
      return { id, employeeId, instansiId, requestedAt };
    };
    const decide = async (asked: ReturnType<typeof upload>, report: PhotoReport) => {
      await photos.expect(asked);
      expect(await photos.decide(asked, report)).toBe(true);
    };
    const listed = async (limit = 9, after?: Listed) =>
      await photos.refused("ins_contoh", { limit, after });
    const accepted = { accepted: true, rules: [] };
    await decide(upload(12, "emp_siti"), refusal);
    await decide(upload(11, "emp_budi"), refusal);
    await decide(upload(10, "emp_agus"), refusal);
    await decide(upload(10, "emp_rini", "ins_other"), refusal);
    // A later one is accepted; and an older one, whose outcome comes late, changes nothing.
    await decide(upload(20, "emp_agus"), accepted);
    await decide(upload(19, "emp_agus"), refusal);
    await decide(upload(9, "emp_siti"), accepted);
    const budi = { id: "emp_budi", since: "2026-11-11T03:00:00.000Z" } as const;
    const siti = { id: "emp_siti", since: "2026-11-12T03:00:00.000Z" } as const;

    expect(await listed()).toEqual([budi, siti]);
    expect(await listed(1)).toEqual([budi]);
    expect(await listed(9, budi)).toEqual([siti]);
    expect((await photos.latest("emp_agus"))?.id).toBe("pho_agus20");
    expect(await photos.latest("emp_siti")).toMatchObject({ state: "rejected" });
    expect(await photos.latest("emp_nobody")).toBeUndefined();
    await decide(upload(21, "emp_siti"), accepted);
    expect(await listed()).toEqual([budi]);
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
