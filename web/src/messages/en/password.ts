import type { Password } from "../id/password.ts";

export const en: Password = {
  title: "Password",
  change: "Change the password",
  changeHint:
    "All other devices are signed out, and sign in again with the new password. This device stays signed in.",
  newPassword: "New password",
  repeat: "Repeat the new password",
  submit: "Save the new password",
  done: "The password is changed. All other devices were signed out; a notice is on its way to your mailbox.",
};
