/** What a holder does with the QR of the own card: replacing, pausing, resuming. */
import { describe, expect, test } from "vitest";
import { type OwnQr, pauseOwnQr, replaceOwnQr, resumeOwnQr } from "#shared/card/own-qr.ts";
import { tellQr } from "#shared/card/qr-answers.ts";
import { replaceQr } from "#shared/employee/change-employee.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { TooManyAttempts } from "#shared/runtime/errors.ts";
import { anEmployee } from "../../support/builders.ts";
import { change, EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { RolesInMemory } from "../../support/roles-in-memory.ts";

const siti = anEmployee();
const day = 86_400;

function setUp(employee: Employee = siti) {
  const employees = new EmployeesInMemory(employee);
  const api = { employees, limits: new LimitsInMemory(), clock: new FakeClock() };
  const now = async () => (await employees.find(siti.id)) ?? siti;
  return {
    ...api,
    now,
    replace: async (requestId: string, with_: OwnQr = api) =>
      replaceOwnQr(with_, { employee: await now(), requestId }),
    pause: async (with_: OwnQr = api) => pauseOwnQr(with_, await now()),
    resume: async () => resumeOwnQr(api, await now()),
    told: async () => tellQr(await now(), api.clock.now()),
    actions: () => employees.history.map(({ action }) => action),
  };
}

/** Somebody else saves the record just before the holder's first saves. */
function raced(world: ReturnType<typeof setUp>, times: number): OwnQr {
  let left = times;
  const { employees } = world;
  return {
    ...world,
    employees: {
      find: (id) => employees.find(id),
      digestOf: (id) => employees.digestOf(id),
      save: async (...args) => {
        if (left-- > 0)
          await change(employees, await world.now(), { jabatan: `Arsiparis ${left}` }, world.clock);
        await employees.save(...args);
      },
    },
  };
}

describe("a QR that its holder replaces", () => {
  test("is the next one, the card must follow, and the history says who", async () => {
    const { replace, employees, now } = setUp();
    await replace("first");

    expect(await now()).toMatchObject({ qrGeneration: 2, revision: 2 });
    expect(employees.saves).toMatchObject([
      {
        cardChanged: true,
        entry: {
          ...{ action: "qr-replaced", actor: { role: "holder", id: siti.id } },
          changes: [{ field: "qrGeneration", from: "1", to: "2" }],
        },
      },
    ]);
  });

  test("is replaced once by a request that comes twice, also at the same moment", async () => {
    const { replace, now } = setUp();
    await Promise.all([replace("first"), replace("first")]);
    await replace("first");
    expect((await now()).qrGeneration).toBe(2);

    await replace("second");
    expect((await now()).qrGeneration).toBe(3);
  });

  test("is no answer to what somebody else asked by the same id", async () => {
    const world = setUp();
    const by = { employeeId: "emp_budi", instansiId: siti.instansiId, units: undefined } as const;
    const asked = { id: siti.id, revision: 1, requestId: "theirs", reason: "Hilang", by };
    await replaceQr({ ...world, roles: new RolesInMemory() }, asked);

    await expect(world.replace("theirs")).rejects.toMatchObject({ code: "request-mismatch" });
  });

  test("is replaced also while an officer saves, and after many tries it is refused", async () => {
    const world = setUp();
    await world.replace("first", raced(world, 4));
    expect(await world.now()).toMatchObject({ qrGeneration: 2, jabatan: "Arsiparis 0" });

    const busy = world.replace("second", raced(world, 5));
    await expect(busy).rejects.toMatchObject({ code: "record-changed" });
  });

  test("is replaced three times a day; a repeated request is not counted, also at the same moment", async () => {
    const { replace, clock, now } = setUp();
    for (const id of ["1", "1", "2", "3"]) await Promise.all([replace(id), replace(id)]);
    await expect(replace("4")).rejects.toThrow(TooManyAttempts);
    expect((await now()).qrGeneration).toBe(4);

    clock.advance({ seconds: day });
    await replace("4");
    expect((await now()).qrGeneration).toBe(5);
  });

  test("is not paused, by whomever it was replaced", async () => {
    const world = setUp();
    await world.pause();
    await world.replace("first");
    expect(await world.told()).toEqual({ state: "active" });

    await world.pause();
    const { revision } = await world.now();
    await replaceQr(
      { ...world, roles: new RolesInMemory() },
      {
        ...{ id: siti.id, revision, requestId: "counter", reason: "Hilang" },
        by: { employeeId: "emp_budi", instansiId: siti.instansiId, units: undefined },
      },
    );
    expect(await world.told()).toEqual({ state: "active" });
    expect(world.actions()).toEqual(["qr-paused", "qr-replaced", "qr-paused", "qr-replaced"]);
  });
});

describe("a QR that its holder pauses", () => {
  test("is paused since the first time, the card is not drawn, and the history says who", async () => {
    const { pause, told, employees, clock } = setUp();
    const since = clock.now().toISOString();
    await pause();
    clock.advance({ seconds: 60 });
    await pause();

    expect(await told()).toEqual({ state: "paused", pausedAt: since });
    expect(employees.saves).toMatchObject([
      {
        cardChanged: false,
        entry: {
          ...{ action: "qr-paused", actor: { role: "holder", id: siti.id } },
          changes: [{ field: "qrPausedAt", to: since }],
        },
      },
    ]);
  });

  test("is paused also while an officer saves", async () => {
    const world = setUp();
    await world.pause(raced(world, 1));

    expect(await world.now()).toMatchObject({
      jabatan: "Arsiparis 0",
      qrPausedAt: expect.any(String),
    });
  });

  test("is resumed, and resuming twice changes once", async () => {
    const { pause, resume, told, actions } = setUp();
    await pause();
    await resume();
    await resume();

    expect(await told()).toEqual({ state: "active" });
    expect(actions()).toEqual(["qr-paused", "qr-resumed"]);
  });

  test("is resumed ten times a day, and paused whenever its holder says so", async () => {
    const { pause, resume, told, clock } = setUp();
    for (let time = 1; time <= 10; time++) {
      await pause();
      await resume();
      clock.advance({ seconds: 1 });
    }
    await pause();
    await expect(resume()).rejects.toThrow(TooManyAttempts);
    expect((await told()).state).toBe("paused");

    clock.advance({ seconds: day });
    await resume();
    expect((await told()).state).toBe("active");
  });
});

describe("a QR that its holder resumes", () => {
  test("pressed twice is one of the ten of a day", async () => {
    const { pause, resume, told, clock, actions } = setUp();
    for (let time = 1; time <= 10; time++) {
      clock.advance({ seconds: 1 });
      await pause();
      await Promise.all([resume(), resume()]);
      expect(await told()).toEqual({ state: "active" });
    }
    expect(actions().filter((action) => action === "qr-resumed")).toHaveLength(10);
  });

  test("stays paused when a press from before comes after another pause", async () => {
    const world = setUp();
    await world.pause();
    const before = await world.now();
    await world.resume();
    world.clock.advance({ seconds: 1 });
    await world.pause();
    await resumeOwnQr(world, before);

    expect((await world.told()).state).toBe("paused");
  });
});

describe("nothing is changed", () => {
  test.each([
    ["a card that has ended", { kedudukanHukum: "99" }],
    ["a card without a photo", { photoId: undefined }],
  ])("of %s", async (_, state) => {
    const { pause, resume, replace, told, employees } = setUp({ ...siti, ...state });
    expect(await told()).toEqual({ state: "none" });
    await expect(pause()).rejects.toMatchObject({ code: "no-qr" });
    await expect(replace("first")).rejects.toMatchObject({ code: "no-qr" });
    await resume();
    expect(employees.saves).toEqual([]);
  });

  test("when the card ends at that moment", async () => {
    const world = setUp();
    const { employees, clock } = world;
    let isFirst = true;
    const ending: OwnQr = {
      ...world,
      employees: {
        find: (id) => employees.find(id),
        digestOf: (id) => employees.digestOf(id),
        save: async (...args) => {
          if (isFirst) await change(employees, await world.now(), { kedudukanHukum: "99" }, clock);
          isFirst = false;
          await employees.save(...args);
        },
      },
    };
    await expect(world.pause(ending)).rejects.toMatchObject({ code: "no-qr" });
    expect((await world.now()).qrPausedAt).toBeUndefined();
  });
});

test("a suspended card can be paused and replaced: it may be valid again tomorrow", async () => {
  const { pause, replace, told } = setUp({ ...siti, kedudukanHukum: "04" });
  await pause();
  expect((await told()).state).toBe("paused");
  await replace("first");
  expect((await told()).state).toBe("active");
});
