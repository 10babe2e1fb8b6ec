/** Changes of a record's e-mail address that are not long ago: who holds an account must hear of it at an address that nobody has just changed. */
import * as z from "zod";
import { actor } from "#shared/audit/audit-entry.ts";
import { isSameMailbox, mailboxOf } from "./email.ts";

export const emailMove = z.object({
  /** The address of before; absent when this was the first one. */
  from: z.string().optional(),
  /** ISO instant of the save. */
  at: z.string(),
  by: actor,
  /** The second person, where two decided it. */
  approvedBy: z.string().optional(),
});
export type EmailMove = Readonly<z.infer<typeof emailMove>>;

interface Moved {
  readonly email?: string | undefined;
  readonly emailMoves?: readonly EmailMove[] | undefined;
}

/** How long the former address hears of the account too: as long as a link of a mail lives. */
const formerDays = 7;
/** How long who changed an address has no say in a reset of the second factor. By then its former owner has heard of it. */
const moverDays = 30;
/** More changes in a month than anybody needs. The oldest are kept: their addresses are most surely the holder's. */
const most = 5;

/** The changes to keep after one more. */
export function movesAfter(before: Moved, move: EmailMove): readonly EmailMove[] {
  const recent = recentMoves(before, new Date(move.at)) ?? [];
  return [...recent.slice(0, most - 1), move];
}

/** Those of the last month; undefined when there are none. */
export function recentMoves(
  { emailMoves = [] }: Pick<Moved, "emailMoves">,
  now: Date,
): readonly EmailMove[] | undefined {
  const recent = emailMoves.filter(({ at }) => daysSince(at, now) < moverDays);
  return recent.length > 0 ? recent : undefined;
}

/**
 * The addresses of before that hear of what happens to the account, each once, without the present one.
 * @param about ISO instant of what they hear of
 */
export function formerAddresses(
  { email, emailMoves = [] }: Moved,
  about: string,
): readonly string[] {
  const former = emailMoves
    .filter(({ at }) => daysSince(at, new Date(about)) < formerDays)
    .flatMap(({ from }) => (from && !isSameMailbox(from, email) ? [mailboxOf(from)] : []));
  return [...new Set(former)];
}

/** Whether two officers changed the address, and its former owner is still told of the account. */
export function wasMovedByTwo({ emailMoves = [] }: Moved, now: Date): boolean {
  return emailMoves.some(
    ({ at, from, approvedBy }) =>
      from !== undefined && approvedBy !== undefined && daysSince(at, now) < formerDays,
  );
}

/** The newest change that one officer made alone. */
export function lastMoveByOne(person: Moved, now: Date): EmailMove | undefined {
  return movesByOne(person, now).at(-1);
}

/**
 * Whether this officer may be who reads the mails of an address that changed not long ago: changed it alone, or asked for or approved
 * the import that did. Who approves a file of thousands has looked at no address, and both could have written it.
 */
export function hasMovedEmail(person: Moved, officerId: string, now: Date): boolean {
  const imports = (recentMoves(person, now) ?? []).filter(({ by }) => by.role === "import");
  return (
    movesByOne(person, now).some(({ by }) => by.id === officerId) ||
    imports.some(({ by, approvedBy }) => by.id === officerId || approvedBy === officerId)
  );
}

function movesByOne(person: Moved, now: Date): readonly EmailMove[] {
  const moves = recentMoves(person, now) ?? [];
  return moves.filter(({ by, approvedBy }) => by.role === "officer" && approvedBy === undefined);
}

function daysSince(at: string, now: Date): number {
  return (now.getTime() - Date.parse(at)) / 86_400_000;
}
