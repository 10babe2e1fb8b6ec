/**
 * The client of the APIs behind a login. A browser has one login for all its tabs, so a page may send a request after somebody
 * else has signed in. So each change names the person of its page, and an answer for somebody else is not used.
 */
import type { PersonHeader } from "#shared/http/person.ts";
import {
  get as clientGet,
  getIfChanged as clientGetIfChanged,
  send as clientSend,
  page,
  Refusal,
  retried,
} from "./client.ts";

const personHeader: PersonHeader = "x-kartu-person";

/** @throws Refusal `other-person`, as every function here */
export const get = <Answer>(path: string) => clientGet<Answer>(path, checkPerson);

export const getIfChanged = <Answer>(
  path: string,
  etag: string | undefined,
  asked?: Promise<Response>,
) => clientGetIfChanged<Answer>(path, etag, checkPerson, asked);

export async function send<Answer = void>(
  method: "POST" | "PATCH",
  path: string,
  body?: object,
): Promise<Answer> {
  // Before the first answer the page is for the person who is signed in now.
  if (!page.person) await get("/api/session");
  const headers = { [personHeader]: page.person ?? "" };
  return await clientSend<Answer>(method, path, body, headers, checkPerson);
}

/** Reads with a body, for what no address may contain. It is tried again, as `get`. */
export async function search<Answer>(path: string, body: object): Promise<Answer> {
  return await retried(() => clientSend<Answer>("POST", path, body, {}, checkPerson));
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
    type: "about:blank",
    status: 409,
    code: "other-person",
    reference: "",
  });
}
