import { expect, test } from "vitest";
import { tellImports } from "#shared/import/tell-imports.ts";
import { budi, ImportWorld } from "../../support/import-world.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import { siasnCsv } from "./siasn-files.ts";

const reader = {
  ...{ employeeId: budi.id, instansiId: budi.instansiId, employee: budi },
  ...{ roles: [aGrant("petugas")], units: undefined },
};

async function asked() {
  const world = new ImportWorld();
  const id = await world.bring(siasnCsv({}));
  await world.judge(id);
  const approval = await world.ask(id);
  const waiting = await world.imports.find(id);
  if (!waiting) throw new Error("The import is gone.");
  const told = async () => {
    const [answer] = await tellImports(world, [waiting], reader);
    return answer;
  };
  return { world, id, approval, told };
}

test("an import that waits says until when somebody can decide; one whose time is over can be asked for again", async () => {
  const { world, approval, told } = await asked();

  expect(await told()).toMatchObject({ state: "waiting", until: approval.until, may: [] });
  world.clock.advance({ days: 8 });
  const late = await told();
  expect(late).toMatchObject({ state: "ended", may: ["ask"] });
  expect(late?.until).toBeUndefined();
});

test("one that is approved between the reading of the import and of its approval is being applied, and has not ended", async () => {
  const { world, id, told } = await asked();
  await world.approve(id);

  expect(await told()).toMatchObject({ state: "applying" });
});
