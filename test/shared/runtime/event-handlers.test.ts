import { beforeEach, expect, test, vi } from "vitest";
import * as z from "zod";
import { eachMessage, inOrder, readMessage } from "#shared/runtime/event-handlers.ts";
import { logger } from "#shared/runtime/logger.ts";
import { aMessage, aStreamPlace, aContext as context } from "../../support/lambda-events.ts";

const message = (messageId: string) => aMessage(messageId, messageId);
const change = (sequenceNumber: string) => aStreamPlace(sequenceNumber);

beforeEach(() => {
  vi.spyOn(logger, "error").mockReturnValue();
});

test("a message that fails returns to the queue, its neighbours do not", async () => {
  const handled: string[] = [];
  const consume = eachMessage(async ({ body }) => {
    if (body === "2") throw new Error("no such photo");
    handled.push(body);
  });

  const answer = await consume({ Records: ["1", "2", "3"].map(message) }, context);

  expect(handled).toEqual(["1", "3"]);
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "2" }] });
});

test("a stream stops at the first record that fails and comes back from there", async () => {
  const handled: string[] = [];
  const consume = inOrder(async ({ dynamodb }) => {
    if (dynamodb?.SequenceNumber === "2") throw new Error("cannot draw");
    handled.push(dynamodb?.SequenceNumber ?? "");
  });

  const answer = await consume({ Records: ["1", "2", "3"].map(change) }, context);

  expect(handled).toEqual(["1"]);
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "2" }] });
});

test("a stream without failures reports none", async () => {
  const consume = inOrder(async () => {});

  expect(await consume({ Records: [change("1")] }, context)).toEqual({ batchItemFailures: [] });
});

test("a failure is logged with the message's id, and without what it says", async () => {
  const consume = eachMessage(async () => {
    throw new Error("Siti Rahma has no photo");
  });

  await consume({ Records: [message("m-1")] }, context);

  const [name, fields] = vi.mocked(logger.error).mock.calls[0] ?? [];
  expect(name).toBe("message.failed");
  expect(fields).toMatchObject({ messageId: "m-1", error: "Error" });
  expect(JSON.stringify(fields)).not.toContain("Siti");
});

test("a failure of a stream is logged with the record's place, and without what it says", async () => {
  const consume = inOrder(async () => {
    throw new TypeError("Siti Rahma has no photo");
  });

  await consume({ Records: [change("7")] }, context);

  expect(vi.mocked(logger.error).mock.calls).toEqual([
    ["record.failed", expect.objectContaining({ sequenceNumber: "7", error: "TypeError" })],
  ]);
  expect(JSON.stringify(vi.mocked(logger.error).mock.calls)).not.toContain("Siti");
});

test("a message of another shape is not read", () => {
  const schema = z.strictObject({ challengeId: z.string() });

  expect(readMessage({ body: '{"challengeId":"s-1"}' }, schema)).toEqual({ challengeId: "s-1" });
  expect(() => readMessage({ body: "{}" }, schema)).toThrow();
});
