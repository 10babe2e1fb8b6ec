import * as z from "zod";
import { accountActions } from "./account-actions.ts";
import { origin } from "./origin.ts";
import { photoActions } from "./photo-actions.ts";
import { qrActions } from "./qr-actions.ts";
import { source } from "./source.ts";

export const actorRoles = ["officer", "operator", "holder", "system", "import"] as const;

/** What can happen to a record, to a person's roles or account, and to an approval. */
export const auditActions = [
  "registered",
  "changed",
  "status-changed",
  ...qrActions,
  ...photoActions,
  "contract-ended",
  "appointment-begun",
  "email-failed",
  "erasure-begun",
  "record-erased",
  "role-granted",
  "role-revoked",
  "records-exported",
  "approval-asked",
  "approval-approved",
  "approval-refused",
  "approval-withdrawn",
  ...accountActions,
] as const;
export type AuditAction = (typeof auditActions)[number];

/** Who did something. Officers and holders are named by their own record's id, never by NIP or name. */
export const actor = z.object({ role: z.enum(actorRoles), id: z.string().optional() });
export type Actor = Readonly<z.infer<typeof actor>>;

const fieldChange = z.object({
  field: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
});
export type FieldChange = Readonly<z.infer<typeof fieldChange>>;

/** Parts of an entry whose values can be erased, and are told. */
export const erasableParts = ["reason", "changes"] as const;

/** One line of a record's history: written in the same transaction as the change it tells of. */
export const auditEntry = z.object({
  /** The employee whose record changed; `roles#`, `approval#` and `export#` with an id are histories of their own. */
  subjectId: z.string(),
  /** The record's revision after the change; with subjectId it is the key. */
  revision: z.int(),
  /** ISO instant. */
  at: z.string(),
  actor,
  /** The second person, of a change that one asked for (`actor`) and another one approved. */
  approvedBy: z.string().optional(),
  /** The two of the former agency, of somebody whom two of the new one took in. */
  releasedBy: z.object({ asker: z.string(), approver: z.string() }).optional(),
  action: z.enum(auditActions),
  /** In the officer's words. */
  reason: z.string().optional(),
  /** The decree or letter that an officer's change of a record rests on. */
  source: source.optional(),
  changes: z.array(fieldChange).readonly(),
  /** From where, of what somebody did to an account in a browser. */
  origin: origin.optional(),
  /** Of an account's event about something that waits: the reset's or the change's id. */
  matterId: z.string().optional(),
  /** The holder gets a notice of it: the table's stream passes only these on. */
  holderTold: z.literal(true).optional(),
  /** Whom it is about, where the key does not say so: with that person's data its values go. */
  about: z.string().optional(),
  /** As it is read: where values of it were erased. It is not stored. */
  erased: z.array(z.enum(erasableParts)).readonly().optional(),
});
export type AuditEntry = Readonly<z.infer<typeof auditEntry>>;

/** Why a record was read: an officer opened it, printed its card or letter, or took it out in a list; or opened a list of the agency's people. */
export const readPurposes = [
  "record-read",
  "list-read",
  "card-printed",
  "letter-printed",
  "record-exported",
  "evidence-read",
] as const;

/** Somebody's data was read. At most one is kept for each reader, purpose, record and hour. */
export const reading = z.object({
  /** The employee whose record was read; of a list the agency. */
  subjectId: z.string(),
  /** ISO instant. */
  at: z.string(),
  actor: actor.required({ id: true }),
  purpose: z.enum(readPurposes),
});
export type Reading = Readonly<z.infer<typeof reading>>;
