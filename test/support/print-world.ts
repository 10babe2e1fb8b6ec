import { issueCard } from "#shared/card/issue-card.ts";
import type { PrintedCard } from "#shared/card/pdf/card-typesetter.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { ActivationLetter } from "#shared/print/activation-letter.ts";
import { type DrawPrint, drawPrint } from "#shared/print/draw-print.ts";
import type { PrintId } from "#shared/print/print-id.ts";
import { AccountRecordsInMemory } from "./account-records-in-memory.ts";
import { aNip, anEmployee } from "./builders.ts";
import { CardWorld } from "./card-world.ts";
import { HistoryInMemory } from "./history-in-memory.ts";
import { PrintFilesInMemory } from "./print-files-in-memory.ts";
import { aPrint } from "./print-table-contract.ts";
import { PrintsInMemory } from "./prints-in-memory.ts";

/** What printing a unit needs, in memory. Everybody's card was issued; drawing writes a line per card. */
export class PrintWorld extends CardWorld implements Omit<DrawPrint, "draw" | "drawLetters"> {
  readonly prints = new PrintsInMemory();
  readonly files = new PrintFilesInMemory();
  readonly history = new HistoryInMemory([]);
  readonly accountRecords = new AccountRecordsInMemory();
  /** The messages sent, in order. */
  readonly queued: PrintId[] = [];
  readonly printQueue = { send: async (id: PrintId) => void this.queued.push(id) };

  static async of(...employees: Employee[]): Promise<PrintWorld> {
    const world = new PrintWorld(...employees);
    for (const { id } of employees) await issueCard(world, id);
    return world;
  }

  async *drawLetters(letters: AsyncIterable<ActivationLetter>): AsyncGenerator<Uint8Array> {
    for await (const { name, nip, email } of letters)
      yield Buffer.from(`${name} ${nip} ${email}\n`);
  }

  async *drawLines(cards: AsyncIterable<PrintedCard>): AsyncGenerator<Uint8Array> {
    for await (const { content, photo } of cards)
      yield Buffer.from(
        `${content.text.name} ${content.issue?.serial} ${photo} ${[content.qrText, content.signedDigits].filter(Boolean).join("#")}\n`,
      );
  }
}

/** So many employees of one unit, each with a photo: "Orang 000" and so on. */
export function aUnit(size: number, change: Partial<Employee> = {}): Employee[] {
  return Array.from({ length: size }, (_, i) => {
    const order = String(i).padStart(3, "0");
    return anEmployee({
      id: `emp_${order}`,
      nip: aNip(`${19_850_101 + (i % 28)}201001${1 + (i % 2)}${String(i + 1).padStart(3, "0")}`),
      name: `Orang ${order}`,
      email: `${order}@contoh.example`,
      photoId: `pho_${order}`,
      ...change,
    });
  });
}

/** A line per card or letter. */
export const drawing = (world: PrintWorld): Pick<DrawPrint, "draw" | "drawLetters"> => ({
  draw: (cards) => world.drawLines(cards),
  drawLetters: (letters) => world.drawLetters(letters),
});

/** A world in which the unit's print waits; nobody has drawn it yet. */
export async function aWaitingPrint(
  employees: Employee[],
  change: Parameters<typeof aPrint>[0] = {},
) {
  const world = await PrintWorld.of(...employees);
  const { id } = aPrint();
  await world.prints.add(aPrint(change));
  const draw = (more: Partial<DrawPrint> = {}) =>
    drawPrint({ ...world, ...drawing(world), ...more }, id);
  const lines = () => (world.files.files.get(id)?.toString() ?? "").split("\n").slice(0, -1);
  return { world, draw, lines };
}
