/** A thing that one person may try at a route. */
import type { Browser } from "../../functions/session-api/session-api-under-test.ts";
import type { ApiResponse } from "../../support/call-api.ts";
import { type Actor, newPassword } from "./actor.ts";

/** Chooses; the same number chooses the same. */
export interface Draw {
  of<Item>(items: readonly Item[]): Item | undefined;
  chance(percent: number): boolean;
}

interface Request {
  readonly path?: string;
  readonly query?: Record<string, string>;
  readonly body?: object;
}

export interface Move {
  /** In which browser: signed in as oneself (or the victim's that was left open), or one of nobody. */
  readonly in: "signed-in" | "guest";
  /** How much more often than once. */
  readonly weight?: number | ((actor: Actor) => number);
  readonly when?: (actor: Actor) => boolean;
  readonly ask: (actor: Actor, draw: Draw, browser: Browser) => Request | Promise<Request>;
  readonly learn?: (actor: Actor, answer: ApiResponse) => void;
}

export const login = "__Host-kartu-login";
export const reset = "__Host-kartu-reset";
export const qr = "__Host-kartu-qr";
export const has = (cookie: string) => (actor: Actor) => actor.guest.cookies.has(cookie);
export const nothing: Move = { in: "signed-in", weight: 0.05, ask: () => ({}) };

/** Mostly the other person; oneself too, for what is begun as one and ended as another. */
export const someone = (actor: Actor, draw: Draw) => (draw.chance(85) ? actor.victim : actor.self);
export const proof = (actor: Actor, draw: Draw) => ({
  password: draw.of([...actor.passwords]) ?? newPassword,
  code: draw.of(actor.codes()) ?? "000000",
});
export const mailedCode = (actor: Actor, digits: number) =>
  actor.newest(({ code }) => code?.length === digits)?.code ?? "0".repeat(digits);

/** What a holder does with the own account leads nowhere: it is for a browser that was left open. */
export const atOpen = ({ factor }: Actor) => (factor === "open-browser" ? 2 : 0.2);
export const inQr = (actor: Actor) => 2 * atOpen(actor);
