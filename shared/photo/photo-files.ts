import type { AcceptedPhoto, ConfirmedPhoto, PhotoName, Pictures } from "./photo-digest.ts";
import type { UploadForm, WaitingUpload } from "./upload.ts";

/** The photos' bytes, from the upload to the confirmed photo. */
export interface PhotoFiles {
  /**
   * A form for one PNG of at most 2 MB under one key, valid for two minutes. In that time it can be used again (S3's "POST
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
  /** Stores an accepted candidate permanently. @throws when the candidate is gone, or is not what was accepted */
  keep(photo: AcceptedPhoto): Promise<void>;
  /** A confirmed photo. @throws when it is missing or is not the one that was confirmed: a lost or a forged object */
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
