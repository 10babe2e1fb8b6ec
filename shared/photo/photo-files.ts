import type { AcceptedPhoto, ConfirmedPhoto, PhotoName, Pictures } from "./photo-digest.ts";
import type { UploadForm, WaitingUpload } from "./upload.ts";

/** An object that should be there is not; S3 tells whoever may not list the bucket «AccessDenied», the cause. Logs have the name. */
export class PhotoNotThere extends Error {
  override readonly name = "PhotoNotThere";

  constructor(key: string, options?: ErrorOptions) {
    super(`${key} is not in the bucket.`, options);
  }
}

/** What lies under a key has not the key's digest: somebody replaced it. Logs have the name. */
export class PhotoReplaced extends Error {
  override readonly name = "PhotoReplaced";

  constructor(key: string) {
    super(`${key} is not the photo that was accepted.`);
  }
}

/** The photos' bytes, from the upload to the confirmed photo. */
export interface PhotoFiles {
  /**
   * A form for one PNG of at most 2 MB under one key, valid for ten minutes. In that time it can be used again (S3's "POST
   * Object" has no If-None-Match); what comes after the outcome is never read.
   */
  uploadForm(name: PhotoName): Promise<UploadForm>;
  /** The upload as it came; undefined after it has been validated. */
  readIncoming(name: PhotoName): Promise<Buffer | undefined>;
  deleteIncoming(name: PhotoName): Promise<void>;
  /**
   * Uploads that have waited since before that instant, in the order of their random names.
   * @param start from 0 to 1: which part of the names comes first. The others follow, so that no part is always the last
   */
  incomingBefore(instant: Date, start: number): AsyncGenerator<WaitingUpload>;
  putCandidate(photo: AcceptedPhoto, pictures: Pictures): Promise<void>;
  /** Stores an accepted candidate permanently. @throws PhotoNotThere when the candidate is gone; PhotoReplaced when it is not what was accepted */
  keep(photo: AcceptedPhoto): Promise<void>;
  /** A confirmed photo. @throws PhotoNotThere, PhotoReplaced: a lost or a forged object */
  read(photo: ConfirmedPhoto): Promise<Buffer>;
  /**
   * A confirmed photo as a small data address, for weak links. A record without digests has only the large one.
   * @throws as `read`
   */
  readAsAddress(photo: ConfirmedPhoto): Promise<string>;
  putPreview(photo: AcceptedPhoto, face: string, png: Buffer): Promise<void>;
  /** A link to a preview, valid for a minute. */
  linkToPreview(photo: AcceptedPhoto, face: string): Promise<string>;
}
