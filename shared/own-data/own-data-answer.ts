/**
 * All that the service holds about a person, for the person (UU 27/2022, articles 7 and 32: the data and the trail of what was
 * done with them). Nobody else is named in it: who did something is told by the role alone, and what officers wrote in their own
 * words is left out, because it can name others.
 */
import * as z from "zod";
import { attendanceMonth } from "#shared/attendance/attendance-month.ts";
import { accountActions } from "#shared/audit/account-actions.ts";
import { actorRoles, auditActions, readPurposes } from "#shared/audit/audit-entry.ts";
import { toldChanges } from "#shared/audit/history-answers.ts";
import { origin } from "#shared/audit/origin.ts";
import { toldScan } from "#shared/card/scan-answers.ts";
import { fieldKeys } from "#shared/employee/fields.ts";
import { cardStatuses } from "#shared/employee/kedudukan-hukum.ts";
import { storedLeave } from "#shared/leave/known-leave.ts";
import { movement } from "#shared/leave/leave-movement.ts";
import { ownLettersAnswer } from "#shared/letter/own-letters.ts";
import { notificationsAnswer } from "#shared/notification/notification.ts";
import { toldReview } from "#shared/photo/review-answers.ts";
import { heldRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { sessionsAnswer } from "#shared/session/account-answers.ts";
import { contactAnswer } from "#shared/session/contact-answers.ts";
import { oldReport } from "#shared/wrong-data/old-report.ts";

/** Newest first. Long lists end here, so that an answer is never larger than Lambda lets it be. */
export const mostEntries = 1000;

const list = <Entry extends z.ZodType>(entry: Entry) =>
  z.strictObject({
    items: z.array(entry).readonly(),
    /** There are older ones; the agency has them. */
    hasOlder: z.literal(true).exactOptional(),
  });
const did = { at: z.iso.datetime(), by: z.enum(actorRoles) };

export const ownDataAnswer = z.strictObject({
  madeAt: z.iso.datetime(),
  id: z.string(),
  /** In the catalogue's order, as they are stored. */
  record: z.array(z.strictObject({ field: z.enum(fieldKeys), value: z.string() })).readonly(),
  formerNips: z.array(z.strictObject({ nip: z.string(), until: z.string() })).readonly(),
  registeredAt: z.string().exactOptional(),
  revision: z.int(),
  updatedAt: z.string(),
  /** The confirmed photo: its id, and SHA-256 digests of the two files. */
  photo: z
    .strictObject({
      id: z.string(),
      digest: z.string().exactOptional(),
      smallDigest: z.string().exactOptional(),
    })
    .exactOptional(),
  /**
   * What judge and officers said of the photo, or of the one that they took away. The officer's message is in it: it was written to the
   * holder, who read it on card and photo.
   */
  photoReview: toldReview.exactOptional(),
  /** What a check of the QR is answered from. Who checks is not kept. */
  card: z.strictObject({
    status: z.enum(cardStatuses),
    qrGeneration: z.int(),
    qrPausedAt: z.string().exactOptional(),
    nipOpenUntil: z.string().exactOptional(),
    serial: z.string().exactOptional(),
    issuedOn: z.string().exactOptional(),
    checkCode: z.string().exactOptional(),
  }),
  account: z.strictObject({
    state: z.string().exactOptional(),
    authenticator: z
      .strictObject({ registeredAt: z.string().exactOptional(), name: z.string().exactOptional() })
      .exactOptional(),
    recoveryCodesLeft: z.int().exactOptional(),
  }),
  contact: contactAnswer,
  sessions: sessionsAnswer.shape.items,
  roles: z
    .array(
      z.strictObject({
        role: z.string(),
        unitKerja: z.string().exactOptional(),
        grantedAt: z.string(),
        until: z.string().exactOptional(),
      }),
    )
    .readonly(),
  changes: list(z.strictObject({ ...did, action: z.enum(auditActions), changes: toldChanges })),
  events: list(
    z.strictObject({
      ...did,
      action: z.enum(accountActions),
      origin: z.strictObject(origin.shape).exactOptional(),
    }),
  ),
  /** Who opened the record, printed the card or letter, or took it out in a list; one for each officer, purpose and hour. */
  readings: list(z.strictObject({ ...did, purpose: z.enum(readPurposes) })),
  /** Checks of the card in the last 90 days. */
  scans: list(toldScan),
  notices: list(notificationsAnswer.shape.items.unwrap().element.omit({ id: true, request: true })),
  /** Of wrong data, before they were requests. */
  oldReports: z.array(oldReport.omit({ employeeId: true })).readonly(),
  requests: list(heldRequest),
  /** Of the annual leave, and which days were asked for or given. */
  leave: z.strictObject({
    movements: z.array(movement).readonly(),
    leaves: z.array(storedLeave.strict()).readonly(),
  }),
  /** The newest months of attendance, and by which numbers machines know the person. */
  attendance: z.strictObject({
    months: z
      .array(
        z.strictObject({
          month: z.string(),
          /** "2026-03-02T07:31:05 pintu in" */
          readings: z.array(z.string()).readonly(),
          absences: attendanceMonth.shape.absences,
          corrections: z
            .array(
              attendanceMonth.shape.corrections.unwrap().element.omit({ by: true, reason: true }),
            )
            .readonly(),
          closedAt: z.string().exactOptional(),
        }),
      )
      .readonly(),
    /** The phone whose «Kode hadir» counts: since when, and until when at the latest. */
    phone: z.strictObject({ registeredAt: z.string(), endsAt: z.string() }).exactOptional(),
    pins: z
      .array(z.strictObject({ machine: z.string(), pins: z.array(z.string()).readonly() }))
      .readonly(),
    hasOlder: z.literal(true).exactOptional(),
  }),
  /** The letters about this person alone; their files are at «Surat saya». */
  letters: ownLettersAnswer,
});
export type OwnDataAnswer = z.infer<typeof ownDataAnswer>;
