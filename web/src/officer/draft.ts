/**
 * A change that was begun. It survives the end of a session, a reload and a wrong click, in this tab and for the officer who
 * began it. It is deleted when it is saved or dropped, when the tab is closed, and at the logout.
 */
import type { EmployeeChange } from "#shared/employee/employee-rules.ts";
import { page } from "../api/client.ts";
import { tabMemory } from "../storage.ts";

export interface Draft {
  /** Only the fields that were changed, so that saving does not undo changes of others. */
  readonly changes: EmployeeChange;
  readonly reason: string;
}

interface Kept extends Draft {
  readonly employeeId: string;
  readonly by: string;
  /** When it was typed last, ms since the epoch. */
  readonly at: number;
}

const key = "kartu-draft";
/** The longest session, so that nobody finds a change of yesterday. */
const longestMs = 12 * 60 * 60_000;

export function keepDraft(employeeId: string, draft: Draft): void {
  const isEmpty = draft.reason === "" && Object.keys(draft.changes).length === 0;
  if (isEmpty) forgetDraft();
  else
    tabMemory.write(
      key,
      JSON.stringify({ ...draft, employeeId, by: officer(), at: Date.now() } satisfies Kept),
    );
}

/** @returns what was begun at this record */
export function draftOf(employeeId: string): Draft | undefined {
  const text = tabMemory.read(key);
  const kept: Kept | undefined = text ? JSON.parse(text) : undefined;
  const isOurs =
    kept?.employeeId === employeeId && kept.by === officer() && Date.now() - kept.at < longestMs;
  return isOurs ? { changes: kept.changes, reason: kept.reason } : undefined;
}

/** Whom this page is for: known as soon as a record was read. */
const officer = (): string => page.person ?? "";

export function forgetDraft(): void {
  tabMemory.forget(key);
}
