import type { ApprovalId } from "#shared/access/approval.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Export, ExportId, ExportProgress } from "#shared/export/export.ts";
import type { ExportFiles, Exports } from "#shared/export/exports.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { stepInMemory } from "./steps-in-memory.ts";

/** The export table without DynamoDB; runs the same contract test (export-table-contract.ts). */
export class ExportsInMemory implements Exports {
  readonly #exports = new Map<ExportId, Export>();

  get all(): readonly Export[] {
    return [...this.#exports.values()];
  }

  async add(item: Export): Promise<void> {
    if (!this.#exports.has(item.id)) this.#exports.set(item.id, item);
  }

  async find(id: ExportId): Promise<Export | undefined> {
    return this.#exports.get(id);
  }

  async ofOfficer(officerId: EmployeeId, now: Date, limit: number): Promise<Export[]> {
    return this.all
      .filter((item) => item.officerId === officerId && item.endsAt > now.toISOString())
      .toSorted((a, b) => b.requestedAt.localeCompare(a.requestedAt))
      .slice(0, limit);
  }

  async advance(id: ExportId, progress: Partial<ExportProgress>, now: Date): Promise<void> {
    const item = this.#exports.get(id);
    if (!item || ["ready", "large", "asked"].includes(item.state)) return;
    this.#exports.set(id, { ...item, ...progress, updatedAt: now.toISOString() });
  }

  async restart(seen: Export, now: Date): Promise<boolean> {
    const item = this.#exports.get(seen.id);
    if (!item || !isAsSeen(item, seen)) return false;
    const begun = { state: "waiting", written: 0, unreadable: 0 } as const;
    this.#exports.set(seen.id, { ...item, ...begun, updatedAt: now.toISOString() });
    return true;
  }

  asking(
    seen: Export,
    asked: { readonly approvalId: ApprovalId; readonly endsAt: string },
    now: Date,
  ): JoinedWrite {
    return stepInMemory("record-changed", {
      holds: () => {
        const item = this.#exports.get(seen.id);
        return item !== undefined && isAsSeen(item, seen);
      },
      write: () =>
        this.#change(seen.id, { ...asked, state: "asked", updatedAt: now.toISOString() }),
    });
  }

  agreeing(
    id: ExportId,
    agreed: { readonly approvalId: ApprovalId; readonly by: EmployeeId; readonly at: Date },
  ): JoinedWrite {
    return stepInMemory("approval-subject-changed", {
      holds: () => {
        const item = this.#exports.get(id);
        return item?.state === "asked" && item.approvalId === agreed.approvalId;
      },
      write: () =>
        this.#change(id, {
          ...{ state: "approved", approvedBy: agreed.by },
          updatedAt: agreed.at.toISOString(),
        }),
    });
  }

  #change(id: ExportId, change: Partial<Export>): void {
    const item = this.#exports.get(id);
    if (item) this.#exports.set(id, { ...item, ...change });
  }
}

function isAsSeen(item: Export, seen: Export): boolean {
  return item.state === seen.state && item.updatedAt === seen.updatedAt;
}

/** The export bucket without S3. */
export class ExportFilesInMemory implements ExportFiles {
  readonly files = new Map<ExportId, Uint8Array<ArrayBuffer>>();

  async put({ id }: Export, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    this.files.set(id, new Uint8Array(Buffer.concat(await Array.fromAsync(pieces))));
  }

  async link({ id, format }: Export, fileName: string): Promise<string> {
    const link = new URL(`https://exports.example/exports/${id}.${format}`);
    link.searchParams.set("response-content-disposition", `attachment; filename="${fileName}"`);
    return link.href;
  }
}
