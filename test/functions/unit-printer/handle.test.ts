import { beforeEach, expect, test, vi } from "vitest";
import { logger } from "#shared/runtime/logger.ts";
import { drawPrints } from "../../../functions/unit-printer/handle.ts";
import { anEmployee } from "../../support/builders.ts";
import { aContext, aMessage } from "../../support/lambda-events.ts";
import { aPrint } from "../../support/print-table-contract.ts";
import { drawing, PrintWorld } from "../../support/print-world.ts";

const { id } = aPrint();

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
  vi.spyOn(logger, "error").mockReturnValue();
});

async function setUp() {
  const world = await PrintWorld.of(anEmployee());
  await world.prints.add(aPrint());
  const handle = drawPrints({ ...world, ...drawing(world) });
  const receive = async (body: string) => await handle({ Records: [aMessage(body)] }, aContext);
  return { world, receive };
}

test("a print that the queue names is drawn, once, however often its message comes", async () => {
  const { world, receive } = await setUp();
  const message = JSON.stringify({ printId: id });

  expect(await receive(message)).toEqual({ batchItemFailures: [] });
  expect(await receive(message)).toEqual({ batchItemFailures: [] });
  expect(world.files.files.get(id)?.toString()).toContain("Siti Rahma");
  expect(vi.mocked(logger.info).mock.calls).toEqual([
    ["print.drawn", { printId: id }],
    ["print.unchanged", { printId: id }],
  ]);
});

test.each(["not JSON", "{}", '{"printId":"emp_siti"}'])(
  "the message %j goes back to the queue",
  async (body) => {
    const { receive } = await setUp();

    expect(await receive(body)).toEqual({ batchItemFailures: [{ itemIdentifier: "m-1" }] });
  },
);
