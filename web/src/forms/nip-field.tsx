import { session } from "../messages/session.ts";
import { TextField } from "./field.tsx";

/** Whose account it is, before anybody is signed in: "nip" of the form. */
export function NipField({ defaultValue = "" }: { readonly defaultValue?: string }) {
  return (
    <TextField
      name="nip"
      label={session.nip}
      defaultValue={defaultValue}
      hint={session.nipHint}
      inputMode="numeric"
      autoComplete="username"
      spellcheck={false}
    />
  );
}
