import type { AcceptedPhoto, ConfirmedPhoto, PhotoName, Pictures } from "./photo-digest.ts";
import type { UploadForm, WaitingUpload } from "./upload.ts";

/** The photos' bytes, from the upload to the confirmed photo. */
export interface PhotoFiles {
  /**
   * A form that takes one PNG of at most 2 MB under one key, for two minutes. S3 lets it be used again meanwhile (its
   * "POST Object" knows no If-None-Match); what comes after the outcome is never looked at.
   */
  uploadForm(name: PhotoName): Promise<UploadForm>;
  /** The upload as it came; undefined once it has been dealt with. */
  readIncoming(name: PhotoName): Promise<Buffer | undefined>;
  deleteIncoming(name: PhotoName): Promise<void>;
  /** Uploads that have waited since before that instant. */
  incomingBefore(instant: Date): AsyncGenerator<WaitingUpload>;
  putCandidate(photo: AcceptedPhoto, pictures: Pictures): Promise<void>;
  /** Keeps an accepted candidate for good. @throws when the candidate is gone, or is not what was accepted */
  keep(photo: AcceptedPhoto): Promise<void>;
  /** A confirmed photo. @throws when it is not there or is not the one that was confirmed: a lost object, or a forged one */
  read(photo: ConfirmedPhoto): Promise<Buffer>;
  /**
   * A confirmed photo as a data address, small: for who has a weak link. Of a record without digests it is the whole one.
   * @throws as `read`
   */
  readAsAddress(photo: ConfirmedPhoto): Promise<string>;
  putPreview(photo: AcceptedPhoto, face: string, png: Buffer): Promise<void>;
  /** A link to a preview that lives for a minute. */
  linkToPreview(photo: AcceptedPhoto, face: string): Promise<string>;
}
