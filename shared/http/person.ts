/**
 * Two people may use one browser: a page that one of them opened may send a request after the other has signed in. So each
 * change says who is signed in by its page's knowledge, and each answer says who really is.
 */
import { Conflict } from "#shared/runtime/errors.ts";
import type { HttpRequest } from "./http-request.ts";

/** Carries the opaque `person` of SessionAnswer, both ways. */
export const personHeader = "x-kartu-person";
export type PersonHeader = typeof personHeader;

/**
 * Notes whom the answer is for, and refuses a change that names somebody else or nobody.
 * @throws Conflict `other-person`
 */
export function meantFor(request: HttpRequest, person: string): void {
  request.person = person;
  if (request.isChange && request.header(personHeader) !== person)
    throw new Conflict("other-person");
}
