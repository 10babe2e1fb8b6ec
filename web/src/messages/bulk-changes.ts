import { en } from "./en/bulk-changes.ts";
import { id } from "./id/bulk-changes.ts";

export const bulkChanges = import.meta.env.LANGUAGE === "en" ? en : id;
