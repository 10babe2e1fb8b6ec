/** Proof of work: a number that can only be found by trying. It replaces the captcha's image, and a login needs it after many failures. */
import type { WorkAnswer, WorkChallenge } from "#shared/captcha/captcha.ts";

/** How many tries run together. The browser calculates them in the background, so that the page stays responsive. */
const batch = 8;

/**
 * Finds n in [0, maxNumber] with PBKDF2-SHA-256(password: salt, salt: n) = challenge.
 *
 * @param onProgress share of the numbers tried, 0 to 1
 * @returns undefined when no number fits: the challenge is broken, ask for another
 */
export async function solve(
  { salt, iterations, challenge, maxNumber, token }: WorkChallenge,
  onProgress: (share: number) => void = () => {},
): Promise<WorkAnswer | undefined> {
  const text = new TextEncoder();
  const key = await crypto.subtle.importKey("raw", text.encode(salt), "PBKDF2", false, [
    "deriveBits",
  ]);
  const derive = async (number: number) => {
    const algorithm = {
      name: "PBKDF2",
      hash: "SHA-256",
      salt: text.encode(`${number}`),
      iterations,
    };
    return hex(await crypto.subtle.deriveBits(algorithm, key, 128));
  };
  for (let first = 0; first <= maxNumber; first += batch) {
    const numbers = Array.from({ length: batch }, (_, offset) => first + offset);
    const hit = (await Promise.all(numbers.map(derive))).indexOf(challenge);
    if (hit >= 0) return { token, number: first + hit };
    onProgress(Math.min(1, (first + batch) / (maxNumber + 1)));
  }
  return undefined;
}

function hex(bits: ArrayBuffer): string {
  return Array.from(new Uint8Array(bits), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
