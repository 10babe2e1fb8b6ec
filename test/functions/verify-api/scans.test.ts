/** What a check of a card leaves for its holder, and what it does not. */
import { beforeEach, expect, test, vi } from "vitest";
import { logger } from "#shared/runtime/logger.ts";
import { numbers, siti, token, verifyApi } from "../../support/verify-api.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

test("a check is told to the holder: when, how, what was answered, from which region", async () => {
  const { ask, post, solved, scans } = verifyApi();
  expect((await ask(token)).body).toMatchObject({ result: "valid" });

  expect(await scans()).toEqual([
    {
      ...{ employeeId: siti.id, at: "2026-11-21T03:00:00.000Z" },
      ...{ result: "valid", way: "qr", region: "Jawa Barat" },
    },
  ]);

  await post({ ...numbers, captcha: await solved() });
  expect((await scans()).map(({ way }) => way).toSorted()).toEqual(["numbers", "qr"]);
});

test("what the record says then is what is noted", async () => {
  const { ask, scans } = verifyApi({ ...siti, kedudukanHukum: "04" });
  await ask(token);
  expect(await scans()).toMatchObject([{ result: "suspended" }]);
});

test("a wrong captcha, one that was used, an unknown card and a specimen leave nothing", async () => {
  const { ask, solved, post, scans } = verifyApi();
  const captcha = await solved();
  await post({ token: "0000000000000000000000000a", captcha });
  expect((await post({ token, captcha })).status).toBe(422);
  expect((await post({ token, captcha: { token: "cap_none.x", text: "abcde" } })).status).toBe(422);
  await ask("contoh-bukan-kartu-sungguh");

  expect(await scans()).toEqual([]);
});

test("of a card from before two records were joined the person who has the other one is told, and so is a report", async () => {
  const api = verifyApi({ ...siti, joinedInto: "emp_twin", kedudukanHukum: "70" });
  const { body } = await api.ask(token);
  expect(body).toMatchObject({ result: "superseded" });
  const mark = Reflect.get(Object(body), "report");
  expect((await api.post({ mark, cause: "altered" }, "/report")).status).toBe(204);

  const { items } = await api.captchas.of("emp_twin", { limit: 2, now: api.clock.now() });
  expect(items).toMatchObject([{ result: "superseded" }]);
  expect(await api.scans()).toEqual([]);
  expect(await api.captchas.suspicions.untaken(2)).toMatchObject([{ employeeId: "emp_twin" }]);
});
