/** Reminders to the people of a list: who gets one, who is left out and why (decision 0040). The pages read the lists. */
import * as z from "zod";
import { personId } from "#shared/access/role.ts";
import type { Officer } from "#shared/access/scope.ts";
import type { AccountAction } from "#shared/audit/account-actions.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import { cardStatus, type Employee } from "#shared/employee/employee.ts";
import { isOpenTo } from "#shared/employee/is-open-to.ts";
import { listedSince } from "#shared/employee/record-lists.ts";
import type { Id } from "#shared/runtime/ids.ts";
import { ifReadable } from "#shared/runtime/stored-item.ts";
import { type MarkedList, markedLists, type RemindedList, remindedLists } from "./account-lists.ts";
import type { AccountRecords, AccountSummary } from "./account-record.ts";

/** What each reminder is called in the account's history; its notice is the mail (`toldActions`). */
export const reminderOf = {
  "not-activated": "activation-resent",
  "no-authenticator": "authenticator-reminded",
  "photo-refused": "photo-reminded",
  "no-photo": "photo-reminded",
  "no-phone": "phone-reminded",
} as const satisfies Record<RemindedList, AccountAction>;

/** Nobody is reminded again so soon, milliseconds: whoever asks, from whichever list. */
export const betweenRemindersMs = 7 * 86_400_000;

/** The most people of one run. */
export const mostReminded = 500;

/** What a run does, in its bulk work. */
const someRun = {
  /** The units of who asked; absent where that is the whole agency. */
  units: z.array(z.string()).readonly().optional(),
  /** How many were to be reminded at the start. */
  total: z.int(),
};
const listRun = z.object({
  ...someRun,
  list: z.enum(remindedLists),
  /** Only people of this unit. */
  unitKerja: z.string().optional(),
  /** The last place of the list that was previewed: whoever came later is not meant. */
  through: z.string(),
});
const markedRun = z.object({
  ...someRun,
  list: z.enum(markedLists),
  /** Exactly them. */
  ids: z.array(personId).readonly(),
});
export const reminderRun = z.union([listRun, markedRun]);
export type ReminderRun = Readonly<z.infer<typeof reminderRun>>;
export type ListRun = Readonly<z.infer<typeof listRun>>;
export type MarkedRun = Readonly<z.infer<typeof markedRun>>;

/** "unreadable": the record or the account; an operator has been alarmed. */
export type LeftOutReason = "no-address" | "recently" | "not-activated" | "unreadable";

/**
 * Why somebody in a list gets no reminder: no address that mails reach, one in the last week, or another step comes first.
 * @returns "elsewhere" for who is not in the list any more; undefined when one is due
 */
export function whyNot(
  person: Employee,
  account: RemindableAccount,
  { list, now }: { readonly list: RemindedList; readonly now: Date },
): LeftOutReason | "elsewhere" | undefined {
  if (account === "unreadable") return account;
  const { state = "not-activated", reminded } = account ?? {};
  const isOfState = list === "not-activated" || list === "no-authenticator";
  if (isOfState && state !== list) return "elsewhere";
  if (!account || person.email === undefined || person.emailFailedAt !== undefined)
    return "no-address";
  if (!isOfState && state === "not-activated") return "not-activated";
  const since = reminded && now.getTime() - Date.parse(reminded.sentAt);
  return since !== undefined && since < betweenRemindersMs ? "recently" : undefined;
}

/** "not-needed": not in the list, or has left. */
export const markedReasons = [
  ...(["out-of-scope", "not-needed", "no-address"] as const),
  ...(["recently", "not-activated", "unreadable"] as const),
] as const satisfies readonly (LeftOutReason | "out-of-scope" | "not-needed")[];
export type MarkedReason = (typeof markedReasons)[number];

/** Why somebody who was marked gets no reminder, whether the list is read or not; undefined when one is due. */
export function whyNotMarked(
  person: Employee | undefined,
  account: RemindableAccount,
  { list, by, now }: { readonly list: MarkedList; readonly by: Officer; readonly now: Date },
): MarkedReason | undefined {
  if (!isOpenTo(by, person)) return "out-of-scope";
  const isOfRecord = list === "no-photo" || list === "no-phone";
  const isListed = !isOfRecord || listedSince(person)[list] !== undefined;
  if (!isListed || cardStatus(person, now) === "ended") return "not-needed";
  const why = whyNot(person, account, { list, now });
  return why === "elsewhere" ? "not-needed" : why;
}

/** An account as reminders need it: one that cannot be read is reported, and nobody else waits for it. */
export async function remindable(
  accountRecords: Pick<AccountRecords, "summary">,
  employeeId: Id<"emp">,
): Promise<RemindableAccount> {
  const reading = accountRecords.summary(employeeId);
  return await ifReadable(
    { name: "account-record", ids: { employeeId } },
    reading,
    "unreadable" as const,
  );
}
export type RemindableAccount = AccountSummary | "unreadable" | undefined;

/** Notes reminders, each once. */
export interface Reminders {
  /**
   * Writes the event into the account's history, and which run reminded the person and when, together.
   * @returns false when somebody reminded the person meanwhile, or the account is not there
   */
  remind(reminder: Reminder): Promise<boolean>;
}

export interface Reminder {
  readonly id: Id<"emp">;
  /** The run. */
  readonly runId: string;
  readonly at: Date;
  readonly entry: AuditEntry;
}
