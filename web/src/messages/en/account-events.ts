import type { AccountEvents } from "../id/account-events.ts";

export const en: AccountEvents = {
  title: "Account history",
  hint: "The newest ten at most. When and where the holder signs in only the holder sees.",
  none: "No event among the newest entries.",
};
