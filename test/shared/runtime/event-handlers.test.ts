import { beforeEach, expect, test, vi } from "vitest";
import * as z from "zod";
import { Busy } from "#shared/runtime/errors.ts";
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

const throttled = Object.assign(new Error("Rate exceeded"), { name: "TooManyRequestsException" });

function delaying(failure: Error, delay = async (_handle: string, _seconds: number) => {}) {
  vi.spyOn(logger, "warn").mockReturnValue();
  const waits: number[] = [];
  const consume = eachMessage(
    async () => {
      throw failure;
    },
    {
      delays: {
        delay: async (handle, seconds) => {
          await delay(handle, seconds);
          waits.push(seconds);
        },
      },
    },
  );
  const deliver = async (attempt: number) =>
    await consume({ Records: [aMessage("", "m-1", attempt)] }, context);
  return { deliver, waits };
}

test("a message that AWS throttled waits longer each time, ten minutes at most, and raises no alarm", async () => {
  const { deliver, waits } = delaying(throttled);
  for (const attempt of [1, 3, 160]) {
    expect(await deliver(attempt)).toEqual({ batchItemFailures: [{ itemIdentifier: "m-1" }] });
  }
  const [first = 0, third = 0, last = 0] = waits;

  expect(first).toBeGreaterThanOrEqual(5);
  expect(first).toBeLessThanOrEqual(10);
  expect(third).toBeGreaterThanOrEqual(20);
  expect(third).toBeLessThanOrEqual(40);
  expect(last).toBeGreaterThanOrEqual(300);
  expect(last).toBeLessThanOrEqual(600);
  expect(logger.error).not.toHaveBeenCalled();
});

test("a message that is to come later waits for about that long", async () => {
  const { deliver, waits } = delaying(new Busy(4000));
  await deliver(1);

  expect(waits).toEqual([expect.any(Number)]);
  expect(waits[0]).toBeGreaterThanOrEqual(2000);
  expect(waits[0]).toBeLessThanOrEqual(4000);
});

test("any other failure is one, also where messages may wait", async () => {
  const { deliver, waits } = delaying(new Error("no such photo"));
  await deliver(1);

  expect(waits).toEqual([]);
  expect(logger.error).toHaveBeenCalledOnce();
});

test("a message that cannot be made to wait returns at the queue's own time", async () => {
  const { deliver } = delaying(throttled, async () => Promise.reject(new Error("SQS is away")));

  expect(await deliver(1)).toEqual({ batchItemFailures: [{ itemIdentifier: "m-1" }] });
});
