import { type CancelMfaReset, cancelMfaReset } from "#shared/account/cancel-mfa-reset.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { Unauthenticated } from "#shared/runtime/errors.ts";
import { type FreezeAccount, freezeAccount } from "./freeze-account.ts";
import type { LinkPurpose, MailedLink, MailedLinks } from "./mailed-link.ts";
import { secretId } from "./secret.ts";

export type UseMailedLink = FreezeAccount &
  CancelMfaReset & {
    readonly links: Pick<MailedLinks, "find" | "use">;
    readonly employees: Pick<Employees, "find">;
  };

/**
 * What a link would do. It does nothing, because the programs that look through mails open links too.
 * @throws Unauthenticated `link-expired`, also when there never was such a link
 */
export async function findLink(
  { links, clock }: Pick<UseMailedLink, "links" | "clock">,
  secret: string,
): Promise<MailedLink> {
  const link = await links.find(secretId(secret));
  if (!link || clock.now().toISOString() >= link.endsAt) throw new Unauthenticated("link-expired");
  return link;
}

/** What each purpose does. It may be done again, if what comes after it failed. */
const effects: Readonly<
  Record<LinkPurpose, (dependencies: UseMailedLink, holder: Employee) => Promise<void>>
> = {
  freeze: async (dependencies, person) =>
    await freezeAccount(dependencies, { person, by: { role: "holder", id: person.id } }),
  "cancel-mfa-reset": async (dependencies, { id }) => {
    await cancelMfaReset(dependencies, { id, by: { role: "holder", id } });
  },
};

/**
 * Does what the link is for, once. A used link does nothing: after an officer has unfrozen the account, an old mail does not
 * freeze it again.
 * @throws as findLink
 */
export async function useMailedLink(dependencies: UseMailedLink, secret: string): Promise<void> {
  const { links, employees, clock } = dependencies;
  const link = await findLink(dependencies, secret);
  if (link.usedAt) return;
  const holder = await employees.find(link.employeeId);
  if (!holder) throw new Unauthenticated("link-expired");
  await effects[link.purpose](dependencies, holder);
  await links.use(link.id, clock.now());
}
