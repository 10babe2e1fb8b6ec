/** What of a person the rules on leave ask. */
import type { Employee } from "#shared/employee/employee.ts";
import { yearsAfter } from "#shared/employee/retirement.ts";
import type { Appointment } from "./leave-terms.ts";

export interface LeaveHolder
  extends Pick<Employee, "kind" | "tmt" | "tmtCpns" | "contractEnd" | "kedudukanHukum" | "sex"> {
  /**
   * Since when there was no break in the work, where the record's own days do not say it: the reactivation after a CLTN, whose time does not
   * count, or the first of several contracts.
   */
  readonly worksSince?: string;
  /** First day of retirement (BUP), see shared/employee/retirement.ts. */
  readonly retiresOn?: string;
  /** A teacher or lecturer with school holidays. */
  readonly hasSchoolHolidays?: true;
}

/** A PNS before the TMT PNS is a CPNS. The balance goes on: it is the person's, not the appointment's. */
export function appointmentOn({ kind, tmt, tmtCpns }: LeaveHolder, day: string): Appointment {
  return kind === "PNS" && tmtCpns !== undefined && day < tmt ? "CPNS" : kind;
}

/** The first day of work that counts; the time as CPNS does. */
export function firstDay({ tmt, tmtCpns, worksSince }: LeaveHolder): string {
  if (worksSince !== undefined) return worksSince;
  return tmtCpns !== undefined && tmtCpns < tmt ? tmtCpns : tmt;
}

/** The day on which so many years of work without a break are full. */
export function servedOn(holder: LeaveHolder, years: number): string {
  return yearsAfter(firstDay(holder), years);
}

/** Whether the contract is longer than so many years. One whose end nobody has entered is not: entering it opens the year again. */
export function hasContractOver(holder: LeaveHolder, years: number): boolean {
  if (years === 0) return true;
  const { contractEnd } = holder;
  return contractEnd !== undefined && contractEnd >= servedOn(holder, years);
}
