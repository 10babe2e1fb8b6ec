/** The way through the captcha without an image: a number that only work finds (ALTCHA-compatible). */
import type { CaptchaChallenge } from "#shared/http/contract.ts";

type Work = Pick<CaptchaChallenge["proofOfWork"], "challenge" | "salt" | "maxNumber">;

/** Hashes awaited together: enough to keep the browser busy, few enough to leave it responsive. */
const batch = 512;

/**
 * Finds n in [0, maxNumber] with SHA-256(salt + n) = challenge, without blocking the page.
 *
 * @param onProgress share of the numbers tried, 0 to 1
 * @returns undefined when no number fits: the challenge is broken, ask for another
 */
export async function solve(
  { challenge, salt, maxNumber }: Work,
  onProgress: (share: number) => void = () => {},
): Promise<number | undefined> {
  for (let first = 0; first <= maxNumber; first += batch) {
    const count = Math.min(batch, maxNumber - first + 1);
    const hashes = await Promise.all(
      Array.from({ length: count }, (_, offset) => sha256Hex(salt + (first + offset))),
    );
    const hit = hashes.indexOf(challenge);
    if (hit >= 0) return first + hit;
    onProgress((first + count) / (maxNumber + 1));
    await nextTask();
  }
  return undefined;
}

async function sha256Hex(text: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Lets the browser paint and take input; a message is not throttled as timers are. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}
