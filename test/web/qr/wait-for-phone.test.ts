import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { follow } from "../../../web/src/qr/wait-for-phone.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout"] }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const standing = (state: string, id = "q1") => Response.json({ id, state, secondsLeft: 60 });
const refused = (status: number, code: string) => Response.json({ code }, { status });

/** @param answers one by one; the last one again and again; undefined for a connection that is lost */
function answering(...answers: (Response | undefined)[]): { asked: number } {
  const count = { asked: 0 };
  vi.stubGlobal("fetch", async () => {
    const answer = answers[Math.min(count.asked++, answers.length - 1)];
    if (!answer) throw new TypeError("Failed to fetch");
    return answer.clone();
  });
  return count;
}

/** Follows the code for ten minutes. */
async function followed(isWanted: () => boolean = () => true) {
  const states: string[] = [];
  const outcome = follow("q1", ({ state }) => states.push(state), isWanted).then(
    () => "over",
    (error: Error) => error.message,
  );
  await vi.advanceTimersByTimeAsync(600_000);
  return { states, outcome: await Promise.race([outcome, "still asking"]) };
}

test("a code is asked about until it is over", async () => {
  const count = answering(standing("shown"), standing("scanned"), standing("done"));

  expect(await followed()).toEqual({ states: ["shown", "scanned", "done"], outcome: "over" });
  expect(count.asked).toBe(3);
});

test("a network that fails for a while, and a busy service, change nothing", async () => {
  answering(standing("shown"), undefined, refused(503, "busy"), undefined, standing("done"));

  expect(await followed()).toEqual({ states: ["shown", "done"], outcome: "over" });
});

test("a network that stays away is told after seven tries in a row", async () => {
  const count = answering(standing("shown"), undefined);

  expect(await followed()).toEqual({ states: ["shown"], outcome: "no answer" });
  expect(count.asked).toBe(8);
});

test("a refusal is told at once", async () => {
  const count = answering(refused(401, "step-expired"));

  expect(await followed()).toEqual({ states: [], outcome: "step-expired" });
  expect(count.asked).toBe(1);
});

test("the code of another tab is none of this page's, whatever becomes of it", async () => {
  answering(standing("shown"), standing("done", "q2"));

  expect(await followed()).toEqual({ states: ["shown", "replaced"], outcome: "over" });
});

test("a code is asked about ever more seldom: twenty times in its minute", async () => {
  const count = answering(standing("shown"));
  let isWanted = true;
  const over = follow(
    "q1",
    () => {},
    () => isWanted,
  );
  await vi.advanceTimersByTimeAsync(60_000);
  const inAMinute = count.asked;
  isWanted = false;
  await vi.advanceTimersByTimeAsync(60_000);
  await over;

  expect(inAMinute).toBeGreaterThan(15);
  expect(inAMinute).toBeLessThan(25);
  expect(count.asked).toBe(inAMinute);
});

test("a page that was left asks no more", async () => {
  const count = answering(standing("shown"));

  expect(await followed(() => count.asked < 2)).toEqual({ states: ["shown"], outcome: "over" });
});
