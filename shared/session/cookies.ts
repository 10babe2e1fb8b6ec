import type { ApiEvent } from "#shared/http/routes.ts";

/**
 * `session`: signed in. `step`: between the steps of login, enrolment or reset. `activation`: used a mailed code lately, and
 * may register an authenticator.
 */
const names = {
  session: "__Host-kartu",
  step: "__Host-kartu-step",
  activation: "__Host-kartu-activation",
} as const;
type CookieKind = keyof typeof names;

const attributes = "Path=/; Secure; HttpOnly; SameSite=Strict";

/** The Set-Cookie value; the cookie ends with the browser's session at the latest. */
export function setCookie(kind: CookieKind, secret: string): string {
  return `${names[kind]}=${secret}; ${attributes}`;
}

export function clearCookie(kind: CookieKind): string {
  return `${names[kind]}=; ${attributes}; Max-Age=0`;
}

export function readCookie(kind: CookieKind, { cookies = [] }: ApiEvent): string | undefined {
  const prefix = `${names[kind]}=`;
  const value = cookies.find((cookie) => cookie.startsWith(prefix))?.slice(prefix.length);
  return value || undefined;
}
