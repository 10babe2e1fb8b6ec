import { type AskRole, roleHolder } from "#shared/session/require-session.ts";

/** Who may look at the records of the own instansi, or of units of it. */
export const reader = (api: AskRole) => roleHolder(api, "petugas", "penyetuju", "auditor");

/** Who may change them, and print their cards. */
export const editor = (api: AskRole) => roleHolder(api, "petugas");
