/** What a login costs the processor of session-api, beside a handler of the same API that does nothing. */
import { noContent } from "#shared/http/answers.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { anyone, route } from "#shared/http/route.ts";
import { logger } from "#shared/runtime/logger.ts";
import {
  password,
  sessionApiUnderTest,
  siti,
} from "../test/functions/session-api/session-api-under-test.ts";
import { callApi, handlerOptions } from "../test/support/call-api.ts";
import { rightCode } from "../test/support/users-in-memory.ts";
import type { Bench } from "./bench.ts";
import { inTurns, median, percentile, rounded, type Sample, timed } from "./measure.ts";

/** Milliseconds of the processor that 95 of 100 logins may take more than two empty answers (issue «Accounts»). */
const goalMs = 30;

export const login: Bench = {
  about:
    "password and code through session-api's handler, Cognito and tables in memory, without the log: its own time on the processor, beside two empty answers of the same kind of handler",
  rounds: 300,
  async measure({ rounds }) {
    // Its lines would stand between the figures; both subjects write none.
    logger.setLogLevel("SILENT");
    const subjects = { login: loginSubject(), empty: emptySubject() };
    const { login: logins, empty } = await inTurns(subjects, { rounds, warmUp: 50 });
    const cpu = (samples: readonly Sample[]) => samples.map(({ cpuMs }) => cpuMs);
    const own = percentile(cpu(logins), 0.95) - percentile(cpu(empty), 0.95);
    return {
      ratios: { goal: rounded(goalMs / own) },
      figures: {
        loginCpuP50Ms: rounded(median(cpu(logins))),
        loginCpuP95Ms: rounded(percentile(cpu(logins), 0.95)),
        emptyCpuP50Ms: rounded(median(cpu(empty))),
        emptyCpuP95Ms: rounded(percentile(cpu(empty), 0.95)),
        ownCpuP95Ms: rounded(own),
      },
    };
  },
};

/** Both steps in one browser, half a minute after the one before, so that no limit is met. @throws Error when it is refused */
function loginSubject(): () => Promise<Sample> {
  const { browser, clock, users } = sessionApiUnderTest();
  const page = browser();
  return async () => {
    clock.advance({ seconds: 30 });
    users.nextCode();
    const statuses: number[] = [];
    const sample = await timed(async () => {
      statuses.push((await page.post("/api/session/login", { nip: siti.nip, password })).status);
      statuses.push((await page.post("/api/session/code", { code: rightCode })).status);
    });
    if (statuses.some((status) => status !== 200))
      throw new Error(`A login was answered with ${statuses.join(", ")}.`);
    return sample;
  };
}

function emptySubject(): () => Promise<Sample> {
  const empty = route({
    method: "POST",
    path: "/api/nothing",
    summary: "Nothing",
    access: anyone,
    answers: { 204: "nothing" },
    handle: async () => noContent(),
  });
  const handler = apiHandler([empty], handlerOptions);
  const call = () => callApi(handler, { method: "POST", path: "/api/nothing", body: {} });
  return () =>
    timed(async () => {
      await call();
      await call();
    });
}
