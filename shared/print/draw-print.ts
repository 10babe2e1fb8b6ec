import type { Unit } from "#shared/access/scope.ts";
import type { AuditTrail } from "#shared/audit/audit-trail.ts";
import { canHoldCard } from "#shared/card/can-hold-card.ts";
import type { Cards, CardTokens, CheckCodes } from "#shared/card/card.ts";
import type { DocumentName, Issue } from "#shared/card/card-content.ts";
import { contentHash } from "#shared/card/content-hash.ts";
import type { Looks } from "#shared/card/design/look.ts";
import type { PrintedCard } from "#shared/card/pdf/card-typesetter.ts";
import { printedContent } from "#shared/card/printed-content.ts";
import {
  cardStatus,
  type Employee,
  type EmployeeId,
  type PhotoId,
} from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { confirmedPhoto } from "#shared/photo/photo-digest.ts";
import type { PhotoFiles } from "#shared/photo/photo-files.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { isOver, mostLacking, type Print, type PrintProgress } from "./print.ts";
import type { PrintId } from "./print-id.ts";
import type { PrintFiles, Prints } from "./prints.ts";

export interface DrawPrint {
  readonly employees: Pick<Employees, "find" | "inUnit">;
  readonly cards: Pick<Cards, "find">;
  readonly photos: Pick<PhotoFiles, "read">;
  readonly tokens: Pick<CardTokens, "token">;
  readonly checkCodes: Pick<CheckCodes, "code">;
  readonly prints: Pick<Prints, "find" | "advance">;
  readonly files: Pick<PrintFiles, "put">;
  readonly history: Pick<AuditTrail, "noteReading">;
  /** Takes one card after the other, and drops each after it was written, so that the memory stays small. */
  readonly draw: (
    cards: AsyncIterable<PrintedCard>,
    sheet: DocumentName,
  ) => AsyncIterable<Uint8Array>;
  readonly looks: Looks;
  readonly siteUrl: string;
  readonly clock: Clock;
}

/** "unchanged": it was drawn before · "none": it is over, or nobody in the unit has a card now. */
export type PrintOutcome = "drawn" | "unchanged" | "none";

/** The people in the file: records and serial numbers. Photos are read one by one while the file is drawn. */
interface Roster {
  readonly holders: readonly { readonly employee: Holder; readonly issue: Issue }[];
  readonly withoutPhoto: number;
  readonly withoutCard: number;
  readonly lackingIds: readonly EmployeeId[];
}
type Holder = Employee & { readonly photoId: PhotoId };

/** How many cards are drawn from one note of progress to the next. */
const noteEvery = 10;

/**
 * Draws the cards of a unit into one file. Runs any number of times for the same print: it stores the file under the
 * print's own key first, and then says that it is ready.
 * @throws what its dependencies throw; the print has failed then, until it is tried again
 */
export async function drawPrint(dependencies: DrawPrint, printId: PrintId): Promise<PrintOutcome> {
  const { prints, files, draw, clock } = dependencies;
  const print = await prints.find(printId);
  if (!print || isOver(print, clock.now())) return "none";
  if (print.state === "ready") return "unchanged";
  const note = (progress: Partial<PrintProgress>) => prints.advance(printId, progress, clock.now());
  try {
    await note({ state: "drawing", drawn: 0 });
    const { holders, ...leftOut } = await rosterOf(dependencies, print);
    await note({ total: holders.length, ...leftOut });
    if (holders.length === 0) {
      await note({ state: "failed" });
      return "none";
    }
    await files.put(printId, draw(cardsOf(dependencies, print, holders, note), print));
    await note({ state: "ready", drawn: holders.length });
    return "drawn";
  } catch (error) {
    // If this write fails too, the print counts as failed after a while (see progressOf).
    await note({ state: "failed" }).catch(() => undefined);
    throw error;
  }
}

/**
 * The unit's holders, by name. The index gives their ids; their records are read from the table. Only a card that shows its
 * newest record is printed, because a check of another one would fail.
 */
async function rosterOf(
  { employees, cards, clock }: Pick<DrawPrint, "employees" | "cards" | "clock">,
  unit: Unit,
): Promise<Roster> {
  const now = clock.now();
  const holders: Roster["holders"][number][] = [];
  const lacking: EmployeeId[] = [];
  let withoutCard = 0;
  for await (const { id } of employees.inUnit(unit)) {
    const employee = await employees.find(id);
    if (!employee || !isActiveIn(unit, employee, now)) continue;
    const card = await cards.find(id);
    if (!canHoldCard(employee, now)) lacking.push(id);
    else if (card?.contentHash !== contentHash(employee)) withoutCard++;
    else holders.push({ employee, issue: card });
  }
  holders.sort((a, b) => a.employee.name.localeCompare(b.employee.name, "id"));
  const lackingIds = lacking.slice(0, mostLacking);
  return { holders, withoutPhoto: lacking.length, withoutCard, lackingIds };
}

function isActiveIn({ instansiId, unitKerja }: Unit, employee: Employee, now: Date): boolean {
  return (
    employee.instansiId === instansiId &&
    employee.unitKerja === unitKerja &&
    cardStatus(employee, now) === "active"
  );
}

/**
 * Yields each card when it is asked for, and notes the progress from time to time. The history records whose card was printed,
 * as if the officer had opened the record; it is written before the card is in the file.
 */
async function* cardsOf(
  dependencies: DrawPrint,
  { officerId, instansiId }: Pick<Print, "officerId" | "instansiId">,
  holders: Roster["holders"],
  note: (progress: Partial<PrintProgress>) => Promise<void>,
): AsyncGenerator<PrintedCard> {
  const { photos, history, clock, looks } = dependencies;
  // All cards of one file have one look, also when the agency changes it meanwhile.
  const look = await looks.of(instansiId);
  for (const [drawn, { employee, issue }] of holders.entries()) {
    if (drawn > 0 && drawn % noteEvery === 0) await note({ drawn });
    await history.noteReading({
      subjectId: employee.id,
      at: clock.now().toISOString(),
      actor: { role: "officer", id: officerId },
      purpose: "card-printed",
    });
    const photo = await photos.read(confirmedPhoto(employee));
    const { content } = await printedContent(dependencies, employee, issue, look);
    yield { content, photo };
  }
}
