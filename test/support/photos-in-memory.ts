import type { PhotoId } from "#shared/employee/employee.ts";
import type { PhotoDigests } from "#shared/photo/photo-digest.ts";
import type { PhotoReport } from "#shared/photo/photo-report.ts";
import type { Upload, Uploads } from "#shared/photo/upload.ts";

/** The photo table without DynamoDB; runs the same contract test (photo-table-contract.ts). */
export class PhotosInMemory implements Uploads {
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

  async expect(requested: Pick<Upload, "id" | "employeeId" | "requestedAt">): Promise<void> {
    if (this.#uploads.has(requested.id)) throw new Error("This upload exists.");
    this.#uploads.set(requested.id, { ...requested, state: "awaiting-upload", rules: [] });
  }

  async decide(
    id: PhotoId,
    { accepted, rules }: PhotoReport,
    digests?: PhotoDigests,
  ): Promise<boolean> {
    const upload = this.#uploads.get(id);
    if (upload?.state !== "awaiting-upload") return false;
    this.#uploads.set(id, {
      ...upload,
      state: accepted ? "accepted" : "rejected",
      rules,
      ...(digests && {
        photoDigest: digests.photoDigest,
        smallPhotoDigest: digests.smallPhotoDigest,
      }),
    });
    return true;
  }

  async postpone(id: PhotoId, now: Date, until: Date): Promise<boolean> {
    const upload = this.#uploads.get(id);
    if (!upload || (upload.askAgainAt ?? "") > now.toISOString()) return false;
    this.#uploads.set(id, { ...upload, askAgainAt: until.toISOString() });
    return true;
  }
}
