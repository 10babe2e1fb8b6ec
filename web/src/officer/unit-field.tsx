import { useEffect, useRef, useState } from "preact/hooks";
import { call } from "../api/member-client.ts";
import { FieldFrame, useFieldWiring } from "../forms/field.tsx";
import { recordFields } from "../messages/record-fields.ts";

/** So long a pause means that someone looks for a suggestion, milliseconds. */
const pauseMs = 250;

interface UnitFieldProps {
  readonly unit: string;
  readonly name?: string;
  readonly label?: string;
  readonly hint: string | undefined;
  /** A unit that makes no sense here, e.g. the one that is merged into another. */
  readonly except?: string | undefined;
}

/** A unit of the own agency: its name is suggested while it is typed. */
export function UnitField({
  unit,
  name = "unitKerja",
  label = `${recordFields.unitKerja} *`,
  hint,
  except,
}: UnitFieldProps) {
  const wiring = useFieldWiring({ name, hint });
  const { units, suggest } = useSuggestions();
  return (
    <FieldFrame name={name} label={label} hint={hint}>
      <input
        {...wiring}
        type="text"
        list="units"
        defaultValue={unit}
        autoComplete="off"
        onFocus={({ currentTarget }) => suggest(currentTarget.value)}
        onInput={({ currentTarget }) => suggest(currentTarget.value)}
      />
      <datalist id="units">
        {units.map((each) => each !== except && <option key={each} value={each} />)}
      </datalist>
    </FieldFrame>
  );
}

/** A help only: when it cannot be read, names are typed whole. */
function useSuggestions() {
  const [units, setUnits] = useState<readonly string[]>([]);
  const newest = useRef("");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const read = async (typed: string) => {
    const answer = await call("GET /api/officer/units", { query: { q: typed } }).catch(
      () => undefined,
    );
    if (answer && typed === newest.current) setUnits(answer.items);
  };
  const suggest = (typed: string) => {
    newest.current = typed;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => read(typed), pauseMs);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return { units, suggest };
}
