import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { issueWork } from "#shared/captcha/work-challenge.ts";
import { logIn } from "../../../web/src/session/log-in.ts";
import type { LoginDelay } from "../../../web/src/session/with-work.ts";
import { hmacKey } from "../../support/call-api.ts";
import { FakeClock } from "../../support/fake-clock.ts";

const credentials = { nip: "198502122010012004", password: "Tahu-Bulat-Digoreng-5" };
const ok = () => Response.json({ next: "code" });
const refused = (status: number, problem: object) => () => Response.json(problem, { status });

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout"] }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function answering(...answers: (() => Response)[]) {
  const bodies: Record<string, unknown>[] = [];
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    bodies.push(JSON.parse(body));
    return (answers.shift() ?? ok)();
  });
  return bodies;
}

async function workRequired() {
  const binding = { purpose: "login", network: "n" } as const;
  const work = await issueWork({ hmacKey, clock: new FakeClock(), workIterations: 1 }, binding, 40);
  return refused(429, { code: "work-required", work });
}

test("when work is asked for, it is done and the same login sent again, with what the page shows meanwhile", async () => {
  const bodies = answering(await workRequired(), await workRequired());
  const delays: LoginDelay[] = [];

  expect(await logIn(credentials, (delay) => delays.push(delay))).toEqual({ next: "code" });
  expect(bodies.map((body) => Object.keys(body))).toEqual([
    ["nip", "password"],
    ["nip", "password", "work"],
    ["nip", "password", "work"],
  ]);
  expect(delays.every(({ kind }) => kind === "work")).toBe(true);
});

test("a short lock is sat out, counting down", async () => {
  const bodies = answering(refused(429, { code: "too-many-attempts", retryAfterSeconds: 3 }));
  const delays: LoginDelay[] = [];
  const login = logIn(credentials, (delay) => delays.push(delay));
  await vi.advanceTimersByTimeAsync(3_000);

  expect(await login).toEqual({ next: "code" });
  expect(delays).toEqual([3, 2, 1].map((seconds) => ({ kind: "wait", seconds })));
  expect(bodies).toHaveLength(2);
});

test.each([
  ["a long lock", { code: "too-many-attempts", retryAfterSeconds: 900 }],
  ["a wrong password", { code: "login-refused" }],
])("%s is told at once", async (_, problem) => {
  const bodies = answering(refused(429, problem));

  await expect(logIn(credentials, () => {})).rejects.toMatchObject({ problem });
  expect(bodies).toHaveLength(1);
});

test("a service that asks for work without end is not obeyed without end", async () => {
  const asking = await workRequired();
  const bodies = answering(...Array.from({ length: 20 }, () => asking));

  await expect(logIn(credentials, () => {})).rejects.toMatchObject({
    problem: { code: "work-required" },
  });
  expect(bodies).toHaveLength(5);
});
