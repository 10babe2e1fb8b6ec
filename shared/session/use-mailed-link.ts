import { type CancelMfaReset, cancelMfaReset } from "#shared/account/cancel-mfa-reset.ts";
import type { Origin } from "#shared/audit/origin.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { Conflict, Unauthenticated } from "#shared/runtime/errors.ts";
import { accountIdOf } from "./account-state.ts";
import { type ContactChanges, type ContactField, changeOf } from "./contact-change.ts";
import { type FreezeAccount, freezeAccount } from "./freeze-account.ts";
import type { LinkAnswer } from "./link-messages.ts";
import type { LinkPurpose, MailedLink, MailedLinks } from "./mailed-link.ts";
import { secretId } from "./secret.ts";
import type { Sessions } from "./sessions.ts";
import { cancelContactChange } from "./wait-for-contact-change.ts";

export type UseMailedLink = FreezeAccount &
  CancelMfaReset & {
    readonly links: Pick<MailedLinks, "find" | "use">;
    readonly employees: Pick<Employees, "find">;
    readonly contactChanges: Pick<ContactChanges, "of" | "take">;
    readonly sessions: Pick<Sessions, "freeze" | "findAccount">;
  };

interface Found {
  readonly link: MailedLink;
  readonly holder: Employee;
}

/**
 * What a link would do. It does nothing, because the programs that look through mails open links too.
 * @throws Unauthenticated `link-expired`, also when there never was such a link
 */
export async function lookAtLink(dependencies: UseMailedLink, secret: string): Promise<LinkAnswer> {
  const found = await findLink(dependencies, secret);
  const { purpose, about } = found.link;
  return { purpose, about, state: await stateOf(dependencies, found) };
}

async function stateOf(dependencies: UseMailedLink, found: Found): Promise<LinkAnswer["state"]> {
  const { purpose, usedAt } = found.link;
  if (usedAt) return "used";
  if (purpose !== "freeze") return (await waits[purpose](dependencies, found)) ? "open" : "late";
  await refuseStale(dependencies, found);
  return "open";
}

type Cancelling = Exclude<LinkPurpose, "freeze">;

/** Whether what a link cancels still waits. */
const waits: Readonly<
  Record<Cancelling, (dependencies: UseMailedLink, found: Found) => Promise<boolean>>
> = {
  "cancel-mfa-reset": async ({ accountRecords }, { link, holder }) => {
    const reset = (await accountRecords.summary(holder.id))?.mfaReset;
    return reset !== undefined && reset.id === link.matterId;
  },
  "cancel-email-change": doesChangeWait("email"),
  "cancel-phone-change": doesChangeWait("phone"),
};

function doesChangeWait(field: ContactField) {
  return async ({ contactChanges }: UseMailedLink, { link, holder }: Found): Promise<boolean> =>
    changeOf(await contactChanges.of(holder.id), field)?.id === link.matterId;
}

/** Cancels what the link's mail was about, and nothing else. @returns false when it does not wait any more */
const cancels: Readonly<
  Record<
    Cancelling,
    (dependencies: UseMailedLink, found: Found, origin: Origin) => Promise<boolean>
  >
> = {
  "cancel-mfa-reset": async (dependencies, { link, holder: { id } }, origin) => {
    const by = { role: "holder", id } as const;
    const resetId = link.matterId ?? "";
    return await cancelMfaReset(dependencies, { id, by, origin, resetId });
  },
  "cancel-email-change": cancelChange("email"),
  "cancel-phone-change": cancelChange("phone"),
};

function cancelChange(field: ContactField) {
  return async (dependencies: UseMailedLink, { link, holder }: Found, origin: Origin) => {
    const { id: employeeId } = holder;
    const by = { role: "holder", id: employeeId } as const;
    const changeId = link.matterId ?? "";
    return await cancelContactChange(dependencies, { employeeId, field, by, origin, changeId });
  };
}

interface Use {
  readonly secret: string;
  readonly origin: Origin;
  /** Freezes the account by a link that cancels: what it was to cancel is done already. */
  readonly freezes?: boolean | undefined;
}

/**
 * Does what the link is for, once. It may be done again, if what comes after it failed.
 * @returns what was done
 * @throws Unauthenticated `link-expired`, also of one that freezes when an officer has unfrozen the account or the address has changed
 * since its mail; Conflict `nothing-to-cancel` when what it cancels does not wait any more
 */
export async function useMailedLink(
  dependencies: UseMailedLink,
  { secret, origin, freezes = false }: Use,
): Promise<LinkPurpose> {
  const found = await findLink(dependencies, secret);
  const { link, holder } = found;
  const { purpose } = link;
  if (purpose === "freeze" || freezes) {
    if (purpose === "freeze" && link.usedAt) return purpose;
    await refuseStale(dependencies, found);
    const by = { role: "holder", id: holder.id } as const;
    await freezeAccount(dependencies, { person: holder, by, origin });
  } else {
    if (link.usedAt) return purpose;
    if (!(await cancels[purpose](dependencies, found, origin)))
      throw new Conflict("nothing-to-cancel");
  }
  await dependencies.links.use(link.id, dependencies.clock.now());
  return freezes ? "freeze" : purpose;
}

/** @throws Unauthenticated `link-expired` */
async function findLink(
  { links, employees, clock }: Pick<UseMailedLink, "links" | "employees" | "clock">,
  secret: string,
): Promise<Found> {
  const link = await links.find(secretId(secret));
  if (!link || clock.now().toISOString() >= link.endsAt) throw new Unauthenticated("link-expired");
  const holder = await employees.find(link.employeeId);
  if (!holder) throw new Unauthenticated("link-expired");
  return { link, holder };
}

/**
 * Old mails freeze nothing: neither what an officer has opened after having met the holder, nor by the mailbox of before a change of
 * the address, which is told of that change with a link of its own.
 * @throws Unauthenticated `link-expired`
 */
async function refuseStale(
  { sessions }: Pick<UseMailedLink, "sessions">,
  { link: { about }, holder }: Found,
): Promise<void> {
  const { unfrozenAt = "" } = await sessions.findAccount(accountIdOf(holder.nip));
  if (about <= unfrozenAt || about < (holder.emailChangedAt ?? ""))
    throw new Unauthenticated("link-expired");
}
