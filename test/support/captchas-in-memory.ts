import type { AnsweredChallenges, UsedFor } from "#shared/captcha/work-challenge.ts";
import {
  firstKept,
  type Scan,
  type ScanPage,
  type ScanQuery,
  type Scans,
  scan,
} from "#shared/card/scan.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import {
  type ReportedPhoto,
  type ReportedPhotos,
  reportedPhoto,
  reportId,
  untaken,
} from "#shared/photo/reported-photo.ts";
import {
  type SuspectedCards,
  suspectedCard,
  suspicionId,
  untakenCards,
} from "#shared/suspect-card/suspected-card.ts";

/** The captcha table without DynamoDB; runs the same contract tests (captcha-table-contract.ts, scan-table-contract.ts, reported-photos-contract.ts). */
export class CaptchasInMemory implements AnsweredChallenges, Scans, ReportedPhotos {
  readonly #used = new Map<string, UsedFor | undefined>();

  /** How many challenges were used up. */
  get used(): number {
    return this.#used.size;
  }

  async use({ id }: { id: string }, usedFor?: UsedFor): Promise<boolean> {
    if (this.#used.has(id)) return false;
    this.#used.set(id, usedFor);
    return true;
  }

  async untaken(limit: number): Promise<readonly ReportedPhoto[]> {
    const waiting = [...this.#used.values()].flatMap((usedFor) => {
      const read = reportedPhoto.safeParse(usedFor?.record);
      return read.success && usedFor?.record.reportOf === untaken ? [read.data] : [];
    });
    return waiting
      .toSorted((one, other) => one.reportedAt.localeCompare(other.reportedAt))
      .slice(0, limit);
  }

  async take(report: ReportedPhoto): Promise<void> {
    this.#noLonger(reportId(report));
  }

  #noLonger(id: string): void {
    const usedFor = this.#used.get(id);
    if (!usedFor) return;
    const { reportOf: _taken, ...record } = usedFor.record;
    this.#used.set(id, { ...usedFor, record });
  }

  /** The other sort of reports, which lie beside. */
  readonly suspicions: SuspectedCards = {
    untaken: async (limit) =>
      [...this.#used.values()]
        .flatMap((usedFor) => {
          const read = suspectedCard.safeParse(usedFor?.record);
          return read.success && usedFor?.record.reportOf === untakenCards ? [read.data] : [];
        })
        .toSorted((one, other) => one.reportedAt.localeCompare(other.reportedAt))
        .slice(0, limit),
    take: async (report) => this.#noLonger(suspicionId(report)),
  };

  async of(employeeId: EmployeeId, { limit, from, now }: ScanQuery): Promise<ScanPage> {
    const first = firstKept(now);
    const older = this.#scansOf(employeeId).filter(
      ({ key }) => key >= first && (from === undefined || key < from),
    );
    const kept = older.slice(0, limit);
    return {
      items: kept.map(({ made }) => made),
      next: older.length > limit ? kept.at(-1)?.key : undefined,
    };
  }

  /** The newest first. */
  #scansOf(employeeId: EmployeeId): { readonly key: string; readonly made: Scan }[] {
    return [...this.#used.values()]
      .flatMap((usedFor) => {
        const read = scan.safeParse(usedFor?.record);
        return read.success && read.data.employeeId === employeeId
          ? [{ key: String(usedFor?.record.scannedAt), made: read.data }]
          : [];
      })
      .sort((a, b) => b.key.localeCompare(a.key));
  }
}
