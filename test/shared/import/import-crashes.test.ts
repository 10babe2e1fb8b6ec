import { expect, test } from "vitest";
import { ImportWorld } from "../../support/import-world.ts";
import { fileOf, personOf } from "./import-rows.ts";

test("wherever worker and judge die, what is begun again ends equal, and nobody is written half", async () => {
  const before = [
    personOf(0, { golongan: "III/b" }),
    personOf(1, { email: "lama@contoh.example" }),
  ];
  const calm = new ImportWorld(...before);
  const { done } = await calm.apply(fileOf(6));
  const ended = await calm.state();
  let deaths = 0;
  for (let fatal = 1; ; fatal++) {
    const world = new ImportWorld(...before);
    const dying = dyingAt(fatal, world);
    const id = await world.bring(fileOf(6));
    while ((await world.judge(id, dying.judge).catch(() => "died")) === "died") deaths++;
    await world.ask(id);
    await world.approve(id);
    while (world.messages.length > 0) {
      const outcome = await world.step(dying).catch(() => "died");
      if (outcome === "died") deaths++;
      else world.messages.shift();
    }
    expect(await world.bulkOf(id)).toMatchObject({ state: "done", done, refused: 0 });
    expect(await world.state(), `death at call ${fatal}`).toEqual(ended);
    if (!dying.hasDied()) break;
  }
  expect(deaths).toBeGreaterThan(20);
});

/** Parts of the world of which the n-th call, among all of them, dies after its effect; later calls work again. */
function dyingAt(fatal: number, world: ImportWorld) {
  let calls = 0;
  const mortal =
    <Args extends unknown[], Answer>(call: (...args: Args) => Promise<Answer>) =>
    async (...args: Args): Promise<Answer> => {
      const answer = await call(...args);
      if (++calls === fatal) throw new Error("died");
      return answer;
    };
  const { employees, files, imports, bulks, roles } = world;
  const mortalFiles = {
    withUpload: files.withUpload.bind(files),
    put: mortal(files.put.bind(files)),
    putMarked: mortal(files.putMarked.bind(files)),
    read: mortal(files.read.bind(files)),
    askMarked: mortal(files.askMarked.bind(files)),
  };
  return {
    hasDied: () => calls >= fatal,
    judge: {
      files: mortalFiles,
      imports: {
        find: mortal(imports.find.bind(imports)),
        begin: mortal(imports.begin.bind(imports)),
        unbegin: mortal(imports.unbegin.bind(imports)),
        judge: mortal(imports.judge.bind(imports)),
      },
    },
    bulk: {
      bulks: {
        find: mortal(bulks.find.bind(bulks)),
        move: mortal(bulks.move.bind(bulks)),
        stop: mortal(bulks.stop.bind(bulks)),
      },
    },
    apply: {
      files: mortalFiles,
      imports: { find: mortal(imports.find.bind(imports)) },
      roles: { find: mortal(roles.find.bind(roles)) },
      employees: {
        add: mortal(employees.add.bind(employees)),
        findAll: mortal(employees.findAll.bind(employees)),
        findByNip: mortal(employees.findByNip.bind(employees)),
        idOf: mortal(employees.idOf.bind(employees)),
        save: mortal(employees.save.bind(employees)),
        digestOf: mortal(employees.digestOf.bind(employees)),
      },
    },
  };
}
