/** A new person who was begun to be entered: see tab-draft.ts. */
import type { EntryField } from "#shared/employee/entry.ts";
import { tabDraft } from "../tab-draft.ts";

/** What was typed, with the reason. */
export type EntryDraft = Readonly<Partial<Record<EntryField | "reason", string>>>;

export const entryDraft = tabDraft<EntryDraft>("kartu-new-person");
