/** Somebody who checked a card found it suspicious: officers get a request that nobody asked for, and its holder nothing (decision 0087). */
import { expect, test } from "vitest";
import { findOwnRequest } from "#shared/request/ask-request.ts";
import { isInCopy, tellHeldRequest, tellOwnRequest } from "#shared/request-kinds/tell-content.ts";
import {
  type SuspectedCard,
  suspicionId,
  suspicionRecord,
} from "#shared/suspect-card/suspected-card.ts";
import { takeSuspicions } from "#shared/suspect-card/take-suspicions.ts";
import { anEmployee } from "../../support/builders.ts";
import { CaptchasInMemory } from "../../support/captchas-in-memory.ts";
import { requestWorld } from "../../support/request-world.ts";

const siti = anEmployee({ id: "emp_siti" });

function setUp() {
  const world = requestWorld(siti);
  const captchas = new CaptchasInMemory();
  const { suspicions } = captchas;
  const run = () => takeSuspicions({ ...world.api, suspicions });
  const note = async (of: Partial<SuspectedCard> = {}) => {
    const reportedAt = world.clock.now().toISOString();
    const made = { employeeId: siti.id, cause: "other-holder", reportedAt, ...of } as const;
    await captchas.use({ id: suspicionId(made) }, suspicionRecord(made));
  };
  const report = async (of: Partial<SuspectedCard> = {}) => {
    await note(of);
    return await run();
  };
  const filed = async () => await world.requests.of(siti.id, { limit: 9 });
  const theOne = async () => {
    const [request] = await filed();
    if (!request) throw new Error("Nothing was filed.");
    return request;
  };
  return { ...world, suspicions, run, note, report, filed, theOne };
}

test("it waits for a petugas of the person's unit, and says what, not who", async () => {
  const { report, theOne } = setUp();
  expect(await report()).toEqual({ opened: 1, idle: 0 });

  expect(await theOne()).toMatchObject({
    ...{ kind: "suspect-card", unasked: true, state: "submitted", person: siti.id },
    ...{ instansiId: siti.instansiId, unitKerja: siti.unitKerja, files: [] },
    content: { cause: "other-holder" },
    trail: [{ act: "submitted" }],
  });
  expect((await theOne()).trail[0]).not.toHaveProperty("by");
});

test("its holder neither finds nor withdraws it, and reads no line of it in the account's history", async () => {
  const { api, report, theOne, decide, employees, clock } = setUp();
  await report();
  const { id } = await theOne();
  await expect(findOwnRequest(api, { id, person: siti })).rejects.toMatchObject({
    code: "not-found",
  });
  expect(tellOwnRequest(await theOne(), siti, clock.now())).toBeUndefined();
  await decide(id, { act: "reject", code: "other", reason: "Kartunya benar" });

  // In a history of its own: no person reads it or is told of it.
  expect(employees.history).toMatchObject([
    {
      ...{ subjectId: `request#${id}`, action: "own-request-rejected", changes: [] },
      actor: { role: "officer" },
    },
  ]);
  expect(employees.history[0]).not.toHaveProperty("holderTold");
  expect(JSON.stringify(employees.history)).not.toContain(siti.id);
  const held = tellHeldRequest(await theOne(), siti, clock.now());
  expect(held.state).toBe("rejected");
  expect(JSON.stringify(held)).not.toContain("Kartunya benar");
});

test("the copy of the own data has it once it was answered, or the law's three days are over: not while nobody has looked", async () => {
  const { report, theOne, decide, clock } = setUp();
  await report();
  const told = async () => isInCopy(await theOne(), clock.now());
  expect(await told()).toBe(false);
  clock.advance({ hours: 71 });
  expect(await told()).toBe(false);
  clock.advance({ hours: 1 });
  expect(await told()).toBe(true);

  clock.advance({ hours: 24 });
  await report({ cause: "altered" });
  expect(await told()).toBe(false);
  await decide((await theOne()).id, { act: "reject", code: "other", reason: "Kartunya benar" });
  expect(await told()).toBe(true);
});

test("nobody is asked about it", async () => {
  const { report, theOne, decide } = setUp();
  await report();
  const asked = decide((await theOne()).id, { act: "clarify", code: "other", reason: "Siapa?" });

  await expect(asked).rejects.toMatchObject({ code: "request-unasked" });
});

test("reported again while it waits, or within thirty days of the answer, it opens nothing; later it does", async () => {
  const { report, filed, theOne, agree, clock } = setUp();
  await report();
  clock.advance({ hours: 24 });
  expect(await report()).toEqual({ opened: 0, idle: 1 });
  expect(await report({ cause: "altered" })).toEqual({ opened: 1, idle: 0 });
  const first = (await filed()).find(({ group }) => group === "other-holder");
  await agree(first?.id ?? (await theOne()).id);
  clock.advance({ hours: 24 * 29 });
  expect(await report()).toEqual({ opened: 0, idle: 1 });
  clock.advance({ hours: 48 });
  expect(await report()).toEqual({ opened: 1, idle: 0 });
});

test("a run that died before it was taken is heard of, and the next one makes no second request", async () => {
  const { api, note, suspicions, run, filed } = setUp();
  await note();
  const { untaken } = suspicions;
  const take = () => Promise.reject(new Error("The process died."));
  const dying = takeSuspicions({ ...api, suspicions: { untaken, take } });
  await expect(dying).rejects.toThrow("The process died.");
  expect(await filed()).toHaveLength(1);
  await run();

  expect(await filed()).toHaveLength(1);
  expect(await suspicions.untaken(9)).toEqual([]);
});

test("it is refused for what reports are refused for, and for nothing that is wrong with papers", async () => {
  const { report, theOne, decide } = setUp();
  await report();
  const { id } = await theOne();
  await expect(decide(id, { act: "reject", code: "bts", reason: "Buram" })).rejects.toMatchObject({
    problems: [{ field: "code", code: "unknown-choice" }],
  });
  expect((await theOne()).state).toBe("submitted");

  await decide(id, { act: "reject", code: "unproven", reason: "Kartunya benar" });
  expect((await theOne()).state).toBe("rejected");
});
