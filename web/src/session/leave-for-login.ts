/** The way from a page that needs a session to the login, and back to the page afterwards. */
import { href } from "../language.ts";

const wantedKey = "kartu-wanted-page";

/** Remembers this page for after the login, in this tab only. */
export function leaveForLogin(): void {
  sessionStorage.setItem(wantedKey, location.pathname + location.search);
  location.assign(href("/masuk"));
}

/** Whether the visitor was sent to the login because a session ended. */
export function wasSentToLogin(): boolean {
  return sessionStorage.getItem(wantedKey) !== null;
}

/** The page that was wanted before the login; forgotten once read. */
export function takeWantedPage(): string | undefined {
  const page = sessionStorage.getItem(wantedKey) ?? undefined;
  sessionStorage.removeItem(wantedKey);
  return page;
}
