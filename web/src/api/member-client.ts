/**
 * The way to the APIs behind a login. A browser has one login for all its tabs, so a page may ask after somebody else has
 * signed in: each change says whom its page is for, and an answer for somebody else is not taken.
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
  // Before anything was read, the page is for whoever is signed in now.
  if (!page.person) await get("/api/session");
  const headers = { [personHeader]: page.person ?? "" };
  return await clientSend<Answer>(method, path, body, headers, checkPerson);
}

/** Reads what no address may name: it is asked for in the body. As `get`, it is tried again. */
export async function search<Answer>(path: string, body: object): Promise<Answer> {
  return await retried(() => clientSend<Answer>("POST", path, body, {}, checkPerson));
}

/** A refused change was not made, so that nobody's card or record gets what another one meant. */
function checkPerson({ headers }: Response): void {
  const answered = headers.get(personHeader);
  if (!answered) return;
  page.person ??= answered;
  if (answered === page.person) return;
  // Should the dialog not arrive, the refusal says the same at its place.
  import("../session/other-person-dialog.tsx").then(({ coverPage }) => coverPage()).catch(() => {});
  throw new Refusal({
    type: "about:blank",
    status: 409,
    code: "other-person",
    reference: "",
  });
}
