/** The one way to our APIs: JSON both ways, same origin, failures as two kinds of error. */
import type { Problem } from "#shared/http/problem-body.ts";
import { backoffMs, wait } from "./backoff.ts";

/** A problem document of ours, or one that is made from a gateway's error page. */
export type ToldProblem = Omit<Problem, "code"> & {
  readonly code: Problem["code"] | "unavailable";
};

/** The API answered with a refusal. */
export class Refusal extends Error {
  declare readonly problem: ToldProblem;
  constructor(problem: ToldProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** No answer came. It is unknown whether the request arrived. */
export class NoAnswer extends Error {}

const timeoutMs = 30_000;
const readAttempts = 3;
const longestPauseSeconds = 10;

/** Reads the state of the session without being an activity: it does not prolong the session. */
export const sessionLook = "/api/session?look=1";

let answeredAt = performance.now();

/** When the APIs last answered with success, in `performance.now()`: then the session's idle time began again. */
export function lastAnsweredAt(): number {
  return answeredAt;
}

/** The person of this page: who signed in on it, or the person of its first answer behind a login (member-client.ts). */
export const page: { person?: string } = {};

/** Checks each answer before it is used. */
type Check = (response: Response) => void;

/** Reads, and is `retried`. */
export async function get<Answer>(path: string, check?: Check): Promise<Answer> {
  return (await retried(() => request(path, {}, check))).json();
}

/** Reads unless it is unchanged since `etag`. @param asked the answer to the same request, if it was sent already */
export async function getIfChanged<Answer>(
  path: string,
  etag: string | undefined,
  check?: Check,
  asked?: Promise<Response>,
): Promise<{ readonly body: Answer; readonly etag: string | undefined } | undefined> {
  const headers = etag ? { "if-none-match": etag } : {};
  const response = await request(path, { headers }, check, asked);
  if (response.status === 304) return undefined;
  return {
    body: await response.json(),
    etag: response.headers.get("etag") ?? undefined,
  };
}

/** Changes something. It is never repeated automatically, because only the caller knows whether that is harmless. */
export async function send<Answer = void>(
  method: "POST" | "PATCH",
  path: string,
  body?: object,
  headers?: Readonly<Record<string, string>>,
  check?: Check,
): Promise<Answer> {
  const init = {
    method,
    headers: {
      "x-kartu": "1",
      ...headers,
      ...(body && { "content-type": "application/json" }),
    },
    body: body ? JSON.stringify(body) : null,
  };
  const response = await request(path, init, check);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

/** @throws Refusal, NoAnswer */
export async function request(
  path: string,
  init: RequestInit,
  check?: Check,
  asked?: Promise<Response>,
): Promise<Response> {
  const answer =
    asked ??
    fetch(path, {
      ...init,
      cache: "no-store",
      credentials: "same-origin",
      signal: AbortSignal.timeout(timeoutMs),
    });
  const response = await answer.catch((error: unknown) => {
    throw new NoAnswer("no answer", { cause: error });
  });
  check?.(response);
  if (response.ok || response.status === 304 || response.type === "opaqueredirect") {
    if (path !== sessionLook) answeredAt = performance.now();
    return response;
  }
  throw new Refusal(await problemOf(response));
}

/** Makes a problem from a gateway's error page: "busy" when it throttles, else "unavailable". */
async function problemOf(response: Response): Promise<ToldProblem> {
  const body: Partial<Problem> = await response.json().catch(() => ({}));
  return {
    type: "about:blank",
    code: response.status === 429 ? "busy" : "unavailable",
    reference: "",
    ...body,
    status: response.status,
  };
}

/** For requests that change nothing: tries a lost connection twice more, and a busy service after the time that it names. */
export async function retried<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let failures = 1; ; failures++) {
    try {
      return await attempt();
    } catch (error) {
      const pauseMs = pauseAfter(error, failures);
      if (pauseMs === undefined || failures === readAttempts) throw error;
      await wait(pauseMs);
    }
  }
}

/** @returns undefined when another try does not help, or the wait would be too long without a message */
function pauseAfter(error: unknown, failures: number): number | undefined {
  if (error instanceof NoAnswer) return backoffMs(failures);
  if (!(error instanceof Refusal) || error.problem.code !== "busy") return undefined;
  const { retryAfterSeconds = 0 } = error.problem;
  return retryAfterSeconds <= longestPauseSeconds
    ? retryAfterSeconds * 1000 + backoffMs(failures)
    : undefined;
}
