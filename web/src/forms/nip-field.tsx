import { session } from "../messages/session.ts";
import { TextField } from "./field.tsx";

/** Whose account it is, before anybody is signed in: "nip" of the form. */
export function NipField() {
  return (
    <TextField
      name="nip"
      label={session.nip}
      hint={session.nipHint}
      inputMode="numeric"
      autoComplete="username"
      spellcheck={false}
    />
  );
}
