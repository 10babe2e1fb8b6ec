import { useRef, useState } from "preact/hooks";
import { type Check, required } from "../forms/checks.ts";
import { FieldFrame, useFieldWiring } from "../forms/field.tsx";
import { days } from "../messages/days.ts";
import { dayTyped, typedDay } from "../typed-day.ts";

interface DayFieldProps {
  readonly name: string;
  readonly label: string;
  /** Besides how a day is written. */
  readonly hint?: string | undefined;
  /** As the service has it, or what was typed before. */
  readonly value?: string | undefined;
}

/**
 * A day, typed as people write it here, whatever language the browser has. The form's value is the day as the service takes it, or what was
 * typed where that is no day.
 */
export function DayField({ name, label, hint, value = "" }: DayFieldProps) {
  const written = hint ? `${days.hint}. ${hint}` : days.hint;
  const { name: _name, ...wiring } = useFieldWiring({ name, hint: written });
  // Later values would overtake what was typed.
  const [begun] = useState(value);
  const told = useRef<HTMLInputElement>(null);
  return (
    <FieldFrame name={name} label={label} hint={written}>
      <input
        {...wiring}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={typedDay(begun)}
        onInput={({ currentTarget: { value: text } }) => {
          if (told.current) told.current.value = dayTyped(text) ?? text.trim();
        }}
      />
      <input type="hidden" name={name} ref={told} defaultValue={begun} />
    </FieldFrame>
  );
}

/** A day that may be absent. */
export const dayOrNone: Check = (value) =>
  value === "" || dayTyped(typedDay(value)) ? undefined : "day-malformed";

export const day: Check = (value) => required(value) ?? dayOrNone(value);
