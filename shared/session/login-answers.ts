/** What a page is told on the way in, and of the session it has. */
import * as z from "zod";
import { roles } from "#shared/access/role.ts";
import { employeeId } from "#shared/employee/employee.ts";

/** What is asked next: a code of the authenticator, or that one is registered. */
export const loginAnswer = z.strictObject({ next: z.enum(["code", "enrolment"]) });
export type LoginAnswer = z.infer<typeof loginAnswer>;

export const enrolmentAnswer = z.strictObject({
  /** Base32 key as text. */
  secret: z.string(),
  otpauthUri: z.string(),
  /** QR of otpauthUri as an SVG document. */
  qr: z.string(),
  /** For the clock diagnosis. */
  serverTime: z.iso.datetime(),
});
export type EnrolmentAnswer = z.infer<typeof enrolmentAnswer>;

export const sessionAnswer = z.strictObject({
  /** Opaque: names the person towards us. A change carries it back in `x-kartu-person`; another one's is 409 `other-person`. */
  person: employeeId,
  roles: z.array(z.enum(roles)).readonly(),
  /** Name with degrees, for the page's header. */
  displayName: z.string(),
  instansi: z.string(),
  serverTime: z.iso.datetime(),
  /** When the session ends if nothing is done (idle), and at the latest (absolute). */
  idleEndsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
});
export type SessionAnswer = z.infer<typeof sessionAnswer>;
