/**
 * The client keeps its challenge: a signed token says what it is for, until when it is valid and which answer is right. The
 * server stores only that it was answered (see captcha-table.ts). So a new challenge costs no write and needs no limit, and an
 * answer counts once, for one purpose, from one network.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { epochSeconds } from "#shared/runtime/clock.ts";

type ChallengePurpose = "login" | "reset" | "verify" | "campaign";

/** What a challenge is given for; its answer opens nothing else. */
export interface ChallengeBinding {
  readonly purpose: ChallengePurpose;
  /** Where it was asked for, see `HttpRequest.network`. */
  readonly network: string;
  /** The NIP of the login; absent for captchas. */
  readonly subject?: string;
}

interface Challenge {
  readonly kind: "text" | "work" | "pass";
  readonly id: string;
  /** Epoch seconds. */
  readonly endsAt: number;
  /** What the token carries for everybody to read. */
  readonly open: readonly string[];
  /** What the signature covers, and the token does not contain. */
  readonly hidden: string;
}

/** "id.endsAt.open….mac" */
export function signChallenge(
  key: Buffer,
  binding: ChallengeBinding,
  challenge: Challenge,
): string {
  const { id, endsAt, open } = challenge;
  return [id, endsAt, ...open, macOf(key, binding, challenge)].join(".");
}

/**
 * Reads a token that somebody sent.
 * @param hidden what the token should vouch for
 * @returns undefined when it is not ours, for something else, or over
 */
export function openChallenge(
  key: Buffer,
  binding: ChallengeBinding,
  { token, kind, hidden }: { token: string; kind: Challenge["kind"]; hidden: string },
  now: Date,
): Challenge | undefined {
  const [id = "", ends = "", ...rest] = token.split(".");
  const mac = Buffer.from(rest.pop() ?? "");
  const challenge = { kind, id, endsAt: Number(ends), open: rest, hidden };
  const expected = Buffer.from(macOf(key, binding, challenge));
  if (mac.length !== expected.length || !timingSafeEqual(mac, expected)) return undefined;
  return epochSeconds(now) < challenge.endsAt ? challenge : undefined;
}

function macOf(key: Buffer, binding: ChallengeBinding, challenge: Challenge): string {
  const { purpose, network, subject = "" } = binding;
  const { kind, id, endsAt, open, hidden } = challenge;
  // As JSON, so that no two lists of parts are the same text.
  const message = JSON.stringify([kind, purpose, network, subject, id, endsAt, open, hidden]);
  return createHmac("sha256", key).update(message).digest("base64url");
}
