/** The one way to our APIs: JSON both ways, same origin, failures as two kinds of error. */
import type { Problem } from "#shared/http/problem-body.ts";
import type {
  AddressArguments,
  AnswerOf,
  CallArguments,
  FileRoute,
  MemberRoute,
  RouteName,
} from "./api-routes.ts";
import { backoffMs, wait } from "./backoff.ts";

/** What a page reads of a problem document of ours, or of one that is made from a gateway's error page. */
export type ToldProblem = Omit<Problem, "code" | "type"> & {
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
export const sessionLook = { query: { look: "1" } } as const;

const lookAddress = addressOf("GET /api/session", sessionLook);

let answeredAt = performance.now();

/** When the APIs last answered with success, in `performance.now()`: then the session's idle time began again. */
export function lastAnsweredAt(): number {
  return answeredAt;
}

/** The person of this page: who signed in on it, or the person of its first answer behind a login (member-client.ts); and whether that person pressed «Keluar». */
export const page: { person?: string; isLeft?: true } = {};

/** Checks each answer before it is used. */
type Check = (response: Response) => void;

/** What a request contains, for any route. */
export interface RequestParts {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: object;
  readonly readsOnly?: true;
}

/**
 * Calls a route that is open to guests; member-client.ts calls those behind a login. Pages of guests also ask whether somebody
 * is signed in.
 * @throws Refusal, NoAnswer
 */
export function call<Name extends Exclude<RouteName, MemberRoute | FileRoute> | "GET /api/session">(
  name: Name,
  ...input: CallArguments<Name>
): Promise<AnswerOf<Name>>;
export function call(name: RouteName, parts?: RequestParts): Promise<unknown> {
  return ask(name, parts);
}

/** The address of an image or a file. */
export function fileAddress<Name extends FileRoute>(
  name: Name,
  ...input: AddressArguments<Name>
): string;
export function fileAddress(name: FileRoute, parts?: RequestParts): string {
  return addressOf(name, parts);
}

/** Whether the route changes nothing, so that a request may be repeated. */
export function isReading(name: RouteName, { readsOnly }: RequestParts = {}): boolean {
  return name.startsWith("GET") || readsOnly === true;
}

/** Repeats a read (`retried`). A change is sent once, because only the caller knows whether repeating it is harmless. */
export async function ask(
  name: RouteName,
  parts: RequestParts = {},
  headers?: Readonly<Record<string, string>>,
  check?: Check,
): Promise<unknown> {
  const attempt = () => request(addressOf(name, parts), initOf(name, parts, headers), check);
  const response = await (isReading(name, parts) ? retried(attempt) : attempt());
  return response.status === 204 ? undefined : await response.json();
}

/** A part that is undefined is left out. */
export function addressOf(name: RouteName, { params = {}, query = {} }: RequestParts = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) search.set(key, value);
  const path = name
    .slice(name.indexOf("/"))
    .replace(/{(\w+)}/g, (_, key: string) => encodeURIComponent(params[key] ?? ""));
  return `${search}` ? `${path}?${search}` : path;
}

function initOf(
  name: RouteName,
  { body }: RequestParts,
  headers: Readonly<Record<string, string>> | undefined,
): RequestInit {
  const [method = ""] = name.split(" ");
  if (method === "GET") return {};
  return {
    method,
    headers: {
      "x-kartu": "1",
      ...headers,
      ...(body && { "content-type": "application/json" }),
    },
    body: body ? JSON.stringify(body) : null,
  };
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
    if (path !== lookAddress) answeredAt = performance.now();
    return response;
  }
  throw new Refusal(await problemOf(response));
}

/** Makes a problem from a gateway's error page: "busy" when it throttles or the function behind it has no room, else "unavailable". */
async function problemOf(response: Response): Promise<ToldProblem> {
  const { status } = response;
  const body: Partial<Problem> = await response.json().catch(() => ({}));
  return {
    reference: "",
    code: status === 503 || status === 429 ? "busy" : "unavailable",
    ...body,
    status,
  };
}

/** A lost connection is tried again twice, a busy service after the time it asks for: for what changes nothing. */
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

/** @returns undefined when another try does not help, or the wait would be too long without a message */
function pauseAfter(error: unknown, failures: number): number | undefined {
  if (error instanceof NoAnswer) return backoffMs(failures);
  if (!(error instanceof Refusal) || error.problem.code !== "busy") return undefined;
  const { retryAfterSeconds = 0 } = error.problem;
  return retryAfterSeconds <= longestPauseSeconds
    ? retryAfterSeconds * 1000 + backoffMs(failures)
    : undefined;
}
