/** A decree that was begun to be typed: see tab-draft.ts. */
import { tabDraft } from "../tab-draft.ts";

/** What was typed, by the names of the form's fields. */
export type DecreeDraft = Readonly<Record<string, string>>;

const kept = tabDraft<{ readonly employeeId: string; readonly typed: DecreeDraft }>("kartu-decree");

/** @returns what was begun about this person; nothing of another one */
export function decreeDraftOf(employeeId: string): DecreeDraft {
  const begun = kept.read();
  return begun?.employeeId === employeeId ? begun.typed : {};
}

export function keepDecreeDraft(employeeId: string, form: HTMLFormElement): void {
  const entries = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  kept.keep({ employeeId, typed: Object.fromEntries(entries) });
}

export const forgetDecreeDraft = kept.forget;
