import type { DynamoDBStreamEvent } from "aws-lambda";
import { beforeEach, expect, test, vi } from "vitest";
import { contentHash } from "#shared/card/content-hash.ts";
import type { FileRequest } from "#shared/card/draw-file.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { logger } from "#shared/runtime/logger.ts";
import { renderCards } from "../../../functions/card-renderer/handle.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { CardWorld } from "../../support/card-world.ts";
import { aContext, aMessage } from "../../support/lambda-events.ts";
import { aStreamRecord } from "../../support/stream-records.ts";

const siti = anEmployee();
const budi = anEmployee({
  id: "emp_budi",
  nip: aNip("199001022015031005"),
  name: "Budi Santoso",
  email: "budi@contoh.example",
  photoId: "pho_budi",
});
/** Whose card can never be drawn. */
const poison = anEmployee({
  id: "emp_poison",
  nip: aNip("198502122010012009"),
  name: "Poison",
  email: "poison@contoh.example",
});

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
  vi.spyOn(logger, "error").mockReturnValue();
});

function setUp(...employees: Employee[]) {
  const world = new CardWorld(...employees);
  const handle = renderCards({
    ...world,
    draw: async (content, photo, file) => {
      if (content.text.name.startsWith("Poison")) throw new Error("This card cannot be drawn.");
      return await world.draw(content, photo, file);
    },
  });
  const fromStream = async (...records: DynamoDBStreamEvent["Records"]) =>
    await handle({ Records: records }, aContext);
  const fromQueue = async (...bodies: string[]) => {
    const Records = bodies.map((body, i) => aMessage(body, `m-${i}`));
    return await handle({ Records }, aContext);
  };
  const fromApi = async (request: FileRequest) => await handle(request, aContext);
  const prepare = async () => await handle({ prepare: true }, aContext);
  return { world, fromStream, fromQueue, fromApi, prepare };
}

const ask = (employeeId: string) => JSON.stringify({ employeeId });
const saved = (after: Employee, sequence?: string) => aStreamRecord({ after }, sequence);

test("a record that the stream names gets its card", async () => {
  const { world, fromStream } = setUp(siti);

  expect(await fromStream(saved(siti))).toEqual({ batchItemFailures: [] });
  expect(await world.cards.find(siti.id)).toMatchObject({ contentHash: contentHash(siti) });
});

test("the card shows the record as it is now, not as the event remembers it", async () => {
  const { world, fromStream } = setUp({ ...siti, golongan: "III/b", revision: 3 });
  await fromStream(saved({ ...siti, golongan: "II/d", revision: 2 }));

  expect(world.drawn.map(({ content }) => content.text.golongan)).toEqual(["III/b"]);
  expect(await world.cards.find(siti.id)).toMatchObject({ revision: 3 });
});

test("an event that comes twice draws once", async () => {
  const { world, fromStream } = setUp(siti);
  await fromStream(saved(siti), saved(siti));
  await fromStream(saved(siti));

  expect(world.drawn).toHaveLength(1);
});

test("a message that comes twice draws once", async () => {
  const { world, fromQueue } = setUp(siti);

  expect(await fromQueue(ask(siti.id), ask(siti.id))).toEqual({ batchItemFailures: [] });
  expect(await fromQueue(ask(siti.id))).toEqual({ batchItemFailures: [] });
  expect(await world.cards.find(siti.id)).toMatchObject({ contentHash: contentHash(siti) });
  expect(world.cards.tokens.size).toBe(2);
});

test("a stream stops at the card that cannot be drawn, to come back from there", async () => {
  const { world, fromStream } = setUp(siti, poison, budi);
  const answer = await fromStream(saved(siti, "1"), saved(poison, "2"), saved(budi, "3"));

  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "2" }] });
  expect(world.drawn.map(({ content }) => content.text.name)).toEqual(["Siti Rahma, S.Kom."]);
  expect(await fromStream(saved(budi, "3"))).toEqual({ batchItemFailures: [] });
  expect(world.drawn).toHaveLength(2);
});

test.each(["not JSON", "{}", ask("nip#1")])(
  "of a batch only the message %j fails",
  async (body) => {
    const { world, fromQueue } = setUp(siti);

    expect(await fromQueue(body, ask(siti.id))).toEqual({
      batchItemFailures: [{ itemIdentifier: "m-0" }],
    });
    expect(world.drawn).toHaveLength(1);
  },
);

test("a card of nobody is none, and no failure", async () => {
  const { fromQueue } = setUp();

  expect(await fromQueue(ask("emp_gone"))).toEqual({ batchItemFailures: [] });
});

test("the log says what became of whose card, and names nobody", async () => {
  const { fromStream } = setUp(siti);
  await fromStream(saved(siti), saved(siti));

  expect(vi.mocked(logger.info).mock.calls).toEqual([
    ["card.drawn", { employeeId: siti.id }],
    ["card.unchanged", { employeeId: siti.id }],
  ]);
});

test("a file that holder-api asks for is drawn, and the log says which of whose card", async () => {
  const { world, fromStream, fromApi } = setUp(siti);
  await fromStream(saved(siti));
  const file = { shape: "landscape", sheet: "a4" } as const;
  await fromApi({ employeeId: siti.id, file });

  expect((await world.cards.find(siti.id))?.files).toContain("landscape-a4.pdf");
  expect(vi.mocked(logger.info)).toHaveBeenLastCalledWith("card.file-drawn", {
    employeeId: siti.id,
    file,
  });
});

test("a request that is none is a failure, and draws nothing", async () => {
  const { world, fromApi } = setUp(siti);
  const file = { shape: "round", sheet: "a4" } as unknown as FileRequest["file"];

  await expect(fromApi({ employeeId: siti.id, file })).rejects.toThrow();
  expect(world.drawn).toEqual([]);
});

test("what only has it start draws nothing", async () => {
  const { world, prepare } = setUp(siti);
  await prepare();

  expect(await world.cards.find(siti.id)).toBeUndefined();
});
