/**
 * One browser, two people: a page that was opened by one may ask after another has signed in. Each change says whom its
 * page thinks is signed in; each answer says who is.
 */
import { Conflict } from "#shared/runtime/errors.ts";
import type { PersonHeader } from "./contract.ts";
import type { ApiEvent } from "./routes.ts";

/** Carries the opaque `person` of SessionAnswer, both ways. */
export const personHeader: PersonHeader = "x-kartu-person";

const people = new WeakMap<ApiEvent["requestContext"], string>();

/**
 * Notes for whom the answer is, and refuses a change that was meant for somebody else, or does not say.
 * @throws Conflict `other-person`
 */
export function meantFor(event: ApiEvent, person: string): void {
  people.set(event.requestContext, person);
  if (event.requestContext.http.method === "GET") return;
  if (event.headers[personHeader] !== person) throw new Conflict("other-person");
}

/** For whom a request was answered; undefined when nobody had to be signed in. */
export function personOf(event: ApiEvent): string | undefined {
  return people.get(event.requestContext);
}
