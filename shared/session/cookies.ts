import type { HttpRequest } from "#shared/http/http-request.ts";

/**
 * `session`: signed in. `login`: between password and code, or the registering of an authenticator. `reset`: between the
 * pages of a reset, which another tab's login must not end. `enrolmentPermit`: used a mailed code lately, and
 * may register an authenticator. `qr`: waits for a phone. `device`: has signed in before, see device.ts.
 */
const names = {
  session: "__Host-kartu",
  login: "__Host-kartu-login",
  reset: "__Host-kartu-reset",
  enrolmentPermit: "__Host-kartu-activation",
  qr: "__Host-kartu-qr",
  device: "__Host-kartu-device",
} as const;
type CookieKind = keyof typeof names;

/** All but the device's, which stays known after a logout. */
export const cookiesOfLogin = ["session", "login", "reset", "enrolmentPermit", "qr"] as const;

const attributes = "Path=/; Secure; HttpOnly; SameSite=Strict";

/** The Set-Cookie value; the cookie ends with the browser's session at the latest. */
export function setCookie(kind: Exclude<CookieKind, "device">, secret: string): string {
  return `${names[kind]}=${secret}; ${attributes}`;
}

/** The Set-Cookie value of a device, which outlives the browser's sessions. */
export function setDeviceCookie(secret: string, days: number): string {
  return `${names.device}=${secret}; ${attributes}; Max-Age=${days * 86_400}`;
}

export function clearCookie(kind: CookieKind): string {
  return `${names[kind]}=; ${attributes}; Max-Age=0`;
}

export function cookieName(kind: CookieKind): string {
  return names[kind];
}

export function readCookie(kind: CookieKind, request: HttpRequest): string | undefined {
  return request.cookie(names[kind]);
}
