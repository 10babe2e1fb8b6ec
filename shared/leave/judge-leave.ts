/** Holds a request for leave to the rules of its kind (services.md 1.2 and 1.3). */
import { isLeave } from "#shared/decree/decree-fields.ts";
import { isDay, isPhone } from "#shared/employee/field-checks.ts";
import { statusOf } from "#shared/employee/kedudukan-hukum.ts";
import { daysAfter } from "#shared/employee/retirement.ts";
import { judgeAnnualLeave } from "./judge-annual-leave.ts";
import { judgeBesar, judgeBirth, judgeCltn, judgeImportant } from "./judge-long-leave.ts";
import { judgeSickLeave } from "./judge-sick-leave.ts";
import { found, type LeaveCase, type LeaveFinding, type TermedCase } from "./leave-findings.ts";
import { appointmentOn, firstDay } from "./leave-holder.ts";
import { type AskedKind, askedKindsOf, deciderOf } from "./leave-kinds.ts";
import { evidenceFor, type LeaveEvidence } from "./leave-reasons.ts";
import { daysIn, isWithin, overlaps } from "./leave-span.ts";
import { termsOn } from "./leave-terms.ts";

/** Longer than any leave: not worth counting its days. */
const longest = { years: 5 };

const judges: Readonly<Record<AskedKind, (the: TermedCase) => readonly LeaveFinding[]>> = {
  tahunan: judgeAnnualLeave,
  besar: judgeBesar,
  sakit: judgeSickLeave,
  melahirkan: judgeBirth,
  "alasan-penting": judgeImportant,
  cltn: judgeCltn,
};

export function judgeLeave(the: LeaveCase): readonly LeaveFinding[] {
  const { asked, holder, id, leaves, agency } = the;
  const faults = judgeSpan(the);
  if (faults.length > 0) return faults;
  const appointment = appointmentOn(holder, asked.from);
  const terms = termsOn(asked.from, appointment, agency);
  // One that was called back before it began has no day.
  const others = leaves.filter((each) => each.id !== id && each.from <= each.to);
  const termed = { ...the, appointment, terms, others };
  const isTheirs = askedKindsOf(appointment).includes(asked.kind);
  return [
    ...judgeForm(the),
    ...judgeEmployment(the),
    ...judgeTime(termed),
    ...found(!isTheirs, "kind", "kind-not-for-appointment", { measured: appointment }),
    ...(isTheirs ? [...judges[asked.kind](termed), ...judgeEvidence(termed)] : []),
  ];
}

function judgeSpan({ asked: { from, to } }: LeaveCase): readonly LeaveFinding[] {
  const malformed = [
    ...found(!isDay(from), "from", "day-malformed"),
    ...found(!isDay(to), "to", "day-malformed"),
  ];
  if (malformed.length > 0) return malformed;
  if (to < from) return found(true, "to", "ends-before-it-begins");
  return found(!isWithin({ from, to }, longest), "to", "too-long");
}

function judgeForm({ asked: { words, address, phone } }: LeaveCase): readonly LeaveFinding[] {
  const isBlank = (text: string) => text.trim() === "";
  return [
    ...found(isBlank(words), "words", "required"),
    ...found(isBlank(address), "address", "required"),
    ...found(isBlank(phone), "phone", "required"),
    ...found(!isBlank(phone) && !isPhone(phone), "phone", "phone-malformed"),
  ];
}

function judgeEmployment({ asked, holder }: LeaveCase): readonly LeaveFinding[] {
  const { from, to } = asked;
  const { kedudukanHukum, contractEnd, retiresOn } = holder;
  const status = statusOf(kedudukanHukum);
  // Who is on CLTN is suspended by it, and asks from there for its extension; that officers have entered it already is no obstacle.
  const isExtending = isLeave(kedudukanHukum) && asked.extends !== undefined;
  const first = firstDay(holder);
  return [
    ...found(status === "ended", "kind", "employment-ended", { measured: kedudukanHukum }),
    ...found(status === "suspended" && !isExtending, "kind", "employment-suspended", {
      measured: kedudukanHukum,
    }),
    ...found(from < first, "from", "before-employment", { limit: first, measured: from }),
    ...(contractEnd === undefined
      ? []
      : found(to > contractEnd, "to", "after-contract-end", { limit: contractEnd, measured: to })),
    ...(retiresOn === undefined
      ? []
      : found(to >= retiresOn, "to", "after-retirement", {
          limit: daysAfter(retiresOn, -1),
          measured: to,
        })),
  ];
}

/** Beside other leaves, and beside the day on which it is asked for. An overlap tells the other one's days. */
function judgeTime({ asked, others, askedOn, terms }: TermedCase): readonly LeaveFinding[] {
  const lateDays = terms.lateDays[asked.kind];
  const late = askedOn > asked.from ? daysIn({ from: asked.from, to: askedOn }) - 1 : 0;
  const decider = deciderOf({ ...asked, days: daysIn(asked) }, terms);
  return [
    ...others
      .filter((other) => overlaps(asked, other))
      .flatMap(({ from, to }) => found(true, "from", "overlap", { limit: from, measured: to })),
    ...found(late > lateDays && !asked.interim, "from", "asked-too-late", {
      limit: lateDays,
      measured: late,
    }),
    ...found(asked.interim === true && asked.kind !== "alasan-penting", "interim", "interim-kind"),
    ...found(decider === "ppk", asked.abroad ? "abroad" : "kind", "ppk-decides", {
      stops: "nothing",
    }),
  ];
}

function judgeEvidence({ asked, terms }: TermedCase): readonly LeaveFinding[] {
  const { kind, reason, interim } = asked;
  const isBrought = (needed: LeaveEvidence) =>
    asked.evidence.includes(needed) ||
    (needed === "surat-dokter" && asked.evidence.includes("surat-dokter-pemerintah"));
  // Who had to leave at once brings the papers afterwards; BKN answers while the request is on its way.
  return evidenceFor(
    { kind, reason: kind === "sakit" ? (reason ?? "sakit") : reason, days: daysIn(asked), interim },
    terms,
  )
    .filter((needed) => !isBrought(needed))
    .flatMap((needed) =>
      found(true, "evidence", "evidence-missing", {
        limit: needed,
        stops: mayFollow(needed, interim) ? "decision" : "submission",
      }),
    );
}

function mayFollow(needed: LeaveEvidence, interim: true | undefined): boolean {
  return needed === "persetujuan-bkn" || (interim === true && needed !== "izin-sementara");
}
