import type { ApiEvent } from "#shared/http/routes.ts";
import { deviceDays } from "#shared/runtime/limits.ts";

/**
 * `session`: signed in. `step`: between the steps of login, enrolment or reset. `activation`: used a mailed code lately, and
 * may register an authenticator. `device`: has signed in before, see device.ts.
 */
const names = {
  session: "__Host-kartu",
  step: "__Host-kartu-step",
  activation: "__Host-kartu-activation",
  device: "__Host-kartu-device",
} as const;
type CookieKind = keyof typeof names;

const attributes = "Path=/; Secure; HttpOnly; SameSite=Strict";

/** The Set-Cookie value; the cookie ends with the browser's session at the latest, a device's after its days. */
export function setCookie(kind: CookieKind, secret: string): string {
  const lifetime = kind === "device" ? `; Max-Age=${deviceDays * 86_400}` : "";
  return `${names[kind]}=${secret}; ${attributes}${lifetime}`;
}

export function clearCookie(kind: CookieKind): string {
  return `${names[kind]}=; ${attributes}; Max-Age=0`;
}

export function readCookie(kind: CookieKind, { cookies = [] }: ApiEvent): string | undefined {
  const prefix = `${names[kind]}=`;
  const value = cookies.find((cookie) => cookie.startsWith(prefix))?.slice(prefix.length);
  return value || undefined;
}
