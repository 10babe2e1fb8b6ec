/** What a check says of a card whose holder has paused its QR, and what it costs. */
import { beforeEach, expect, test, vi } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { logger } from "#shared/runtime/logger.ts";
import { numbers, siti, token, verifyApi } from "../../support/verify-api.ts";

const paused: Employee = { ...siti, qrPausedAt: "2026-11-21T02:59:59.999Z" };

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

test("it is suspended, by its QR and by its numbers, and nothing tells it from another suspension", async () => {
  const { ask, post, solved, scans } = verifyApi(paused);
  const other = verifyApi({ ...siti, kedudukanHukum: "04" });
  const byQr = await ask(token);
  const byNumbers = await post({ ...numbers, captcha: await solved() });
  const suspended = await other.ask(token);

  expect(byQr.body).toMatchObject({ result: "suspended" });
  expect(byNumbers.body).toMatchObject({ result: "suspended" });
  expect(Object.keys(byQr.body)).toEqual(Object.keys(suspended.body));
  expect(JSON.stringify([byQr.body, byNumbers.body])).not.toMatch(/pause|Siti/i);
  expect((await scans()).map(({ result }) => result)).toEqual(["suspended", "suspended"]);
});

test("it costs the two reads and the one write of every check", async () => {
  const { ask, reads, scans } = verifyApi(paused);
  await ask(token);

  expect(reads).toEqual(["token", "employee"]);
  expect(await scans()).toHaveLength(1);
});

test.each<[string, Partial<Employee>, string]>([
  ["an ended employment", { kedudukanHukum: "99" }, "ended"],
  ["a suspension", { kedudukanHukum: "04" }, "suspended"],
  ["a TMT to come", { tmt: "2099-01-01" }, "upcoming"],
  ["another QR", { qrGeneration: 2 }, "superseded"],
  ["a photo that was taken away", { photoId: undefined }, "suspended"],
])("a pause does not hide %s", async (_, state, result) => {
  const { ask } = verifyApi({ ...paused, ...state });
  expect((await ask(token)).body).toMatchObject({ result });
});
