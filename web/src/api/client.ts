/** The one way to our APIs: JSON both ways, same origin, failures as two kinds of error. */
import type { Problem } from "#shared/http/problem-body.ts";
import { backoffMs, wait } from "./backoff.ts";

/** A problem of ours, or what a gateway's own error page becomes. */
export type ToldProblem = Omit<Problem, "code"> & {
  readonly code: Problem["code"] | "unavailable";
};

/** The API answered, and the answer is no. */
export class Refusal extends Error {
  declare readonly problem: ToldProblem;
  constructor(problem: ToldProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** No answer came. Whether the request arrived is unknown. */
export class NoAnswer extends Error {}

const timeoutMs = 30_000;
const readAttempts = 3;
const longestPauseSeconds = 10;

/** Asks how the session is, and is no activity: the server does not prolong it, nor may the page think so. */
export const sessionLook = "/api/session?look=1";

let answeredAt = performance.now();

/** When the APIs last said yes, in `performance.now()`: that is when the session's idle time began again. */
export function lastAnsweredAt(): number {
  return answeredAt;
}

/** Whom this page is for: who signed in on it, or whoever its first answer behind a login was for (member-client.ts). */
export const page: { person?: string } = {};

/** Looks at each answer before anything is made of it. */
type Check = (response: Response) => void;

/** Reads, and is `retried`. */
export async function get<Answer>(path: string, check?: Check): Promise<Answer> {
  return (await retried(() => request(path, {}, check))).json();
}

/** Reads unless it is still what `etag` names. @param asked the answer to the same request, when it is under way already */
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

/** Changes something. Never repeated by itself: only the caller knows whether twice is harmless. */
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

/** A gateway's own error page is no problem document: it becomes "busy" when it throttles, else "unavailable". */
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

/** A lost connection is tried again twice, a busy service after the time it asks for: for what changes nothing. */
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

/** @returns undefined when trying again is no use, or would be too long a wait without a word */
function pauseAfter(error: unknown, failures: number): number | undefined {
  if (error instanceof NoAnswer) return backoffMs(failures);
  if (!(error instanceof Refusal) || error.problem.code !== "busy") return undefined;
  const { retryAfterSeconds = 0 } = error.problem;
  return retryAfterSeconds <= longestPauseSeconds
    ? retryAfterSeconds * 1000 + backoffMs(failures)
    : undefined;
}
