/**
 * One browser, two people: a page that was opened by one may ask after another has signed in. Each change says whom its
 * page thinks is signed in; each answer says who is.
 */
import { Conflict } from "#shared/runtime/errors.ts";
import type { HttpRequest } from "./http-request.ts";

/** Carries the opaque `person` of SessionAnswer, both ways. */
export const personHeader = "x-kartu-person";
export type PersonHeader = typeof personHeader;

/**
 * Notes for whom the answer is, and refuses a change that was meant for somebody else, or does not say.
 * @throws Conflict `other-person`
 */
export function meantFor(request: HttpRequest, person: string): void {
  request.person = person;
  if (request.isChange && request.header(personHeader) !== person)
    throw new Conflict("other-person");
}
