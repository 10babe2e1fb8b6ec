import { expect, test } from "vitest";
import { recordOf } from "#shared/card/scan.ts";
import { listScans, type ScansAnswer, scansQuery } from "#shared/card/scan-answers.ts";
import { newId } from "#shared/runtime/ids.ts";
import { anEmployee } from "../../support/builders.ts";
import { CaptchasInMemory } from "../../support/captchas-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { readImage, solve } from "../../support/solve-captcha.ts";
import { siti, token, verifyApi } from "../../support/verify-api.ts";

const { id: employeeId } = anEmployee();
const clock = new FakeClock();
const placeOf = ({ cursor }: ScansAnswer) => ({ cursor });

test("scans come in pages of twenty, and what leads to the next page is accepted", async () => {
  const scans = new CaptchasInMemory();
  for (let i = 0; i < 21; i++) {
    const id = newId("cap");
    const at = new Date(Date.UTC(2026, 10, 1, 0, i)).toISOString();
    await scans.use({ id }, recordOf({ employeeId, at, result: "valid" }, id));
  }

  const first = await listScans({ scans, clock }, employeeId, undefined);
  expect(first.items).toHaveLength(20);
  const { cursor } = scansQuery.parse(placeOf(first));
  const second = await listScans({ scans, clock }, employeeId, cursor);
  expect(second).toEqual({ items: [{ at: "2026-11-01T00:00:00.000Z", result: "valid" }] });
});

test.each(["image", "work", "pass"] as const)(
  "a page that ends with a check by %s is followed by the next one",
  async (way) => {
    const api = verifyApi();
    const image = async () => await readImage("203.0.113.7", api.clock.now());
    const scanned = async (captcha: unknown) => {
      const { body } = await api.post({ token, captcha });
      api.clock.advance({ seconds: 1 });
      return Reflect.get(Object(Reflect.get(Object(body), "pass")), "token");
    };
    const pass = await scanned(await image());
    if (way === "image") await scanned(await image());
    else await scanned(way === "work" ? solve((await api.challenge()).body) : { pass });
    for (let i = 0; i < 19; i++) await scanned(await image());

    const from = { scans: api.captchas, clock: api.clock };
    const { cursor } = scansQuery.parse(await listScans(from, siti.id, undefined).then(placeOf));
    expect((await listScans(from, siti.id, cursor)).items).toHaveLength(1);
  },
);

test.each(["e30", "", "2026-11-01T00:00:00.000Z", "2026-11-01T00:00:00.000Z#other"])(
  "«%s» is no place in the list",
  (cursor) => {
    expect(scansQuery.safeParse({ cursor }).success).toBe(false);
  },
);
