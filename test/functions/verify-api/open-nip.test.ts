/** What a check tells of a NIP that its holder has opened for an hour, and what it costs. */
import { beforeEach, expect, test, vi } from "vitest";
import { groupNip, maskNip } from "#shared/employee/nip.ts";
import { logger } from "#shared/runtime/logger.ts";
import { numbers, siti, token, verifyApi } from "../../support/verify-api.ts";

/** FakeClock begins at 03:00. */
const open = { ...siti, nipOpenUntil: "2026-11-21T04:00:00.000Z" };
const whole = { result: "valid", card: { nip: groupNip(siti.nip) } };
const masked = { result: "valid", card: { nip: maskNip(siti.nip) } };

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

test("it is whole until the hour is over, by the QR and by the numbers, and no log has it", async () => {
  const { ask, post, solved, clock } = verifyApi(open);
  expect((await ask(token)).body).toMatchObject(whole);
  clock.advance({ seconds: 3599 });
  expect((await post({ ...numbers, captcha: await solved() })).body).toMatchObject(whole);
  clock.advance({ seconds: 1 });
  expect((await ask(token)).body).toMatchObject(masked);
  expect((await post({ ...numbers, captcha: await solved() })).body).toMatchObject(masked);
  expect(JSON.stringify(vi.mocked(logger.info).mock.calls)).not.toContain(siti.nip);
});

test("it costs the two reads and the one write of every check", async () => {
  const { ask, reads, scans } = verifyApi(open);
  await ask(token);

  expect(reads).toEqual(["token", "employee"]);
  expect(await scans()).toHaveLength(1);
});

test.each([
  ["a pause", { qrPausedAt: "2026-11-21T02:00:00.000Z" }, "suspended"],
  ["a suspension", { kedudukanHukum: "04" }, "suspended"],
  ["an end", { kedudukanHukum: "99" }, "ended"],
])("it shows nothing after %s", async (_, state, result) => {
  const { body } = await verifyApi({ ...open, ...state }).ask(token);
  expect(body).toMatchObject({ result });
  expect(body).not.toHaveProperty("card");
});
