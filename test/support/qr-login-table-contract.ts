import { expect, test } from "vitest";
import { newQrLogin, type QrLogins, scanOf } from "#shared/session/qr-login.ts";

const start = new Date("2026-11-21T03:00:00.000Z");
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const { login } = newQrLogin({ browser: "edge", system: "windows", country: "ID" }, start);
const { id } = login;
const phone = "phone-1";

/** What every table of logins by QR does, the fake and the real one. `make` gives an empty table each time. */
export function qrLoginTableContract(make: () => Promise<QrLogins>): void {
  async function scanned(): Promise<QrLogins> {
    const logins = await make();
    await logins.add(login);
    expect(await logins.scan(id, scanOf(phone, after(10)), after(10))).toBeDefined();
    return logins;
  }

  test("a login is found as added, and added once", async () => {
    const logins = await make();
    await logins.add(login);

    expect(await logins.find(id)).toEqual(login);
    expect(await logins.find("another")).toBeUndefined();
    await expect(logins.add(login)).rejects.toThrow();
  });

  test("of many phones that scan at once, one is noted, with its number", async () => {
    const logins = await make();
    await logins.add(login);
    const scans = Array.from({ length: 8 }, (_, i) => scanOf(`phone-${i}`, after(1)));
    const done = await Promise.all(scans.map((scan) => logins.scan(id, scan, after(1))));

    expect(done.filter(Boolean)).toHaveLength(1);
    const winner = scans[done.findIndex(Boolean)];
    expect(await logins.find(id)).toEqual({ ...login, state: "scanned", ...winner });
  });

  test("a code is scanned for 60 seconds", async () => {
    const logins = await make();
    await logins.add(login);

    const scan = scanOf(phone, after(59));
    expect(await logins.scan(id, scan, after(60))).toBeUndefined();
    expect(await logins.scan(id, scan, after(59))).toEqual({ ...login, state: "scanned", ...scan });
  });

  test("only the phone that scanned approves or refuses, and not before it scanned", async () => {
    const logins = await make();
    await logins.add(login);
    expect(await logins.approve(id, phone, after(5))).toBe(false);
    expect(await logins.end(id, "refused", after(5), phone)).toBe(false);
    const others = await scanned();

    expect(await others.approve(id, "phone-2", after(20))).toBe(false);
    expect(await others.end(id, "refused", after(20), "phone-2")).toBe(false);
    expect(await others.approve(id, phone, after(20))).toBe(true);
    expect(await others.find(id)).toMatchObject({
      state: "approved",
      endsAt: after(80).toISOString(),
    });
  });

  test("after a scan there are 120 seconds to approve", async () => {
    const logins = await scanned();

    expect(await logins.approve(id, phone, after(130))).toBe(false);
    expect(await logins.approve(id, phone, after(129))).toBe(true);
  });

  test("an approved login is taken once, also when many ask at once, and not later", async () => {
    const logins = await scanned();
    expect(await logins.take(id, after(15))).toBe(false);
    await logins.approve(id, phone, after(20));
    expect(await logins.take(id, after(80))).toBe(false);
    const taken = await Promise.all(Array.from({ length: 8 }, () => logins.take(id, after(30))));

    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await logins.take(id, after(31))).toBe(false);
    expect(await logins.find(id)).toMatchObject({ state: "done" });
  });

  test("what has ended is never approved or taken, and what is approved does not end", async () => {
    const logins = await scanned();
    expect(await logins.end(id, "number-wrong", after(20), phone)).toBe(true);

    expect(await logins.approve(id, phone, after(21))).toBe(false);
    expect(await logins.take(id, after(22))).toBe(false);
    expect(await logins.find(id)).toMatchObject({ state: "ended", end: "number-wrong" });

    const approved = await scanned();
    await approved.approve(id, phone, after(20));
    expect(await approved.end(id, "replaced", after(21))).toBe(false);
  });

  test("its own browser ends it before it is approved", async () => {
    const logins = await scanned();

    expect(await logins.end(id, "replaced", after(20))).toBe(true);
    expect(await logins.approve(id, phone, after(21))).toBe(false);
  });

  test("nothing is made by a change of what was never added", async () => {
    const logins = await make();
    expect(await logins.scan(id, scanOf(phone, start), start)).toBeUndefined();
    expect(await logins.find(id)).toBeUndefined();
  });
}
