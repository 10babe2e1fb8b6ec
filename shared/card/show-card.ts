import { cardStatus, type Employee } from "#shared/employee/employee.ts";
import type { CardStatus } from "#shared/employee/kedudukan-hukum.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { canHoldCard } from "./can-hold-card.ts";
import type { Card, Cards } from "./card.ts";
import { type CardText, cardText, type PrintedIssue, type ShortenedText } from "./card-content.ts";
import { contentHash } from "./content-hash.ts";
import type { Drawing } from "./drawn-card.ts";

export interface ShownCard {
  readonly status: CardStatus;
  /** The TMT, while it has not come. */
  readonly startsOn?: string;
  readonly state: "drawn" | "drawing" | "no-photo" | "none";
  readonly text: CardText & Partial<PrintedIssue>;
  /** The drawing that may be shown now. */
  readonly drawing?: Drawing | undefined;
  /** The last day on which the signature in its QR holds; absent when it has none. */
  readonly signedUntil?: string | undefined;
  /** Names of the drawing's files that are stored. */
  readonly files: readonly string[];
  /** The shape that was viewed last. */
  readonly viewed: Card["viewed"];
  /** The texts that are shortened on the drawing. */
  readonly shortened: readonly ShortenedText[];
  /** The record's revision. */
  readonly revision: number;
  readonly asOf: Date;
}

/**
 * A holder's card as it is now. The record decides, not the drawing: a card that ended is not shown although its images
 * still exist, and images of an older record are not shown for a newer one.
 * Reads the pointer.
 * @param employee the record as it was just read
 */
export async function showCard(
  { cards, clock }: { cards: Pick<Cards, "find">; clock: Clock },
  employee: Employee,
): Promise<ShownCard> {
  const card = await cards.find(employee.id);
  const now = clock.now();
  const drawing = currentDrawing(employee, card, now);
  return {
    status: cardStatus(employee, now),
    ...(cardStatus(employee, now) === "upcoming" && { startsOn: employee.tmt }),
    state: stateOf(employee, drawing, now),
    text: {
      ...cardText(employee),
      ...(card ? { serial: card.serial, issuedOn: card.issuedOn } : {}),
      // A code of another drawing would be refused for this record.
      ...(drawing && card?.checkCode ? { checkCode: card.checkCode } : {}),
    },
    drawing,
    signedUntil: drawing && card?.signedUntil,
    files: (drawing && card?.files) ?? [],
    viewed: card?.viewed,
    shortened: (drawing && card?.shortened) ?? [],
    revision: employee.revision,
    asOf: now,
  };
}

function stateOf(employee: Employee, drawing: Drawing | undefined, now: Date): ShownCard["state"] {
  if (drawing) return "drawn";
  if (canHoldCard(employee, now)) return "drawing";
  return cardStatus(employee, now) === "active" ? "no-photo" : "none";
}

function currentDrawing(
  employee: Employee,
  card: Card | undefined,
  now: Date,
): Drawing | undefined {
  if (
    !canHoldCard(employee, now) ||
    !card?.templateVersion ||
    !card.backs ||
    card.contentHash !== contentHash(employee)
  )
    return undefined;
  return {
    employeeId: employee.id,
    contentHash: card.contentHash,
    templateVersion: card.templateVersion,
    backs: card.backs,
    ...(card.signature && { signature: card.signature }),
  };
}
