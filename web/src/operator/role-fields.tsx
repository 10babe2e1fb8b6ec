import { TextField } from "../forms/field.tsx";
import { roles as text } from "../messages/roles.ts";
import { SelectField } from "../officer/select-field.tsx";
import { type RoleField, roleNames } from "./role-draft.ts";

interface RoleFieldsProps {
  /** What was typed before a reload or a login. */
  readonly begun: Readonly<Record<RoleField, string>> | undefined;
}

export function RoleFields({ begun }: RoleFieldsProps) {
  return (
    <>
      <RoleChoice begun={begun} />
      <TextField
        name="unitKerja"
        label={text.unit}
        hint={text.unitHint}
        maxLength={200}
        autoComplete="off"
        defaultValue={begun?.unitKerja ?? ""}
      />
      <TextField
        name="until"
        type="date"
        label={text.until}
        hint={text.untilHint}
        defaultValue={begun?.until ?? ""}
      />
      <TextField
        name="reason"
        label={`${text.reason} *`}
        hint={text.reasonHint}
        maxLength={500}
        autoComplete="off"
        defaultValue={begun?.reason ?? ""}
      />
    </>
  );
}

function RoleChoice({ begun }: RoleFieldsProps) {
  return (
    <>
      <SelectField
        name="action"
        label={`${text.action} *`}
        options={Object.entries(text.actions)}
        value={begun?.action ?? "grant"}
      />
      <SelectField
        name="role"
        label={`${text.role} *`}
        hint={text.roleHint}
        options={roleNames.map((role) => [role, text.roles[role]] as const)}
        value={begun?.role ?? "petugas"}
      />
    </>
  );
}
