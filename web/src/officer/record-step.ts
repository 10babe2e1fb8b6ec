/** Where an officer stands in a record: looking at it, changing it, checking the change, or taking something away. */
import { useLocation } from "preact-iso";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { href } from "../language.ts";
import { type AccountStep, accountSteps } from "./account-step.ts";
import type { PageQuery } from "./page-query.ts";

const ownSteps = ["ubah", "periksa", "kedudukan", "kode-qr", "foto"] as const;
const steps = [...ownSteps, ...keysOf(accountSteps)];
export type RecordStep = (typeof ownSteps)[number] | AccountStep;

/** To a step of this record; undefined is the record itself. */
export type GoTo = (step: RecordStep | undefined, options?: { readonly replace: boolean }) => void;

/** What a step works with. */
export interface RecordSection {
  readonly employee: EmployeeAnswer;
  readonly goTo: GoTo;
  /** @param message in place of what is said of every change */
  readonly onSaved: (employee: EmployeeAnswer, message?: string) => void;
  /** A second person decides; the record is as it was. */
  readonly onAsked: (message: string) => void;
  /** Reads the record anew: somebody else was faster. */
  readonly onConflict: () => Promise<void>;
}

/** The step is part of the address, so that «back» leads from the review to the form, and from the form to the record. */
export function useRecordStep({ id = "", langkah }: PageQuery): {
  readonly step: RecordStep | undefined;
  readonly goTo: GoTo;
} {
  const { route } = useLocation();
  return {
    step: steps.find((step) => step === langkah),
    goTo: (step, { replace } = { replace: false }) => {
      const address = new URLSearchParams({ id, ...(step && { langkah: step }) });
      route(href(`/petugas/pegawai?${address}`), replace);
    },
  };
}
