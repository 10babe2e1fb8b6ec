/**
 * A login by QR code: a computer shows a code, a phone that is signed in scans it and approves, and the computer takes a session
 * of its own. docs/decisions/0035-qr-login.md says against which attacks each step stands.
 */
import { createHmac, randomInt } from "node:crypto";
import * as z from "zod";
import { type Origin, origin } from "#shared/audit/origin.ts";
import { newSecret, secretId } from "./secret.ts";

/** Why one ended without a session. `replaced`: its browser asked for another code. */
const qrLoginEnds = ["refused", "number-wrong", "replaced"] as const;
export type QrLoginEnd = (typeof qrLoginEnds)[number];

/** shown → scanned → approved → done; each of the first two may end. */
export const qrLoginSchema = z.object({
  /** SHA-256 of the secret in the QR. */
  id: z.string(),
  state: z.enum(["shown", "scanned", "approved", "done", "ended"]),
  /** ISO instants. */
  startedAt: z.string(),
  endsAt: z.string(),
  /** The computer's, for the phone's page. */
  origin,
  /** Shown on the computer and typed on the phone; made when a phone scans, so that no picture of the code contains it. */
  number: z.int().optional(),
  /** The session of the phone that scanned: no other one may approve. */
  phone: z.string().optional(),
  end: z.enum(qrLoginEnds).optional(),
});
export type QrLogin = Readonly<z.infer<typeof qrLoginSchema>>;

/** How long each state lasts: to be scanned; to type number and code; for the computer to take its session. */
const seconds = { shown: 60, scanned: 120, approved: 60 } as const;

const after = (now: Date, state: keyof typeof seconds) =>
  new Date(now.getTime() + seconds[state] * 1000).toISOString();

/**
 * The secret in the QR, made of the browser's one: who sees the code cannot make the cookie that takes the session.
 * 128 bits, for a code that few modules draw.
 */
export function qrSecretOf(browserSecret: string): string {
  const bits = createHmac("sha256", browserSecret).update("qr").digest();
  return bits.subarray(0, 16).toString("base64url");
}

/** The login of a browser's cookie. */
export function qrLoginIdOf(browserSecret: string): string {
  return secretId(qrSecretOf(browserSecret));
}

/** A new login, and the secret for its browser's cookie. */
export function newQrLogin(from: Origin, now: Date): { browserSecret: string; login: QrLogin } {
  const browserSecret = newSecret();
  const startedAt = now.toISOString();
  return {
    browserSecret,
    login: {
      id: qrLoginIdOf(browserSecret),
      state: "shown",
      startedAt,
      endsAt: after(now, "shown"),
      origin: from,
    },
  };
}

/** What a scan adds. */
export interface Scan {
  readonly phone: string;
  readonly number: number;
  readonly endsAt: string;
}

/** The number has two digits and never begins with 0. */
export function scanOf(phone: string, now: Date): Scan {
  return { phone, number: randomInt(10, 100), endsAt: after(now, "scanned") };
}

export function approvedUntil(now: Date): string {
  return after(now, "approved");
}

/** How it stands now: as stored, or why it is over. */
export const qrLoginStandings = [
  "shown",
  "scanned",
  "approved",
  "done",
  ...qrLoginEnds,
  "late",
] as const;
export type QrLoginStanding = (typeof qrLoginStandings)[number];

export function standingOf({ state, end, endsAt }: QrLogin, now: Date): QrLoginStanding {
  if (state === "done") return state;
  if (state === "ended") return end ?? "late";
  return now.toISOString() < endsAt ? state : "late";
}

/** Whether both places are known and differ: another country, or another region of it. Both are guesses of CloudFront's. */
export function isElsewhere(computer: Origin, phone: Origin): boolean {
  const differs = (a?: string, b?: string) => a !== undefined && b !== undefined && a !== b;
  return differs(computer.country, phone.country) || differs(computer.region, phone.region);
}

/** Whole seconds until the present state is over, 0 when it is. */
export function secondsLeft({ endsAt }: QrLogin, now: Date): number {
  return Math.max(0, Math.ceil((Date.parse(endsAt) - now.getTime()) / 1000));
}

/** The logins by QR code. Each change happens once, and only before `endsAt`: else it answers false. */
export interface QrLogins {
  add(login: QrLogin): Promise<void>;
  find(id: string): Promise<QrLogin | undefined>;
  /** shown → scanned; undefined for the second phone. */
  scan(id: string, scan: Scan, now: Date): Promise<QrLogin | undefined>;
  /** scanned → approved, by the phone that scanned. */
  approve(id: string, phone: string, now: Date): Promise<boolean>;
  /** approved → done; true for the one request that may open the session. */
  take(id: string, now: Date): Promise<boolean>;
  /** shown, scanned → ended. @param phone only if this one scanned; absent for its own browser */
  end(id: string, why: QrLoginEnd, now: Date, phone?: string): Promise<boolean>;
}
