/** What waits while its person's account is frozen, by kind (decision 0085). */
import { expect, test } from "vitest";
import { anEmployee } from "../../support/builders.ts";
import { change } from "../../support/employees-in-memory.ts";
import { requestWorld } from "../../support/request-world.ts";

const siti = anEmployee({ id: "emp_siti", birthPlace: "Bandung", photoId: "pho_1" });
const ask = { act: "clarify", code: "other", reason: "Mengapa?" } as const;

function frozenWorld() {
  const { freeze, thaw, ...world } = requestWorld(siti);
  return { ...world, freeze: (is: boolean) => (is ? freeze(siti) : thaw(siti)) };
}

test("nobody is asked for a photo who cannot sign in", async () => {
  const world = frozenWorld();
  const { id } = await world.submit("new-photo", { why: "unlike", note: "Sudah lama" });
  await world.freeze(true);
  for (const decision of [{ act: "agree" }, ask] as const)
    await expect(world.decide(id, decision)).rejects.toMatchObject({ code: "request-held" });

  await world.freeze(false);
  expect((await world.agree(id)).request.state).toBe("approved");
});

test("what is wrong is mended all the same, and nobody is asked: the law's days go on", async () => {
  const world = frozenWorld();
  const { id } = await world.submit("wrong-data", { field: "birthPlace", right: "Cirebon" });
  await world.freeze(true);
  await expect(world.decide(id, ask)).rejects.toMatchObject({ code: "request-held" });
  await change(world.employees, await world.now(), { birthPlace: "Cirebon" }, world.clock);

  expect((await world.agree(id)).request.state).toBe("approved");
});
