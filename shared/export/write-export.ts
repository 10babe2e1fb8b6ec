import type { Agencies } from "#shared/agency/agencies.ts";
import { zoneOf } from "#shared/agency/agency.ts";
import type { AuditTrail } from "#shared/audit/audit-trail.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Cell, SheetLook } from "#shared/import/table.ts";
import { writeSpreadsheet } from "#shared/import/write-spreadsheet.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { campaignSheet, type ReadCampaignSheet } from "./campaign-sheet.ts";
import {
  type Export,
  type ExportId,
  type ExportProgress,
  exportHours,
  filterOf,
  hoursFrom,
  isOver,
  mostAlone,
} from "./export.ts";
import { type ExportSheet, peopleSheet } from "./export-sheet.ts";
import type { ExportFiles, Exports } from "./exports.ts";
import { type FindPeople, FoundPeople } from "./find-people.ts";

export interface WriteExport extends FindPeople, ReadCampaignSheet {
  readonly exports: Pick<Exports, "find" | "advance">;
  readonly files: Pick<ExportFiles, "put">;
  readonly agencies: Pick<Agencies, "find">;
  readonly history: Pick<AuditTrail, "add" | "noteReading">;
  readonly clock: Clock;
}

/** "large": a second person has to agree · "none": it is over, waits for somebody, or is of a campaign that is gone · "unchanged": it was written before. */
export type ExportOutcome = "written" | "large" | "none" | "unchanged";

/** A reading is a write unit of some 5 ms: two exports at once stay within the 2,000 a second of the history's table. */
const notedAtOnce = 5;

/**
 * Finds the people of an export and writes them into its file. Above `mostAlone` people it only counts, until a second person has agreed.
 * Runs any number of times for the same export: it stores the file under the export's own key first, and then says that it is ready.
 * @throws what its dependencies throw; the export has failed then, until it is tried again
 */
export async function writeExport(
  dependencies: WriteExport,
  exportId: ExportId,
): Promise<ExportOutcome> {
  const { exports, clock } = dependencies;
  const item = await exports.find(exportId);
  if (!item || isOver(item, clock.now())) return "none";
  if (item.state === "ready") return "unchanged";
  if (item.state === "large" || item.state === "asked" || item.state === "approved") return "none";
  const note = (progress: Partial<ExportProgress>) =>
    exports.advance(exportId, progress, clock.now());
  try {
    await note({ state: "writing", written: 0 });
    return await write(dependencies, item, note);
  } catch (error) {
    // If this write fails too, the export counts as failed after a while (see hasDied).
    await note({ state: "failed" }).catch(() => undefined);
    throw error;
  }
}

type Note = (progress: Partial<ExportProgress>) => Promise<void>;

async function write(
  dependencies: WriteExport,
  item: Export,
  note: Note,
): Promise<"written" | "large" | "none"> {
  const { campaign } = item;
  const sheet = campaign ? await campaignSheet(dependencies, item, campaign.id) : peopleSheet(item);
  if (!sheet) {
    await note({ state: "failed" });
    return "none";
  }
  return await writeSheet(dependencies, { item, sheet }, note);
}

interface Wanted {
  readonly item: Export;
  readonly sheet: ExportSheet;
}

async function writeSheet(
  dependencies: WriteExport,
  { item, sheet }: Wanted,
  note: Note,
): Promise<"written" | "large"> {
  const people = new FoundPeople(dependencies, item, sheet.people);
  let source: AsyncIterable<readonly Employee[]> = people.pages();
  if (item.approvedBy === undefined) {
    const few = await people.atMost(mostAlone);
    if (!few) {
      await note({ state: "large", total: people.count, unreadable: people.unreadable });
      return "large";
    }
    source = oneAfterAnother(few);
  }
  const officer = await dependencies.employees.find(item.officerId);
  if (!officer) throw new Error("Whoever asked for an export has no record.");
  const zone = zoneOf(await dependencies.agencies.find(item.instansiId));
  const title = sheet.title({ officer, zone, now: dependencies.clock.now() });
  const look = { name: sheet.name, widths: sheet.widths, headingRow: title.length + 1 };
  const rows = new NotedRows(dependencies, { item, sheet }, note);
  await dependencies.files.put(
    item,
    fileOf(item, [...title, sheet.headings], rows.of(source), look),
  );
  await noteInHistory(dependencies, item, rows.written);
  await note({
    ...{
      state: "ready",
      written: rows.written,
      total: rows.written,
      unreadable: people.unreadable,
    },
    endsAt: hoursFrom(dependencies.clock.now(), exportHours),
  });
  return "written";
}

async function* oneAfterAnother<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all;
}

async function* fileOf(
  { format }: Export,
  above: readonly (readonly Cell[])[],
  rows: AsyncIterable<readonly Cell[]>,
  look: SheetLook,
): AsyncGenerator<Uint8Array> {
  async function* all() {
    yield* above;
    yield* rows;
  }
  yield* writeSpreadsheet(format, all(), look);
}

/** Rows for the file. The history says of each person that the officer took the record out, before it is in the file. */
class NotedRows {
  written = 0;
  readonly #dependencies: WriteExport;
  readonly #item: Export;
  readonly #sheet: ExportSheet;
  readonly #note: Note;

  constructor(dependencies: WriteExport, { item, sheet }: Wanted, note: Note) {
    this.#dependencies = dependencies;
    this.#item = item;
    this.#sheet = sheet;
    this.#note = note;
  }

  async *of(pages: AsyncIterable<readonly Employee[]>): AsyncGenerator<readonly Cell[]> {
    for await (const page of pages) {
      for (let at = 0; at < page.length; at += notedAtOnce)
        await Promise.all(page.slice(at, at + notedAtOnce).map((each) => this.#noteReading(each)));
      for (const employee of page)
        yield this.#sheet.rowOf(employee, this.#dependencies.clock.now());
      this.written += page.length;
      await this.#note({ written: this.written });
    }
  }

  async #noteReading({ id }: Employee): Promise<void> {
    const { history, clock } = this.#dependencies;
    await history.noteReading({
      subjectId: id,
      at: clock.now().toISOString(),
      actor: { role: "officer", id: this.#item.officerId },
      purpose: "record-exported",
    });
  }
}

/** Once, whatever is tried again: the export's own history, with what was asked and how many people left. */
async function noteInHistory(
  { history, clock }: WriteExport,
  { id, officerId, approvedBy, format, ...item }: Export,
  written: number,
): Promise<void> {
  const { q, campaign, ...filters } = filterOf(item);
  await history.add({
    subjectId: `export#${id}`,
    revision: 1,
    at: clock.now().toISOString(),
    actor: { role: "officer", id: officerId },
    ...(approvedBy !== undefined && { approvedBy }),
    action: "records-exported",
    changes: [
      { field: "q", to: q },
      ...Object.entries(filters).map(([field, to]) => ({ field, to })),
      ...(campaign ? [{ field: "campaign", to: campaign.title }] : []),
      { field: "format", to: format },
      { field: "people", to: String(written) },
    ],
  });
}
