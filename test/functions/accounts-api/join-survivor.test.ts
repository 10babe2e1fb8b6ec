import { beforeEach, expect, test, vi } from "vitest";
import { logger } from "#shared/runtime/logger.ts";
import { change } from "../../support/employees-in-memory.ts";
import { accountsApiUnderTest, budi, sari, siti } from "./accounts-api-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

test("a record that has ended is not offered as the one that goes on, whatever else speaks for it", async () => {
  const world = await accountsApiUnderTest();
  await change(world.employees, sari, { unitKerja: "Bagian Umum" }, world.clock);
  const survivor = async () =>
    (await world.post(budi, `${siti.id}/join/preview`, { nip: sari.nip })).body;
  expect(await survivor()).toMatchObject({ survivor: "here", other: { isActivated: false } });

  await change(world.employees, siti, { kedudukanHukum: "99" }, world.clock);

  expect(await survivor()).toMatchObject({ survivor: "other", here: { isActivated: true } });
});
