/** A card whose QR cannot be scanned is checked by Nomor Seri and Kode Periksa. */
import { beforeEach, expect, test, vi } from "vitest";
import { logger } from "#shared/runtime/logger.ts";
import { numbers, siti, verifyApi } from "../../support/verify-api.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

test.each([
  numbers,
  { serial: "A2010 0000001", checkCode: "7K2Q-9MXB" },
  { serial: " a2010-0000001 ", checkCode: "7k2q 9mxb" },
])("as printed, and as people type it: %o", async (typed) => {
  const { post, solved, scans } = verifyApi();
  const { body } = await post({ ...typed, captcha: await solved() });

  expect(body).toMatchObject({ result: "valid", card: { serial: numbers.serial } });
  expect(await scans()).toMatchObject([{ employeeId: siti.id, result: "valid" }]);
});

test("they are those of one drawing: after a change they are the old card's, as its QR is", async () => {
  const { post, solved } = verifyApi({ ...siti, golongan: "III/b" });
  const { body } = await post({ ...numbers, captcha: await solved() });

  expect(body).toMatchObject({ result: "superseded" });
  expect(body).not.toHaveProperty("card");
});

test.each<[string, { serial: string; checkCode: string }]>([
  ["another code", { ...numbers, checkCode: "7K2Q9MXC" }],
  ["another number", { ...numbers, serial: "A20100000002" }],
  ["the two of them exchanged", { serial: numbers.checkCode, checkCode: numbers.serial }],
  ["a NIP and its last digits", { serial: "198502122010012004", checkCode: "10012004" }],
  ["nothing", { serial: "", checkCode: "" }],
])("%s: as unknown as an invented QR, after the same reads, and never a pass", async (_, typed) => {
  const { ask, post, solved, reads } = verifyApi();
  const invented = await ask("0000000000000000000000000a");
  const readsOfInvented = reads.splice(0);
  const other = await post({ ...typed, captcha: await solved() });

  expect(other).toEqual(invented);
  expect(reads).toEqual(readsOfInvented);
  expect(other.body).not.toHaveProperty("pass");
});

test("whoever sends both, or neither, is refused before the captcha is used", async () => {
  const { post, solved } = verifyApi();
  const captcha = await solved();
  expect((await post({ ...numbers, token: "x", captcha })).status).toBe(422);
  expect((await post({ serial: numbers.serial, captcha })).status).toBe(422);
  expect((await post({ ...numbers, captcha })).body.result).toBe("valid");
});
