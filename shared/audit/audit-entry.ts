/** Who did something. Officers and holders are named by their own record's id, never by NIP or name. */
export interface Actor {
  readonly role: "officer" | "operator" | "holder" | "system" | "import";
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
  /** "registered", "changed", "status-changed", "photo-confirmed", "contract-ended". */
  readonly action: string;
  /** In the officer's words. */
  readonly reason?: string | undefined;
  readonly changes: readonly FieldChange[];
}

/** Why a record was read: an officer opened it, or printed its card. */
type ReadPurpose = "record-read" | "card-printed";

/** Somebody's data was read. At most one is kept for each reader, purpose, record and hour. */
export interface Reading {
  /** The employee whose record was read. */
  readonly subjectId: string;
  /** ISO instant. */
  readonly at: string;
  readonly actor: Actor & { readonly id: string };
  readonly purpose: ReadPurpose;
}
