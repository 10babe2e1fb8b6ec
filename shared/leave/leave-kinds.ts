/** The seven kinds of leave (PP 11/2017, article 310; PP 49/2018, article 77): who may have it, and what follows from it. */
import type { Appointment, LeaveTerms } from "./leave-terms.ts";

export const leaveKinds = [
  "tahunan",
  "besar",
  "sakit",
  "melahirkan",
  "alasan-penting",
  "bersama",
  "cltn",
] as const;
export type LeaveKind = (typeof leaveKinds)[number];
/** A cuti bersama is in the calendar: nobody asks for it. */
export const askedKinds = [
  "tahunan",
  "besar",
  "sakit",
  "melahirkan",
  "alasan-penting",
  "cltn",
] as const satisfies readonly LeaveKind[];
export type AskedKind = (typeof askedKinds)[number];

/** Who decides: the superior alone is told; the PYBMC; the PPK in person. */
const leaveDeciders = ["atasan", "pybmc", "ppk"] as const;
export type LeaveDecider = (typeof leaveDeciders)[number];

export interface LeaveKindFacts {
  /** As the law and the form name it. */
  readonly name: string;
  readonly who: readonly Appointment[];
  /** What its length is told and limited in. */
  readonly unit: "working-days" | "calendar-days" | "months";
  /** Its days come out of the annual balance. */
  readonly spendsBalance: boolean;
  /** The PYBMC may put it off (ditangguhkan); some reasons do not allow it (`isPostponable`). */
  readonly isPostponable: boolean;
  /** Its person may be called back (dipanggil kembali). */
  readonly isRecallable: boolean;
  /** It may be spent abroad, which the PPK decides unless another official has that power in writing (Peraturan BKN 7/2021). */
  readonly abroad: boolean;
  /** Its decision may be delegated. */
  readonly isDelegable: boolean;
  readonly source: string;
}

const all: readonly Appointment[] = ["CPNS", "PNS", "PPPK", "PPPK-PW"];

export const leaveKindFacts: Readonly<Record<LeaveKind, LeaveKindFacts>> = {
  tahunan: {
    name: "Cuti Tahunan",
    who: all,
    unit: "working-days",
    spendsBalance: true,
    isPostponable: true,
    isRecallable: true,
    abroad: true,
    isDelegable: true,
    source: "PP 11/2017, articles 311 to 315; PP 49/2018, articles 78 to 82",
  },
  besar: {
    name: "Cuti Besar",
    who: ["PNS"],
    unit: "months",
    spendsBalance: false,
    isPostponable: true,
    isRecallable: true,
    abroad: true,
    isDelegable: true,
    source: "PP 11/2017; Peraturan BKN 24/2017, III.B",
  },
  sakit: {
    name: "Cuti Sakit",
    who: all,
    unit: "calendar-days",
    spendsBalance: false,
    isPostponable: false,
    isRecallable: false,
    abroad: true,
    isDelegable: true,
    source: "PP 11/2017, articles 319 to 321; PP 49/2018, article 83",
  },
  melahirkan: {
    name: "Cuti Melahirkan",
    // Of a CPNS nothing was read; who gives birth is not refused (services.md 1.2 says «PNS»).
    who: all,
    unit: "months",
    spendsBalance: false,
    isPostponable: false,
    isRecallable: false,
    abroad: true,
    isDelegable: true,
    source: "PP 11/2017, articles 325 to 327; PP 49/2018",
  },
  "alasan-penting": {
    name: "Cuti Karena Alasan Penting",
    who: ["CPNS", "PNS"],
    unit: "calendar-days",
    spendsBalance: false,
    isPostponable: false,
    isRecallable: true,
    abroad: true,
    isDelegable: true,
    source: "Peraturan BKN 24/2017, III.E",
  },
  bersama: {
    name: "Cuti Bersama",
    who: all,
    unit: "working-days",
    spendsBalance: false,
    isPostponable: false,
    isRecallable: true,
    abroad: false,
    isDelegable: false,
    source: "PP 11/2017, article 333; each year's Keputusan Presiden",
  },
  cltn: {
    name: "Cuti di Luar Tanggungan Negara",
    who: ["PNS"],
    unit: "months",
    spendsBalance: false,
    isPostponable: false,
    isRecallable: false,
    abroad: true,
    isDelegable: false,
    source: "Peraturan BKN 24/2017, III.G",
  },
};

/** What somebody of this appointment may ask for, in the form's order. */
export function askedKindsOf(appointment: Appointment): readonly AskedKind[] {
  return askedKinds.filter((kind) => leaveKindFacts[kind].who.includes(appointment));
}

/**
 * Who decides a leave. The superior gives a pertimbangan first; only a sick leave as short as the terms say ends there.
 * @param days of the calendar
 */
export function deciderOf(
  asked: { readonly kind: AskedKind; readonly days: number; readonly abroad?: boolean },
  terms: Pick<LeaveTerms, "sickNoticeDays">,
): LeaveDecider {
  if (asked.kind === "cltn" || asked.abroad) return "ppk";
  return asked.kind === "sakit" && asked.days <= terms.sickNoticeDays ? "atasan" : "pybmc";
}
