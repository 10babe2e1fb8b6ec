/** What the API tells of somebody's leave, and of what somebody decides. */
import * as z from "zod";
import { evidenceId } from "#shared/audit/source.ts";
import { employeeId } from "#shared/employee/employee.ts";
import { requestId } from "#shared/request/request.ts";
import { requestFacts } from "#shared/request/request-answers.ts";
import { leaveFieldCodes } from "#shared/runtime/leave-codes.ts";
import { askedLeave } from "./leave.ts";
import { leaveFacts, toldLeave } from "./leave-content.ts";
import { askedKinds } from "./leave-kinds.ts";

/** Of a leave, for who asked for it: what became of it. */
export const leaveStandings = [
  "draft",
  "considered",
  "decided",
  "change-asked",
  "coming",
  "running",
  "over",
  "recalled",
  "postponed",
  "refused",
  "withdrawn",
  "expired",
] as const;

/** Section V of the form: a line for each year whose right it is, the oldest first. */
const leaveNotes = z
  .array(
    z.strictObject({
      ...{ source: z.int(), left: z.int(), reserved: z.int(), taken: z.int() },
      joint: z.int(),
    }),
  )
  .readonly();

/** Section I. */
const whose = {
  name: z.string(),
  /** 8-6-1-3 groups. */
  nip: z.string(),
  jabatan: z.string(),
  unitKerja: z.string(),
  /** Masa kerja, in full years and months. */
  service: z.strictObject({ years: z.int(), months: z.int() }),
};

const ownLeave = z.strictObject({
  ...{ id: requestId, number: z.string(), standing: z.enum(leaveStandings) },
  content: toldLeave,
});

export const ownLeaveAnswer = z.strictObject({
  ...whose,
  /** Today in the zone of the agency. */
  today: z.string(),
  year: z.int(),
  notes: leaveNotes,
  /** What the reader may ask for, in the form's order. */
  kinds: z.array(z.enum(askedKinds)).readonly(),
  /** Titles of the posts that decide an annual leave; absent where nobody is entered. */
  superior: z.string().exactOptional(),
  authority: z.string().exactOptional(),
  /** On which evidence depends. */
  terms: z.strictObject({
    ...{ travelDays: z.int(), sickAnyDoctorDays: z.int() },
    sickLongDoctor: z.enum(["licensed", "government"]),
  }),
  /** The newest request first. */
  leaves: z.array(ownLeave).readonly(),
});
export type OwnLeaveAnswer = z.infer<typeof ownLeaveAnswer>;

/** Who is away in the units that somebody decides for, or reaches as an officer. */
export const awayAnswer = z.strictObject({
  month: z.string(),
  /** There is a unit that the reader may see. */
  reads: z.literal(true).exactOptional(),
  /** By unit, then by first day. */
  items: z
    .array(
      z.strictObject({
        ...{ request: requestId, name: z.string(), unitKerja: z.string() },
        ...{ from: z.string(), to: z.string(), isGiven: z.boolean() },
      }),
    )
    .readonly(),
});
export type AwayAnswer = z.infer<typeof awayAnswer>;

/** One line of what waits for the reader. */
const waitingLeave = z.strictObject({
  ...{ id: requestId, number: z.string(), name: z.string(), unitKerja: z.string() },
  content: toldLeave,
  /** As whom the reader decides it. */
  role: z.enum(["superior", "authority"]),
  submittedAt: z.iso.datetime(),
  dueAt: z.iso.datetime().exactOptional(),
  /** The time of the post below is over. */
  widened: z.literal(true).exactOptional(),
});

export const waitingLeavesAnswer = z.strictObject({
  /** Posts in which the reader acts. */
  posts: z.array(z.string()).readonly(),
  /** In the order of the submissions. */
  items: z.array(waitingLeave).readonly(),
});
export type WaitingLeaves = z.infer<typeof waitingLeavesAnswer>;

const finding = z.strictObject({
  field: z.enum(Object.keys(askedLeave.shape)),
  code: z.enum([...leaveFieldCodes, "day-malformed", "required", "phone-malformed", "too-long"]),
  limit: z.union([z.string(), z.number()]).exactOptional(),
  measured: z.union([z.string(), z.number()]).exactOptional(),
  year: z.int().exactOptional(),
  stops: z.enum(["submission", "decision", "nothing"]),
});

export const decidedLeaveAnswer = z.strictObject({
  ...requestFacts,
  ...leaveFacts,
  ...whose,
  employeeId,
  /** With what opens them, where it is the reader's turn. */
  files: z
    .array(z.strictObject({ file: evidenceId, grant: z.string().exactOptional() }))
    .readonly(),
  /** It is the reader's turn. */
  yours: z.literal(true).exactOptional(),
  /** The reader only advises; the next one decides. */
  advises: z.literal(true).exactOptional(),
  /** It would be, had the reader not decided a step before. */
  barred: z.literal(true).exactOptional(),
  /** It may be put off. */
  postponable: z.literal(true).exactOptional(),
  /** Its person has other deciders now: nobody can agree. */
  outdated: z.literal(true).exactOptional(),
  /** What the rules find now. */
  findings: z.array(finding).readonly(),
  /** Of the year in which it begins. */
  year: z.int(),
  notes: leaveNotes,
  /** Days of that year that are left once it is given. */
  leftAfter: z.int(),
  /** It may be called back by the reader: its days as they are now. */
  recallable: z.strictObject({ from: z.string(), to: z.string() }).exactOptional(),
  /** Its person works again since that day. */
  recalledFrom: z.string().exactOptional(),
  /** Who else of the unit is away on some of its days, or wants to be. */
  away: z
    .array(
      z.strictObject({
        ...{ name: z.string(), from: z.string(), to: z.string() },
        isGiven: z.boolean(),
      }),
    )
    .readonly(),
});
export type DecidedLeave = z.infer<typeof decidedLeaveAnswer>;
