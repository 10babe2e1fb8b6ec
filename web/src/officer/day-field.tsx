import { type Check, required } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { days } from "../messages/days.ts";
import { dayTyped } from "../typed-day.ts";

interface DayFieldProps {
  readonly name: string;
  readonly label: string;
  /** Besides how a day is written. */
  readonly hint?: string;
}

/**
 * A day, typed as people write it here, whatever language the browser has. The form's value is what was typed: `dayOf` reads it.
 */
export function DayField({ name, label, hint }: DayFieldProps) {
  const written = hint ? `${days.hint}. ${hint}` : days.hint;
  return (
    <TextField name={name} label={label} hint={written} inputMode="numeric" autoComplete="off" />
  );
}

export const day: Check = (value) =>
  required(value) ?? (dayTyped(value) === undefined ? "day-malformed" : undefined);

/** "2026-08-17" of what was typed, as the service takes it. */
export function dayOf(typed: string): string {
  return dayTyped(typed) ?? typed;
}
