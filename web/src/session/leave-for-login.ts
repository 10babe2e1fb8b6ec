/** The way from a page that needs a session to the login, and back to the page afterwards. */
import { page } from "../api/client.ts";
import { href } from "../language.ts";
import { tabMemory } from "../storage.ts";

const wantedKey = "kartu-wanted-page";

/** Remembers this page, and whose it was, for after the login; in this tab only. */
export function leaveForLogin(): void {
  // What was asked before a logout is refused after it; the logout has things to put back, and leads to the login itself.
  if (page.isLeft) return;
  const address = location.pathname + location.search;
  tabMemory.write(wantedKey, JSON.stringify({ address, person: page.person }));
  // Not one more entry to go back to: it could only lead here again.
  location.replace(`${href("/masuk")}#${sessionEnded}`);
}

/** A step of the login was opened without one, or after its end: only the login leads there. */
export function startLoginAgain(): void {
  location.replace(`${href("/masuk")}#${loginFirst}`);
}

/** As `sessionEnded`: a recovery code has taken the authenticator away, and the password is asked once more. */
export const recovered = "autentikator-dicabut";

/** As `sessionEnded`: the holder has frozen the own account. */
export const frozen = "akun-dibekukan";

/** As `sessionEnded`. */
export const loginFirst = "masuk-dulu";

/** Of the login's sentence about it, which stands in the page and shows when it is what the address points to: nothing moves. */
export const sessionEnded = "sesi-berakhir";

/** The page that was wanted before the login, once. */
export function takeWantedPage(person: string): string | undefined {
  const wanted = wantedPage(person);
  tabMemory.forget(wantedKey);
  return wanted;
}

/** The page that was wanted before the login, unless it was somebody else's. */
export function wantedPage(person: string): string | undefined {
  try {
    const wanted: { address: string; person?: string } = JSON.parse(
      tabMemory.read(wantedKey) ?? "",
    );
    const isTheirs = wanted.person === undefined || wanted.person === person;
    return isTheirs && wanted.address.startsWith("/") ? wanted.address : undefined;
  } catch {
    return undefined;
  }
}
