/**
 * The way without an image, for those who cannot read one (WCAG 2.2, 3.3.8): the browser finds the number n in
 * [0, maxNumber] with SHA-256(salt + n) = challenge. Compatible with ALTCHA's widgets.
 */
import { createHash, randomBytes, randomInt } from "node:crypto";

/** About a second of a cheap phone, which tries some 30,000 a second and needs half of them on average. */
export const maxNumber = 50_000;

export function newProofOfWork(): { salt: string; challenge: string } {
  const salt = randomBytes(12).toString("hex");
  return { salt, challenge: digest(salt, randomInt(maxNumber + 1)) };
}

export function isSolution(
  { salt, challenge }: { salt: string; challenge: string },
  number: number,
): boolean {
  return digest(salt, number) === challenge;
}

function digest(salt: string, number: number): string {
  return createHash("sha256").update(`${salt}${number}`).digest("hex");
}
