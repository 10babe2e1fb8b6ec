/** The way from a page that needs a session to the login, and back to the page afterwards. */
import { href } from "../language.ts";
import { tabMemory } from "../storage.ts";

const wantedKey = "kartu-wanted-page";

/** Remembers this page for after the login, in this tab only. */
export function leaveForLogin(): void {
  tabMemory.write(wantedKey, location.pathname + location.search);
  location.assign(href("/masuk"));
}

/** Whether the visitor was sent to the login because a session ended. */
export function wasSentToLogin(): boolean {
  return tabMemory.read(wantedKey) !== undefined;
}

/** The page that was wanted before the login; forgotten once read. */
export function takeWantedPage(): string | undefined {
  const page = tabMemory.read(wantedKey);
  tabMemory.forget(wantedKey);
  return page;
}
