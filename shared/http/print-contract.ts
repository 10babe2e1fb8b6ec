/** What travels between web/ and records-api about printing the cards of a unit: types only, as in contract.ts. */

/** GET /api/officer/units?q= : units of the officer's own agency, or those the role is for, whose names begin with q, at most ten. */
export interface UnitsAnswer {
  readonly items: readonly string[];
}
/**
 * POST /api/officer/prints → 202 PrintAskedAnswer. 422 on unitKerja: `unit-unknown`, `unit-without-cards`,
 * `unit-too-large` { max }. 429 `too-many-attempts`.
 */
export interface PrintRequest {
  /** Client-made UUID: the same request twice prints once. */
  readonly requestId: string;
  /** Of the officer's own, exactly as it stands in its employees' records. */
  readonly unitKerja: string;
  readonly shape: "landscape" | "portrait";
  /** Two pages of the card's size for each card, or A4 with crop marks. */
  readonly sheet: "card" | "a4";
}
export interface PrintAskedAnswer {
  readonly printId: string;
}
/**
 * GET /api/officer/prints/{printId}, only for the officer who asked; 404 for anyone else, and after a day.
 * When "ready": /api/officer/prints/{printId}/pdf, 302 to an attachment named by unit and time; before, 404.
 */
export interface PrintAnswer {
  readonly state: "waiting" | "drawing" | "ready" | "failed";
  /** Cards in the file so far. */
  readonly drawn: number;
  /** Cards that the file will have. */
  readonly total: number;
  /** Active employees of the unit who are left out: without a photo, and with a card that is just being drawn. */
  readonly withoutPhoto: number;
  readonly withoutCard: number;
  /** Who has no photo, by name with degrees: at most a hundred of `withoutPhoto`. Empty until drawing has begun. */
  readonly lacking: readonly { readonly id: string; readonly name: string }[];
}
/** One print of the officer's own. */
export interface PrintListItem extends PrintAnswer {
  readonly printId: string;
  readonly unitKerja: string;
  readonly shape: "landscape" | "portrait";
  readonly sheet: "card" | "a4";
  readonly requestedAt: string;
  /** From then on it is gone. */
  readonly endsAt: string;
}
/** GET /api/officer/prints : the officer's own of the last 24 hours, newest first, at most fifty. */
export interface PrintListAnswer {
  readonly items: readonly PrintListItem[];
}
