/** A change of roles that was begun: see tab-draft.ts. */
import type { GrantedRole } from "#shared/access/role.ts";
import { tabDraft } from "../tab-draft.ts";

/** What was typed, and the NIP of whom it is for: a person is found anew by it. */
export interface RoleDraft {
  readonly nip: string;
  readonly values: Readonly<Record<RoleField, string>>;
}

export const roleFields = ["action", "role", "unitKerja", "until", "reason"] as const;
export type RoleField = (typeof roleFields)[number];

/** In the order in which they are offered. */
export const roleNames = [
  "petugas",
  "penyetuju",
  "auditor",
  "operator",
] as const satisfies readonly GrantedRole[];

export const roleDraft = tabDraft<RoleDraft>("kartu-role-draft");
