import type { AuditTrail } from "#shared/audit/audit-trail.ts";
import { canHoldCard } from "#shared/card/can-hold-card.ts";
import type { Card, Cards } from "#shared/card/card.ts";
import type { DocumentName } from "#shared/card/card-content.ts";
import { contentHash } from "#shared/card/content-hash.ts";
import type { Looks } from "#shared/card/design/look.ts";
import type { PrintedCard } from "#shared/card/pdf/card-typesetter.ts";
import { type PrintCard, printedContent } from "#shared/card/printed-content.ts";
import type { RevokedKeys } from "#shared/card/revoked-keys.ts";
import { signedWith } from "#shared/card/sign-card.ts";
import type { Signatures } from "#shared/card/signature.ts";
import type { Employee, EmployeeId, PhotoId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { confirmedPhoto } from "#shared/photo/photo-digest.ts";
import type { PhotoFiles } from "#shared/photo/photo-files.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { type CardsPrint, mostLacking } from "./print.ts";
import { byName, isActiveIn, type NoteDrawn, noted, type PrintContent } from "./print-content.ts";

export interface CardsOfUnit extends PrintCard {
  readonly employees: Pick<Employees, "find">;
  readonly cards: Pick<Cards, "find">;
  readonly signatures: Pick<Signatures, "find">;
  readonly revokedKeys: Pick<RevokedKeys, "all">;
  readonly photos: Pick<PhotoFiles, "read">;
  readonly history: Pick<AuditTrail, "noteReading">;
  /** Takes one card after the other, and drops each after it was written, so that the memory stays small. */
  readonly draw: (
    cards: AsyncIterable<PrintedCard>,
    sheet: DocumentName,
  ) => AsyncIterable<Uint8Array>;
  readonly looks: Looks;
  readonly clock: Clock;
}

/** Whose card is in the file. Photos are read one by one while it is drawn. */
interface CardHolder {
  readonly employee: Employee & { readonly photoId: PhotoId };
  readonly card: Card;
}

/**
 * A part's holders, by name. The plan has their ids; their records are read from the table. Only a card that shows its
 * newest record is printed, because a check of another one would fail.
 */
export async function cardsOfUnit(
  dependencies: CardsOfUnit,
  print: CardsPrint,
  ids: readonly EmployeeId[],
): Promise<PrintContent> {
  const { employees, cards, draw, clock } = dependencies;
  const now = clock.now();
  const holders: CardHolder[] = [];
  const lacking: EmployeeId[] = [];
  let withoutCard = 0;
  for (const id of ids) {
    const employee = await employees.find(id);
    if (!employee || !isActiveIn(print, employee, now)) continue;
    const card = await cards.find(id);
    if (!canHoldCard(employee, now)) lacking.push(id);
    else if (card?.contentHash !== contentHash(employee)) withoutCard++;
    else holders.push({ employee, card });
  }
  holders.sort((a, b) => byName(a.employee, b.employee));
  return {
    total: holders.length,
    leftOut: {
      withoutPhoto: lacking.length,
      withoutCard,
      lackingIds: lacking.slice(0, mostLacking),
    },
    pdf: (note) => draw(printedCards(dependencies, print, holders, note), print),
  };
}

/**
 * The history records whose card was printed, as if the officer had opened the record; it is written before the card is in the
 * file.
 */
async function* printedCards(
  dependencies: CardsOfUnit,
  { officerId, instansiId }: Pick<CardsPrint, "officerId" | "instansiId">,
  holders: readonly CardHolder[],
  note: NoteDrawn,
): AsyncGenerator<PrintedCard> {
  const { photos, history, clock, looks, revokedKeys } = dependencies;
  // All cards of one file have one look, also when the agency changes it meanwhile.
  const look = await looks.of(instansiId);
  const revoked = await revokedKeys.all();
  for await (const { employee, card } of noted(holders, note)) {
    await history.noteReading({
      subjectId: employee.id,
      at: clock.now().toISOString(),
      actor: { role: "officer", id: officerId },
      purpose: "card-printed",
    });
    const photo = await photos.read(confirmedPhoto(employee));
    const digits = await signedDigits(dependencies, employee, card, revoked);
    const { content } = await printedContent(dependencies, employee, card, look, digits);
    yield { content, photo };
  }
}

/** What the card on the holder's page has in its QR. A print signs nothing. */
async function signedDigits(
  { signatures }: Pick<CardsOfUnit, "signatures">,
  employee: Employee,
  { serial, signature: shown }: Card,
  revoked: ReadonlySet<string>,
): Promise<string | undefined> {
  const signature = shown && (await signatures.find(contentHash(employee)));
  if (!signature || revoked.has(signature.kid)) return undefined;
  return signedWith(employee, serial, signature)?.digits;
}
