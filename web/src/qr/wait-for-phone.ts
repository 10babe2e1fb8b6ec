/** The computer's side of a login by QR: a code, and asking how it stands until it is over. */
import type { QrCodeAnswer, QrStandingAnswer } from "#shared/session/qr-answers.ts";
import { backoffMs, wait } from "../api/backoff.ts";
import { call, NoAnswer, Refusal } from "../api/client.ts";
import { language } from "../language.ts";

/** More and more seldom: many computers of an office may wait behind one address. */
const pauseMs = (asked: number): number => Math.min(4_000, 1_500 + 100 * asked);
/** Of failures in a row; then the page says so and offers another code. */
const mostFailures = 6;

export async function askForCode(): Promise<QrCodeAnswer> {
  return await call("POST /api/session/qr", { body: { language } });
}

/**
 * Asks how the code stands, until it is over. A network that fails for a while is waited for.
 * @param onChange gets each answer @param isWanted whether the page still shows this code
 * @throws Refusal, NoAnswer
 */
export async function follow(
  id: string,
  onChange: (standing: QrStandingAnswer) => void,
  isWanted: () => boolean,
): Promise<void> {
  for (let asked = 0, failures = 0; ; asked++) {
    await wait(failures > 0 ? backoffMs(failures) : pauseMs(asked));
    if (!isWanted()) return;
    try {
      const standing = await standingOf(id);
      failures = 0;
      if (isWanted()) onChange(standing);
      if (isOver(standing)) return;
    } catch (error) {
      if (!isPassing(error) || ++failures > mostFailures) throw error;
    }
  }
}

async function standingOf(id: string): Promise<QrStandingAnswer> {
  const standing = await call("POST /api/session/qr/take");
  // Another tab of this browser has asked for a code since: the cookie is that one's.
  return standing.id === id ? standing : { ...standing, state: "replaced" };
}

function isOver({ state }: QrStandingAnswer): boolean {
  return state !== "shown" && state !== "scanned";
}

function isPassing(error: unknown): boolean {
  if (error instanceof NoAnswer) return true;
  return error instanceof Refusal && ["busy", "unavailable"].includes(error.problem.code);
}
