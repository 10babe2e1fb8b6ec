/** What one person may try at each route. A route without an entry fails the test. */
import { bulkChangeMoves } from "./bulk-change-moves.ts";
import { decreeMoves } from "./decree-moves.ts";
import { holders } from "./holder-moves.ts";
import { joinMoves } from "./join-moves.ts";
import type { Move } from "./move.ts";
import { officers } from "./officer-moves.ts";
import { transferMoves } from "./transfer-moves.ts";
import { wayIn } from "./way-in-moves.ts";

export const moves: Readonly<Record<string, Move>> = {
  ...wayIn,
  ...holders,
  ...officers,
  ...decreeMoves,
  ...transferMoves,
  ...joinMoves,
  ...bulkChangeMoves,
};

/** Routes that neither open nor change a way in, a record's address or a role. */
export const harmless: readonly RegExp[] = [
  /^\w+ \/api\/me\//,
  /^\w+ \/api\/officer\/(prints|units)/,
  // A card is looked at, and a file is brought, whose change is asked for elsewhere.
  /^\w+ \/api\/(officer\/people|evidence)\//,
  // How many people wait or lack something, and a count of it anew.
  /^\w+ \/api\/(officer\/(home|quality)|accounts\/(decrees\/waiting|\{id\}\/matters))/,
  /^POST \/api\/officer\/employees\/\{id\}\/qr$/,
  /^GET \/api\/operator\/template/,
  // A reminder has no secret, and goes to the record's own address.
  /^\w+ \/api\/officer\/reminders/,
  /^\w+ \/api\/officer\/exports/,
  // What agencies and units become is decided by two; no role reaches more by it (test/shared/agency/follow-unit.test.ts). Who decides about leave
  // in a post looks after no account (0101).
  /^\w+ \/api\/(officer\/(unit-(tree|changes)|agency)|operator\/agencies)/,
  // What an import changes is decided by two, and applied elsewhere: no role holder's login depends on it (test/shared/import/apply-import.test.ts).
  /^\w+ \/api\/officer\/imports/,
  // A copy of one's own data needs both factors, and what is about security is mailed whatever was chosen.
  /^\w+ \/api\/(account\/(data|mails))/,
  // Without a login an address is proposed and none is changed; the tree of what a stranger could try has its tests (test/shared/campaign/attacks.test.ts).
  /^\w+ \/api\/session\/campaigns/,
  // An address is proposed by such a form alone. What else is, and by whom it is decided, has a simulation of its own (test/simulation/requests).
  /^\w+ \/api\/requests\//,
  // Which photos wait, and how many.
  /^GET \/api\/officer\/photos/,
  /^\w+ \/api\/verify/,
];
