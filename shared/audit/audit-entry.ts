export const actorRoles = ["officer", "operator", "holder", "system", "import"] as const;
type ActorRole = (typeof actorRoles)[number];

/** What can happen to a record, and to a person's roles. */
export const auditActions = [
  "registered",
  "changed",
  "status-changed",
  "qr-replaced",
  "photo-confirmed",
  "contract-ended",
  "role-granted",
  "role-revoked",
] as const;
export type AuditAction = (typeof auditActions)[number];

/** Who did something. Officers and holders are named by their own record's id, never by NIP or name. */
export interface Actor {
  readonly role: ActorRole;
  readonly id?: string | undefined;
}

export interface FieldChange {
  readonly field: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** One line of a record's history: written in the same transaction as the change it tells of. */
export interface AuditEntry {
  /** The employee whose record changed. */
  readonly subjectId: string;
  /** The record's revision after the change; with subjectId it is the key. */
  readonly revision: number;
  /** ISO instant. */
  readonly at: string;
  readonly actor: Actor;
  readonly action: AuditAction;
  /** In the officer's words. */
  readonly reason?: string | undefined;
  readonly changes: readonly FieldChange[];
}

/** Why a record was read: an officer opened it, or printed its card. */
export const readPurposes = ["record-read", "card-printed"] as const;
type ReadPurpose = (typeof readPurposes)[number];

/** Somebody's data was read. At most one is kept for each reader, purpose, record and hour. */
export interface Reading {
  /** The employee whose record was read. */
  readonly subjectId: string;
  /** ISO instant. */
  readonly at: string;
  readonly actor: Actor & { readonly id: string };
  readonly purpose: ReadPurpose;
}
