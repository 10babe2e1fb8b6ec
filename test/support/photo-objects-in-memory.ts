import {
  type PhotoBucket,
  type PhotoName,
  parseIncomingKey,
  type UploadForm,
} from "#shared/photo/photo-bucket.ts";
import type { Clock } from "#shared/runtime/clock.ts";

/** The photo bucket without S3; runs the same contract test (photo-bucket-contract.ts). */
export class PhotoObjectsInMemory implements Pick<PhotoBucket, keyof PhotoBucket> {
  readonly #objects = new Map<string, { readonly body: Buffer; readonly at: Date }>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get keys(): readonly string[] {
    return [...this.#objects.keys()].sort();
  }

  put(key: string, body: Buffer): void {
    this.#objects.set(key, { body, at: this.#clock.now() });
  }

  async uploadForm(name: PhotoName): Promise<UploadForm> {
    const key = keyIn("incoming", name);
    return { url: "https://photos.example", fields: { key, "Content-Type": "image/png" } };
  }

  async readIncoming(name: PhotoName): Promise<Buffer | undefined> {
    return this.#objects.get(keyIn("incoming", name))?.body;
  }

  async deleteIncoming(name: PhotoName): Promise<void> {
    this.#objects.delete(keyIn("incoming", name));
  }

  async *incomingBefore(instant: Date): AsyncGenerator<PhotoName> {
    for (const [key, { at }] of this.#objects) {
      const name = parseIncomingKey(key);
      if (name && at < instant) yield name;
    }
  }

  async putCandidate(name: PhotoName, png: Buffer): Promise<void> {
    this.put(`${keyIn("candidates", name)}.png`, png);
  }

  async keep(name: PhotoName): Promise<void> {
    const candidate = this.#objects.get(`${keyIn("candidates", name)}.png`);
    if (!candidate) throw new Error("There is no such candidate.");
    this.put(`${keyIn("photos", name)}.png`, candidate.body);
  }

  async read(name: PhotoName): Promise<Buffer> {
    const photo = this.#objects.get(`${keyIn("photos", name)}.png`);
    if (!photo) throw new Error(`Photo ${name.photoId} is not in the bucket.`);
    return photo.body;
  }

  async putPreview(name: PhotoName, face: string, png: Buffer): Promise<void> {
    this.put(`${keyIn("previews", name)}/${face}.png`, png);
  }

  async linkToPreview(name: PhotoName, face: string): Promise<string> {
    return `https://photos.example/${keyIn("previews", name)}/${face}.png`;
  }

  async linkToPhoto(name: PhotoName): Promise<string> {
    return `https://photos.example/${keyIn("photos", name)}.png`;
  }
}

const keyIn = (folder: string, { employeeId, photoId }: PhotoName) =>
  `${folder}/${employeeId}/${photoId}`;
