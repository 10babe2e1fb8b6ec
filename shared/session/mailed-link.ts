/**
 * A link in a mail to a holder, by which who did not do what the mail tells stops it without a login. Its secret stands behind
 * the # of the address, which browsers send to no server, so it is in no log (decision 0034).
 */
import * as z from "zod";
import { employeeId } from "#shared/employee/employee.ts";
import { newSecret, secretId } from "./secret.ts";

/** What a link does. */
export const linkPurposes = [
  "freeze",
  "cancel-mfa-reset",
  "cancel-email-change",
  "cancel-phone-change",
] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

export const mailedLink = z.object({
  /** SHA-256 of the link's secret. */
  id: z.string(),
  purpose: z.enum(linkPurposes),
  employeeId,
  /** Of one that cancels: the reset or change of its mail. It cancels no other. */
  matterId: z.string().optional(),
  /** ISO instants: of what the mail tells, and until when the link can be used. */
  about: z.string(),
  endsAt: z.string(),
  /** ISO instant of its use. It does nothing a second time. */
  usedAt: z.string().optional(),
});
export type MailedLink = Readonly<z.infer<typeof mailedLink>>;

export interface MailedLinks {
  add(link: MailedLink): Promise<void>;
  /** Strongly consistent. */
  find(id: string): Promise<MailedLink | undefined>;
  /** @returns false when it was used before */
  use(id: string, at: Date): Promise<boolean>;
}

/** Long enough for who comes back from a week's leave, short enough that an old mailbox holds few of them. */
export const linkDays = 7;

/** @returns the secret that stands in the mail; only its hash is stored */
export async function makeLink(
  links: Pick<MailedLinks, "add">,
  link: Pick<MailedLink, "purpose" | "employeeId" | "about" | "matterId">,
  now: Date,
): Promise<string> {
  const secret = newSecret();
  const endsAt = new Date(now.getTime() + linkDays * 86_400_000).toISOString();
  await links.add({ ...link, id: secretId(secret), endsAt });
  return secret;
}

/** @param siteUrl without a slash at its end */
export function linkAddress(siteUrl: string, secret: string): string {
  return `${siteUrl}/bukan-saya#${secret}`;
}
