import {
  type AcceptedPhoto,
  type ConfirmedPhoto,
  digestOf,
  type PhotoName,
  type Pictures,
} from "#shared/photo/photo-digest.ts";
import { type PhotoFiles, PhotoNotThere, PhotoReplaced } from "#shared/photo/photo-files.ts";
import {
  candidateKey,
  incomingFrom,
  incomingKey,
  parseIncomingKey,
  photoKey,
  previewKey,
  smallCandidateKey,
  smallPhotoKey,
} from "#shared/photo/photo-keys.ts";
import type { UploadForm, WaitingUpload } from "#shared/photo/upload.ts";
import type { Clock } from "#shared/runtime/clock.ts";

/** The photo bucket without S3; runs the same contract test (photo-bucket-contract.ts). */
export class PhotoObjectsInMemory implements PhotoFiles {
  readonly #objects = new Map<string, { readonly body: Buffer; readonly at: Date }>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get keys(): readonly string[] {
    return [...this.#objects.keys()].sort();
  }

  get(key: string): Buffer | undefined {
    return this.#objects.get(key)?.body;
  }

  put(key: string, body: Buffer): void {
    this.#objects.set(key, { body, at: this.#clock.now() });
  }

  async uploadForm(name: PhotoName): Promise<UploadForm> {
    const key = incomingKey(name);
    return { url: "https://photos.example", fields: { key, "Content-Type": "image/png" } };
  }

  async readIncoming(name: PhotoName): Promise<Buffer | undefined> {
    return this.#objects.get(incomingKey(name))?.body;
  }

  async deleteIncoming(name: PhotoName): Promise<void> {
    this.#objects.delete(incomingKey(name));
  }

  async *incomingBefore(instant: Date, start: number): AsyncGenerator<WaitingUpload> {
    const from = incomingFrom(start);
    const isBehind = (key: string) => key > from;
    for (const key of [...this.keys.filter(isBehind), ...this.keys.filter((k) => !isBehind(k))]) {
      const [name, at] = [parseIncomingKey(key), this.#objects.get(key)?.at];
      if (name && at && at < instant) yield { ...name, uploadedAt: at };
    }
  }

  async putCandidate(photo: AcceptedPhoto, { png, small }: Pictures): Promise<void> {
    this.#putOnce(candidateKey(photo), png);
    this.#putOnce(smallCandidateKey(photo), small);
  }

  async keep(photo: AcceptedPhoto): Promise<void> {
    const png = this.#readBound(candidateKey(photo), photo.photoDigest);
    const small = this.#readBound(smallCandidateKey(photo), photo.smallPhotoDigest);
    this.#putOnce(photoKey(photo), png);
    this.#putOnce(smallPhotoKey(photo, photo.smallPhotoDigest), small);
  }

  async read(photo: ConfirmedPhoto): Promise<Buffer> {
    return this.#readBound(photoKey(photo), photo.photoDigest);
  }

  async readAsAddress(photo: ConfirmedPhoto): Promise<string> {
    const { smallPhotoDigest } = photo;
    const [type, bytes] = smallPhotoDigest
      ? ["webp", this.#readBound(smallPhotoKey(photo, smallPhotoDigest), smallPhotoDigest)]
      : ["png", await this.read(photo)];
    return `data:image/${type};base64,${bytes.toString("base64")}`;
  }

  async putPreview(photo: AcceptedPhoto, face: string, png: Buffer): Promise<void> {
    this.#putOnce(previewKey(photo, face), png);
  }

  async linkToPreview(photo: AcceptedPhoto, face: string): Promise<string> {
    return `https://photos.example/${previewKey(photo, face)}`;
  }

  #putOnce(key: string, body: Buffer): void {
    if (!this.#objects.has(key)) this.put(key, body);
  }

  #readBound(key: string, digest: string | undefined): Buffer {
    const body = this.#objects.get(key)?.body;
    if (!body) throw new PhotoNotThere(key);
    if (digest !== undefined && digestOf(body) !== digest) throw new PhotoReplaced(key);
    return body;
  }
}
