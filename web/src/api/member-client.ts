/**
 * The client of the APIs behind a login. A browser has one login for all its tabs, so a page may send a request after somebody
 * else has signed in. So each change names the person of its page, and an answer for somebody else is not used.
 */
import type { PersonHeader } from "#shared/http/person.ts";
import type {
  AnswerOf,
  CallArguments,
  FileRoute,
  MemberRoute,
  RouteName,
  TaggedRoute,
} from "./api-routes.ts";
import { addressOf, ask, isReading, page, Refusal, type RequestParts, request } from "./client.ts";

const personHeader: PersonHeader = "x-kartu-person";

/** That nobody is signed in is told to pages of guests alone. */
type MemberAnswerOf<Name extends MemberRoute> = Name extends "GET /api/session"
  ? NonNullable<AnswerOf<Name>>
  : AnswerOf<Name>;

/** Calls a route behind a login. @throws Refusal, `other-person` among them; NoAnswer */
export function call<Name extends Exclude<MemberRoute, FileRoute>>(
  name: Name,
  ...input: CallArguments<Name>
): Promise<MemberAnswerOf<Name>>;
export async function call(name: RouteName, parts?: RequestParts): Promise<unknown> {
  if (isReading(name, parts)) return await ask(name, parts, {}, checkPerson);
  // Before the first answer the page is for the person who is signed in now.
  if (!page.person) await call("GET /api/session");
  return await ask(name, parts, { [personHeader]: page.person ?? "" }, checkPerson);
}

/**
 * Reads once unless it is unchanged since `etag`.
 * @param asked the answer to the same request, if it was sent already @throws as `call`
 */
export async function callIfChanged<Name extends TaggedRoute>(
  name: Name,
  etag: string | undefined,
  asked?: Promise<Response>,
): Promise<{ readonly body: AnswerOf<Name>; readonly etag: string | undefined } | undefined> {
  const headers = etag ? { "if-none-match": etag } : {};
  const response = await request(addressOf(name), { headers }, checkPerson, asked);
  if (response.status === 304) return undefined;
  return { body: await response.json(), etag: response.headers.get("etag") ?? undefined };
}

/** Sends a change. A change for another person is refused, so that nobody's card or record gets it. */
function checkPerson({ headers }: Response): void {
  const answered = headers.get(personHeader);
  if (!answered) return;
  page.person ??= answered;
  if (answered === page.person) return;
  // If the dialog does not arrive, the refusal says the same.
  import("../session/other-person-dialog.tsx").then(({ coverPage }) => coverPage()).catch(() => {});
  throw new Refusal({
    status: 409,
    code: "other-person",
    reference: "",
  });
}
