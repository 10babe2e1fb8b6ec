import { expect, test } from "vitest";
import { invokeWhenRoom } from "../../events/invoke-when-room.ts";
import { FunctionError } from "../../lambda/function-error.ts";

const throttled = new FunctionError("TooManyRequestsException", "Rate Exceeded.");
const failed = new FunctionError("Error", "poison");

/** A function that answers so, one call after the other. */
function target(...answers: (FunctionError | string)[]) {
  return {
    left: answers,
    invoke: async () => {
      const answer = answers.shift();
      if (answer instanceof FunctionError) throw answer;
      return answer;
    },
  };
}

test("what is throttled is asked for again", async () => {
  const busy = target(throttled, throttled, "done");
  expect(await invokeWhenRoom(busy, {}, () => false)).toBe("done");
});

test("what fails is not", async () => {
  const failing = target(failed, "done");
  await expect(invokeWhenRoom(failing, {}, () => false)).rejects.toBe(failed);
  expect(failing.left).toEqual(["done"]);
});

test("what is over is not, either", async () => {
  const busy = target(throttled, throttled, "done");
  let asked = 0;
  await expect(invokeWhenRoom(busy, {}, () => ++asked === 2)).rejects.toBe(throttled);
  expect(busy.left).toEqual(["done"]);
});
