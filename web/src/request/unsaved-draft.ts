import { tabMemory } from "../storage.ts";

/** Where the drafts of requests are kept in this tab. */
export const draftsKey = "kartu-pengajuan";

/** Whether a draft says what the service does not have. What was typed cannot look so: its quotation marks are escaped. */
export const hasUnsavedDraft = (): boolean | undefined =>
  tabMemory.read(draftsKey)?.includes('"isUnsaved":true');
