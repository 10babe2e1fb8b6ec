import { useState } from "preact/hooks";
import { TextField } from "../forms/field.tsx";
import { roles as text } from "../messages/roles.ts";
import { DayField } from "../officer/day-field.tsx";
import { SelectField } from "../officer/select-field.tsx";
import { type RoleField, roleNames } from "./role-draft.ts";

interface RoleFieldsProps {
  /** What was typed before a reload or a login. */
  readonly begun: Readonly<Record<RoleField, string>> | undefined;
}

/** A freeze has a reason alone. Long: markup, in the order of the page. */
export function RoleFields({ begun }: RoleFieldsProps) {
  const [action, setAction] = useState(begun?.action ?? "grant");
  const isFreeze = action === "freeze";
  return (
    <>
      <SelectField
        name="action"
        label={`${text.action} *`}
        options={Object.entries(text.actions)}
        value={action}
        onChoose={setAction}
      />
      {isFreeze && <p class="hint">{text.freezeHint}</p>}
      <div hidden={isFreeze}>
        <SelectField
          name="role"
          label={`${text.role} *`}
          hint={text.roleHint}
          options={roleNames.map((role) => [role, text.roles[role]] as const)}
          value={begun?.role ?? "petugas"}
        />
        <TextField
          name="unitKerja"
          label={text.unit}
          hint={text.unitHint}
          autoComplete="off"
          defaultValue={begun?.unitKerja ?? ""}
        />
        <DayField name="until" label={text.until} hint={text.untilHint} value={begun?.until} />
      </div>
      <TextField
        name="reason"
        label={`${text.reason} *`}
        hint={text.reasonHint}
        autoComplete="off"
        defaultValue={begun?.reason ?? ""}
      />
    </>
  );
}
