import { dayOf, type Employee, type EmployeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { numberKindOf } from "#shared/employee/nip.ts";
import type { OpenChanges } from "#shared/employee/open-change.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { type CardHolder, canHoldCard } from "./can-hold-card.ts";
import { type Card, type Cards, type CardToken, isShowing, type Pointer } from "./card.ts";
import { type CardContent, contentOf, type ShortenedText } from "./card-content.ts";
import { backOnScreen, fileName, frontOnScreen } from "./card-file.ts";
import { numbersHash, tokenHash } from "./card-token.ts";
import type { Looks } from "./design/look.ts";
import { drawingOf } from "./drawn-card.ts";
import { type KeepFile, keepFile } from "./keep-file.ts";
import { type PrintCard, type PrintedContent, printedContent } from "./printed-content.ts";
import { type SignCard, signCard } from "./sign-card.ts";

export interface IssueCard extends KeepFile, PrintCard, SignCard {
  readonly employees: Pick<Employees, "find">;
  readonly changes: Pick<OpenChanges, "close">;
  readonly cards: Pick<Cards, "find" | "issue" | "addToken" | "point">;
  /** The texts of the record that a drawing has no room for. */
  readonly shortened: (content: CardContent) => readonly ShortenedText[];
  readonly looks: Looks;
  readonly clock: Clock;
}

/** "unchanged": nothing was to be drawn · "none": the record may have no card, or has no photo. */
export type Outcome = "drawn" | "unchanged" | "none";

/** For a holder who has viewed no card yet. Most use a phone. */
const usualShape = "portrait";

/**
 * Makes the holder's card that of the newest record. It may run any number of times, in any order and for old events, because
 * it reads the record itself, stores objects under keys of their content, and moves the pointer only forward when they are
 * stored. At the very end it closes the open change of the revision that it read; a newer one stays open.
 *
 * It draws the front in the shape that the holder viewed last. The back is drawn only if it is the first one of its agency, kind
 * and template. Everything else is drawn when somebody asks for it (draw-file.ts): also the front of a card that nobody has ever looked
 * at, when only its look or its signature is another one.
 */
export async function issueCard(dependencies: IssueCard, employeeId: EmployeeId): Promise<Outcome> {
  const { employees, changes, clock } = dependencies;
  const employee = await employees.find(employeeId);
  if (!employee) return "none";
  const outcome = canHoldCard(employee, clock.now())
    ? await drawCard(dependencies, employee)
    : "none";
  await changes.close(employeeId, employee.revision);
  return outcome;
}

/** Long: the order of the writes is the rule. */
async function drawCard(
  dependencies: IssueCard,
  employee: CardHolder,
): Promise<Exclude<Outcome, "none">> {
  const { cards, clock, looks, siteUrl } = dependencies;
  const { id: employeeId } = employee;
  const card = await cards.find(employeeId);
  const today = dayOf(employee, clock.now());
  const { serial, issuedOn } = card ?? (await cards.issue(employeeId, seriesOf(employee), today));
  const issue = { serial, issuedOn };
  const look = await looks.of(employee.instansiId);
  const signed = await signCard(dependencies, employee, serial);
  const drawing = drawingOf(employee, look.version, siteUrl, signed?.name);
  const { contentHash } = drawing;
  const isShown = card !== undefined && isShowing(card, drawing);
  const before = isShown ? (card.files ?? []) : [];
  const point = (content: CardContent, codes: KeptCodes, files: readonly string[]) =>
    cards.point(employeeId, {
      ...{ ...drawing, ...codes, files },
      shortened: dependencies.shortened(content),
      signedBy: signed?.kid,
      signedUntil: signed?.until,
      revision: employee.revision,
    });
  // Of what only gets another look, or another signature, everything is known but how it is drawn.
  const known = knownOf(card, contentHash);
  if (known && !card?.viewed && before.length === 0) {
    // Nobody has ever looked at this card. Whoever does, has it drawn then (draw-file.ts).
    await point(contentOf(employee, { look, qr: "", siteUrl }), known, []);
    return "unchanged";
  }
  const asPrinted = { ...issue, ...known };
  const printed = await printedContent(dependencies, employee, asPrinted, look, signed?.digits);
  const { checkCode, sealedToken, content } = printed;
  const shape = card?.viewed ?? usualShape;
  const [front, back] = [frontOnScreen(shape), backOnScreen(shape)];
  const keep = (file: typeof front, isNew: boolean) =>
    keepFile(dependencies, { employee, drawing, file, isNew, content: async () => content });
  const [isDrawn] = await Promise.all([
    keep(front, known !== undefined && !isShown),
    keep(back, false),
  ]);
  if (known === undefined)
    await makeFindable(cards, printed, { ...issue, employeeId, contentHash });
  const files = [...new Set([...before, fileName(front), fileName(back)])];
  await point(content, { checkCode, sealedToken }, files);
  return isDrawn ? "drawn" : "unchanged";
}

type KeptCodes = Pick<Pointer, "checkCode" | "sealedToken">;

/** What the pointer says of this content. @returns undefined where it is another card's, or not there */
function knownOf(card: Card | undefined, contentHash: string): KeptCodes | undefined {
  if (card?.checkCode === undefined || card.contentHash !== contentHash) return undefined;
  return { checkCode: card.checkCode, sealedToken: card.sealedToken };
}

/** A card is found by its QR, and by its two numbers where the QR cannot be scanned. */
async function makeFindable(
  cards: Pick<Cards, "addToken">,
  { token, checkCode }: PrintedContent,
  card: CardToken,
): Promise<void> {
  await Promise.all([
    cards.addToken(tokenHash(token), card),
    cards.addToken(numbersHash({ serial: card.serial, checkCode }), card),
  ]);
}

/** A for PNS and B for every PPPK is our reading of SE BKN 16/2022; the year is that of the appointment. */
function seriesOf({ kind, tmt }: Employee): string {
  return `${numberKindOf(kind) === "PNS" ? "A" : "B"}${tmt.slice(0, 4)}`;
}
