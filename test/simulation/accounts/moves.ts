/** What one person may try at each route. A route without an entry fails the test. */
import { holders } from "./holder-moves.ts";
import type { Move } from "./move.ts";
import { officers } from "./officer-moves.ts";
import { wayIn } from "./way-in-moves.ts";

export const moves: Readonly<Record<string, Move>> = { ...wayIn, ...holders, ...officers };

/** Routes that neither open nor change a way in, a record's address or a role. */
export const harmless: readonly RegExp[] = [
  /^\w+ \/api\/me\//,
  /^\w+ \/api\/officer\/(prints|units)/,
  /^POST \/api\/officer\/employees\/\{id\}\/qr$/,
  /^GET \/api\/operator\/template/,
  /^\w+ \/api\/verify/,
];
