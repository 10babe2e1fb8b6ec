/** What the record says of whoever is signed in; nothing where nobody is. */
import { call } from "../api/member-client.ts";

export async function ownContact(): Promise<{ nip: string; email: string; phone: string }> {
  const [contact, fields] = await Promise.all([
    call("GET /api/account/contact"),
    call("GET /api/requests/mine/fields"),
  ]);
  return { nip: fields.nip, email: contact.email ?? "", phone: contact.phone ?? "" };
}
