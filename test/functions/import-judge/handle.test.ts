import { beforeEach, expect, test, vi } from "vitest";
import { uploadKey } from "#shared/import/import-keys.ts";
import { Busy } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import { judgeImports } from "../../../functions/import-judge/handle.ts";
import { markFile } from "../../../functions/import-judge/mark-file.ts";
import { siasnCsv } from "../../shared/import/siasn-files.ts";
import { ImportWorld } from "../../support/import-world.ts";
import { aContext, aMessage } from "../../support/lambda-events.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
  vi.spyOn(logger, "warn").mockReturnValue();
  vi.spyOn(logger, "error").mockReturnValue();
});

/** The message of a file whose people cannot be looked up. @returns what became of it */
async function deliver(failure: Error) {
  const world = new ImportWorld();
  const key = uploadKey(await world.bring(siasnCsv({})));
  const Records = [aMessage(JSON.stringify({ Records: [{ s3: { object: { key } } }] }))];
  const fail = async () => {
    throw failure;
  };
  const employees = {
    inAgency: world.employees.inAgency.bind(world.employees),
    ...{ idsOf: fail, idsOfEmails: fail, findAll: fail },
  };
  const waits: number[] = [];
  const delay = async (_handle: string, seconds: number) => void waits.push(seconds);
  const judge = judgeImports({ ...world, employees, markFile }, { delay });
  return { answer: await judge({ Records }, aContext), waits };
}

test("a file whose people DynamoDB has no capacity for comes again in seconds, and raises no alarm", async () => {
  const { answer, waits } = await deliver(new Busy(5));

  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "m-1" }] });
  expect(waits).toEqual([expect.any(Number)]);
  expect(waits[0]).toBeLessThanOrEqual(5);
  expect(logger.error).not.toHaveBeenCalled();
});

test("a file that fails otherwise waits for the queue's own time, and is told", async () => {
  const { answer, waits } = await deliver(new Error("died"));

  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "m-1" }] });
  expect(waits).toEqual([]);
  expect(logger.error).toHaveBeenCalledWith("message.failed", expect.anything());
});
