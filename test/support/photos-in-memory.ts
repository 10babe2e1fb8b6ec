import { isBehind } from "#shared/account/list-accounts.ts";
import type { RefusedPhotos } from "#shared/account/refused-photos.ts";
import type { EmployeeId, PhotoId } from "#shared/employee/employee.ts";
import type { Listed, ListedQuery } from "#shared/employee/employees.ts";
import type { PhotoDigests } from "#shared/photo/photo-digest.ts";
import type { PhotoReport } from "#shared/photo/photo-report.ts";
import {
  isHolders,
  type RequestedUpload,
  type Upload,
  type Uploads,
} from "#shared/photo/upload.ts";

/** The photo table without DynamoDB; runs the same contract test (photo-table-contract.ts). */
export class PhotosInMemory implements Uploads, RefusedPhotos {
  readonly #uploads = new Map<PhotoId, Upload>();

  constructor(...uploads: Upload[]) {
    for (const upload of uploads) this.put(upload);
  }

  put(upload: Upload): void {
    this.#uploads.set(upload.id, upload);
  }

  get all(): readonly Upload[] {
    return [...this.#uploads.values()];
  }

  async find(id: PhotoId): Promise<Upload | undefined> {
    return this.#uploads.get(id);
  }

  async expect(requested: RequestedUpload): Promise<void> {
    if (this.#uploads.has(requested.id)) throw new Error("This upload exists.");
    this.#uploads.set(requested.id, { ...requested, state: "awaiting-upload", rules: [] });
  }

  async begin(
    id: PhotoId,
    { now, until }: { now: Date; until: Date },
  ): Promise<number | undefined> {
    const upload = this.#uploads.get(id);
    if (upload?.state !== "awaiting-upload") return undefined;
    if ((upload.lookedUntil ?? "") > now.toISOString()) return undefined;
    const begun = (upload.begun ?? 0) + 1;
    this.#uploads.set(id, { ...upload, begun, lookedUntil: until.toISOString() });
    return begun;
  }

  async survived(id: PhotoId): Promise<void> {
    const upload = this.#uploads.get(id);
    if (upload?.state !== "awaiting-upload") return;
    this.#uploads.set(id, { ...upload, begun: undefined, lookedUntil: undefined });
  }

  async decide(
    { id, instansiId }: RequestedUpload,
    { accepted, rules }: PhotoReport,
    digests?: PhotoDigests,
  ): Promise<boolean> {
    const upload = this.#uploads.get(id);
    if (upload?.state !== "awaiting-upload") return false;
    this.#uploads.set(id, {
      ...upload,
      instansiId,
      state: accepted ? "accepted" : "rejected",
      rules,
      ...(digests && {
        photoDigest: digests.photoDigest,
        smallPhotoDigest: digests.smallPhotoDigest,
      }),
    });
    return true;
  }

  async draw(id: PhotoId, place: number): Promise<number> {
    const upload = this.#uploads.get(id);
    if (!upload) throw new Error("There is no such upload.");
    const drawn = upload.drawn ?? place;
    this.#uploads.set(id, { ...upload, drawn });
    return drawn;
  }

  async latest(holder: EmployeeId): Promise<Upload | undefined> {
    const decided = this.all.filter(
      (each) => isHolders(each, holder) && each.state !== "awaiting-upload",
    );
    return decided.toSorted((a, b) => b.requestedAt.localeCompare(a.requestedAt))[0];
  }

  async refused(instansiId: string, { limit, after }: ListedQuery): Promise<Listed[]> {
    const holders = [...new Set(this.all.map(({ employeeId }) => employeeId))];
    const newest = await Promise.all(holders.map((holder) => this.latest(holder)));
    const lines = newest.flatMap((each) =>
      each?.state === "rejected" && each.instansiId === instansiId
        ? [{ id: each.employeeId, since: each.requestedAt }]
        : [],
    );
    const sorted = lines.toSorted((a, b) => (isBehind(a, b) ? 1 : -1));
    return sorted.filter((line) => !after || isBehind(line, after)).slice(0, limit);
  }

  async postpone(id: PhotoId, now: Date, until: Date): Promise<boolean> {
    const upload = this.#uploads.get(id);
    if (!upload || (upload.askAgainAt ?? "") > now.toISOString()) return false;
    this.#uploads.set(id, { ...upload, askAgainAt: until.toISOString() });
    return true;
  }
}
