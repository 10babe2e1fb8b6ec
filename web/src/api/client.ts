/** The one way to our APIs: JSON both ways, same origin, failures as two kinds of error. */
import type { PersonHeader, Problem } from "#shared/http/contract.ts";
import { backoffMs, wait } from "./backoff.ts";

/** The API answered, and the answer is no. */
export class Refusal extends Error {
  declare readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** No answer came. Whether the request arrived is unknown. */
export class NoAnswer extends Error {}

const timeoutMs = 30_000;
const readAttempts = 3;
const longestPauseSeconds = 10;

let answeredAt = Date.now();

/** When the APIs last said yes, by this device's clock: that is when the session's idle time began again. */
export function lastAnsweredAt(): number {
  return answeredAt;
}

/** Carries the opaque `person` of SessionAnswer, both ways; see shared/http/person.ts. */
const personHeader: PersonHeader = "x-kartu-person";

let person: string | undefined;
/** Told to the window when an answer is for somebody else: another tab signed in meanwhile. */
export const otherPersonEvent = "kartu-other-person";

/** Whom this page is for from now on: who has just signed in on it. Otherwise it is for whoever its first answer was for. */
export function belongTo(signedIn: string): void {
  person = signedIn;
}

/** Reads; a lost connection is tried again twice, a busy service after the time it asks for. */
export async function get<Answer>(path: string): Promise<Answer> {
  return (await retried(() => request(path, {}))).json() as Promise<Answer>;
}

/** Reads unless it is still what `etag` names. */
export async function getIfChanged<Answer>(
  path: string,
  etag: string | undefined,
): Promise<{ readonly body: Answer; readonly etag: string | undefined } | undefined> {
  const headers = etag ? { "if-none-match": etag } : {};
  const response = await request(path, { headers });
  if (response.status === 304) return undefined;
  return {
    body: (await response.json()) as Answer,
    etag: response.headers.get("etag") ?? undefined,
  };
}

/** Changes something. Never repeated by itself: only the caller knows whether twice is harmless. */
export async function send<Answer = void>(
  method: "POST" | "PATCH",
  path: string,
  body?: object,
): Promise<Answer> {
  const response = await request(path, {
    method,
    headers: {
      "x-kartu": "1",
      ...(await personOf(path)),
      ...(body && { "content-type": "application/json" }),
    },
    body: body ? JSON.stringify(body) : null,
  });
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

/** A change behind a login says whom its page thinks is signed in; before anything was read, who is. */
async function personOf(path: string): Promise<Record<string, string>> {
  if (path.startsWith("/api/session/")) return {};
  if (!person) await get("/api/session");
  return person ? { [personHeader]: person } : {};
}

/**
 * An answer for somebody else is not shown, and a refused change was not made.
 * @throws Refusal `other-person`
 */
function checkPerson(response: Response): void {
  const answered = response.headers.get(personHeader);
  if (!answered) return;
  person ??= answered;
  if (answered === person) return;
  dispatchEvent(new Event(otherPersonEvent));
  throw new Refusal({ type: "about:blank", status: 409, code: "other-person", reference: "" });
}

async function request(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, {
    ...init,
    cache: "no-store",
    credentials: "same-origin",
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((error: unknown) => {
    throw new NoAnswer("no answer", { cause: error });
  });
  checkPerson(response);
  if (response.ok || response.status === 304) {
    answeredAt = Date.now();
    return response;
  }
  throw new Refusal(await problemOf(response));
}

/** A gateway's own error page is no problem document: it becomes "busy" when it throttles, else "unavailable". */
async function problemOf(response: Response): Promise<Problem> {
  const body: Partial<Problem> = await response.json().catch(() => ({}));
  return {
    type: "about:blank",
    code: response.status === 429 ? "busy" : "unavailable",
    reference: "",
    ...body,
    status: response.status,
  };
}

async function retried<Result>(attempt: () => Promise<Result>): Promise<Result> {
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
