/** What pages are told of attendance, and what they ask. */
import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { personId } from "#shared/access/role.ts";
import { spreadsheetFormats } from "#shared/import/write-spreadsheet.ts";
import { measures } from "./absence-thresholds.ts";
import { monthName } from "./attendance-month.ts";
import { pin, rulesDetails } from "./attendance-rules.ts";
import { attendanceTerms } from "./attendance-terms.ts";
import { correctedTimes } from "./corrected-times.ts";
import { pinCodes } from "./give-pins.ts";
import { errorCodes, warningCodes } from "./machine-findings.ts";
import { dayOrders } from "./read-clock.ts";
import { machineId } from "./reading.ts";
import { absenceKinds, statuses } from "./statuses.ts";

const day = z.iso.date();
const reason = z.string().max(longestReason);
const revision = z.int().min(0);
const readOnly = z.literal(true).exactOptional();

export const rulesAnswer = z.strictObject({
  revision,
  details: rulesDetails,
  /** As they are today, the usual ones with the agency's own. */
  terms: attendanceTerms,
  readOnly,
});
/** Flat: what is nested more than five times is no body (shared/http/read-input.ts). */
export const rulesRequest = z.strictObject({ revision, reason, ...rulesDetails.shape });

/** A body has 32 KB. */
const mostPinLines = 400;
export const pinsRequest = z.strictObject({
  machine: machineId,
  lines: z
    .array(z.strictObject({ line: z.int(), pin, nip: z.string().max(40) }))
    .max(mostPinLines)
    .readonly(),
});
export const pinsAnswer = z.strictObject({
  people: z.int(),
  findings: z.array(z.strictObject({ line: z.int(), code: z.enum(pinCodes) })).readonly(),
});

const mostParts = 200;
const mostLines = 1000;
export const readingsRequest = z.strictObject({
  machine: machineId,
  from: day,
  until: day,
  order: z.enum(dayOrders),
  people: z
    .array(
      z.strictObject({
        number: z.string().max(60),
        isNip: z.literal(true).exactOptional(),
        /** "12|02/03/2026 07:29|in": line of the file, time and button as they stand there. */
        lines: z
          .array(z.string().regex(/^\d{1,7}\|[^|]{0,60}\|[^|]{0,40}$/))
          .max(mostLines)
          .readonly(),
      }),
    )
    .max(mostParts)
    .readonly(),
});
export type ReadingsRequest = z.infer<typeof readingsRequest>;

export const readingsAnswer = z.strictObject({
  readings: z.int(),
  added: z.int(),
  known: z.int(),
  findings: z
    .array(
      z.strictObject({
        line: z.int(),
        code: z.enum([...errorCodes, ...warningCodes]),
        severity: z.enum(["error", "warning"]),
        value: z.string(),
      }),
    )
    .readonly(),
});

export const monthQuery = z.strictObject({ month: monthName });
const unitMonth = { unit: z.string().min(1).max(200), month: monthName };
export const recapQuery = z.strictObject({ ...unitMonth, cursor: personId.exactOptional() });
export const sheetQuery = z.strictObject({ ...unitMonth, format: z.enum(spreadsheetFormats) });

const sum = z.strictObject({ count: z.int(), minutes: z.number() });
const count = z.int();
const recap = z.strictObject({
  ...{ workdays: count, present: count, late: sum, early: sum, noIn: count, noOut: count },
  away: z.record(z.enum(absenceKinds), count),
  ...{ absent: count, worked: z.number(), due: z.number() },
  grades: z.record(z.string(), count),
  ...{ absentInYear: count, run: count, longestRun: count },
  reached: z
    .strictObject({
      measure: z.enum(measures),
      source: z.string(),
      days: count,
      counted: z.enum(["in-year", "in-row"]),
    })
    .exactOptional(),
});
const closed = z.strictObject({ at: z.string() });
const lateLeave = z.literal(true).exactOptional();

export const recapAnswer = z.strictObject({
  items: z
    .array(
      z.strictObject({
        ...{ id: personId, name: z.string(), recap },
        closed: closed.exactOptional(),
        lateLeave,
        /** Days on which two gates saw the same «Kode hadir». */
        twoGates: count.exactOptional(),
      }),
    )
    .readonly(),
  cursor: personId.exactOptional(),
  readOnly,
});
export type RecapAnswer = z.infer<typeof recapAnswer>;

/** Minutes since 1970 of the person's own clock, as if it had no zone; and what says so. */
const pass = z.strictObject({ minute: z.int(), by: z.string() });
const judgedDay = z.strictObject({
  ...{ day, status: z.enum(statuses) },
  /** "07:30" */
  start: z.string().exactOptional(),
  end: z.string().exactOptional(),
  in: pass.exactOptional(),
  out: pass.exactOptional(),
  readings: z.array(pass).readonly(),
  /** Of gates that saw a «Kode hadir» which another one saw first. */
  elsewhere: z.array(pass).readonly().exactOptional(),
  ...{ lateMinutes: z.number(), earlyMinutes: z.number() },
  lateGrade: z.string().exactOptional(),
  earlyGrade: z.string().exactOptional(),
  lacks: z.enum(["in", "out"]).exactOptional(),
});
const correction = z.strictObject({
  ...{ id: z.string(), day },
  in: z.string().exactOptional(),
  out: z.string().exactOptional(),
  absence: z.enum(absenceKinds).exactOptional(),
  ...{ by: z.string(), at: z.string() },
  reason: z.string().exactOptional(),
  withdraws: z.string().exactOptional(),
});

export const monthAnswer = z.strictObject({
  ...{ name: z.string(), unit: z.string(), month: monthName, revision },
  /** By the person's own clock; and so many days back a correction may be asked for. */
  ...{ today: day, correctionDays: count },
  days: z.array(judgedDay).readonly(),
  corrections: z.array(correction).readonly(),
  recap,
  codes: z.record(z.enum(statuses), z.string()),
  /** Names of the agency's machines. */
  machines: z.record(z.string(), z.string()),
  closed: closed.exactOptional(),
  lateLeave,
  readOnly,
  /** Whether a gate of the agency reads «Kode hadir»: told of the own month. */
  hasGate: z.literal(true).exactOptional(),
});
export type MonthAnswer = z.infer<typeof monthAnswer>;

export const correctionRequest = z.strictObject({
  ...{ month: monthName, revision, reason },
  act: z.discriminatedUnion("act", [
    z.strictObject({
      ...{ act: z.literal("correct"), day, ...correctedTimes },
      absence: z.enum(absenceKinds).exactOptional(),
    }),
    z.strictObject({ act: z.literal("withdraw"), id: z.string().max(100) }),
  ]),
});

export const closingRequest = z.strictObject({ ...unitMonth, after: personId.exactOptional() });
export const closingAnswer = z.strictObject({
  ...{ closed: count, notOver: count, beforeOpen: count, raced: count },
  /** The own one, which a colleague locks. */
  own: count,
  next: personId.exactOptional(),
});
export const openingRequest = z.strictObject({ month: monthName, revision, reason });
