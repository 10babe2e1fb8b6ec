/** Logins of people and of programs that guess. */
import { workChallenge } from "#shared/captcha/captcha.ts";
import { doWork } from "../../support/solve-captcha.ts";
import { type Browser, password, type sessionApiUnderTest } from "./session-api-under-test.ts";

/** Sends number and password. @param work what the answer before asked for, done */
export const login = (page: Browser, nip: string, given: string = password, work?: object) =>
  page.post("/api/session/login", { nip, password: given, ...(work && { work }) });
/** The work that an answer requires before a password is checked. */
export const workOf = (answer: { body: Readonly<Record<string, unknown>> }) =>
  workChallenge.parse(answer.body.work);

/** Fails like a program that guesses: it waits as long as it must, and does the work. */
export async function failing(
  { browser, clock }: ReturnType<typeof sessionApiUnderTest>,
  nip: string,
  times: number,
  address?: string,
): Promise<void> {
  for (let failures = 0; failures < times; ) {
    let answer = await login(browser(address), nip, "wrong");
    const { retryAfterSeconds } = answer.body;
    if (retryAfterSeconds) clock.advance({ seconds: Number(retryAfterSeconds) });
    if (answer.body.work)
      answer = await login(browser(address), nip, "wrong", doWork(answer.body.work));
    if (answer.status === 401) failures += 1;
  }
}
