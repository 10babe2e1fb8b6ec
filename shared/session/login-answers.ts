/** What the API tells a page during the login, and about its session. */
import * as z from "zod";
import { roles } from "#shared/access/role.ts";
import { employeeId } from "#shared/employee/employee.ts";
import { zones } from "#shared/runtime/zone.ts";

/** What comes next: a code of the authenticator, or the registration of one. */
export const loginAnswer = z.strictObject({
  next: z.enum(["code", "enrolment"]),
  /** For the device's clock beside ours. */
  serverTime: z.iso.datetime(),
});
export type LoginAnswer = z.infer<typeof loginAnswer>;

/** After a new password: who has no authenticator registers one at once. */
export const resetAnswer = z.strictObject({ next: z.enum(["login", "enrolment"]) });

/** What nobody can read again. */
export const recoveryCodesAnswer = z.strictObject({
  recoveryCodes: z.array(z.string()).readonly(),
});

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
  /** An opaque name of the person. A change sends it back in `x-kartu-person`; a wrong one is answered with 409 `other-person`. */
  person: employeeId,
  roles: z.array(z.enum(roles)).readonly(),
  /** Name with degrees, for the page's header. */
  displayName: z.string(),
  instansi: z.string(),
  /** By which the agency's people read the clock. */
  zone: z.enum(zones),
  serverTime: z.iso.datetime(),
  /** When the session ends if nothing is done (idle), and at the latest (absolute). */
  idleEndsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
});
export type SessionAnswer = z.infer<typeof sessionAnswer>;
