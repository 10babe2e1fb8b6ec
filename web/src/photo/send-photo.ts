/** Sends a photo over a link that may break, and waits for the outcome. */
import type { PhotoId } from "#shared/employee/employee.ts";
import type { PhotoAnswer, PhotoUploadAnswer } from "#shared/photo/photo-answers.ts";
import { maxPhotoBytes } from "#shared/photo/photo-limits.ts";
import { backoffMs, wait } from "../api/backoff.ts";
import { NoAnswer } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { postFile } from "../api/post-file.ts";
import type { MadePhoto } from "./photo-memory.ts";

const attempts = 8;
const firstLooks = 40;
const looks = 100;

export type Progress =
  | { readonly step: "sending"; readonly share: number }
  | { readonly step: "waiting"; readonly stalled: boolean }
  | { readonly step: "validating"; readonly photoId: PhotoId };

/**
 * A file's bytes, read once, when it is chosen: what happens to the file meanwhile changes nothing. Of one that is larger than `most` only the
 * beginning is read, and it is refused for its size.
 * @returns undefined when the device does not give them, or there are none
 */
export async function bytesOf(file: File, most: number): Promise<Blob | undefined> {
  const part = file.size > most ? file.slice(0, maxPhotoBytes + 1) : file;
  try {
    const bytes = await part.arrayBuffer();
    // What a cloud has not brought yet is empty on some devices, instead of an error.
    return bytes.byteLength > 0 ? new Blob([bytes], { type: file.type }) : undefined;
  } catch {
    return undefined;
  }
}

/** What this needs of the network. */
export interface Network {
  readonly startPhoto: (photo: MadePhoto) => Promise<PhotoUploadAnswer>;
  readonly postFile: typeof postFile;
  readonly readPhoto: (photoId: PhotoId) => Promise<PhotoAnswer>;
  readonly wait: (ms: number) => Promise<void>;
  /** Refusals in the words of who sends, by code; the holder's unless told. */
  readonly failures?: Readonly<Record<string, string>>;
}

interface Sending {
  readonly onProgress: (progress: Progress) => void;
  readonly network: Network;
  readonly givenUp: AbortSignal;
}

/** The photo arrived, but its outcome did not: it is there, and can be asked for later. */
export class OutcomeLate extends Error {
  readonly photoId: PhotoId;
  constructor(photoId: PhotoId) {
    super("no outcome came");
    this.photoId = photoId;
  }
}

/** Of one's own photo. */
export const ownNetwork: Network = {
  startPhoto: ({ cutFromBusy }) =>
    call("POST /api/me/photos", { query: { ...(cutFromBusy && { cutFromBusy: "1" }) } }),
  readPhoto: (photoId) => call("GET /api/me/photos/{photoId}", { params: { photoId } }),
  ...{ postFile, wait },
};

/**
 * Sends until it has arrived, then asks until it is validated. Each attempt asks for a new permission, since one lives
 * ten minutes; a file that arrived although its answer was lost is not sent again.
 * @param givenUp by who sends it: nothing more goes out
 * @throws Refusal, NoAnswer when the link stays down or it was given up, OutcomeLate
 */
export async function sendPhoto(
  photo: MadePhoto,
  { onProgress, network, givenUp }: Sending,
): Promise<PhotoAnswer> {
  let stalled = false;
  for (let failures = 0; failures < attempts; failures++) {
    if (failures > 0) {
      onProgress({ step: "waiting", stalled });
      await network.wait(backoffMs(failures));
    }
    if (givenUp.aborted) break;
    const sent = await attempt(photo, { onProgress, network, givenUp });
    if (sent.photoId) {
      const { photoId } = sent;
      onProgress({ step: "validating", photoId });
      return outcomeOf(photoId, network);
    }
    stalled = sent.stalled;
  }
  throw new NoAnswer("the photo could not be sent");
}

/** @returns the photo's id once the file has arrived; else whether nothing moved any more */
async function attempt(
  photo: MadePhoto,
  { onProgress, network, givenUp }: Sending,
): Promise<{ readonly photoId?: PhotoId; readonly stalled: boolean }> {
  const upload = await orNothing(network.startPhoto(photo));
  if (!upload || givenUp.aborted) return { stalled: false };
  onProgress({ step: "sending", share: 0 });
  const { photoId } = upload;
  const delivery = await network.postFile(upload, photo.file, {
    onProgress: (share) => onProgress({ step: "sending", share }),
    cancelled: givenUp,
  });
  const stalled = delivery === "stalled";
  if (delivery === "arrived") return { photoId, stalled };
  if (givenUp.aborted) return { stalled };
  const answer = await orNothing(network.readPhoto(photoId));
  return answer && answer.state !== "awaiting-upload" ? { photoId, stalled } : { stalled };
}

/** @throws Refusal, OutcomeLate */
export async function outcomeOf(
  photoId: PhotoId,
  network: Pick<Network, "readPhoto" | "wait">,
): Promise<PhotoAnswer> {
  for (let look = 0; look < looks; look++) {
    const photo = await orNothing(network.readPhoto(photoId));
    if (photo && photo.state !== "awaiting-upload") return photo;
    await network.wait(look < firstLooks ? 500 : 2000);
  }
  throw new OutcomeLate(photoId);
}

/** A broken link is what the callers deal with; a refusal is an answer and goes up. */
async function orNothing<Answer>(request: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof NoAnswer) return undefined;
    throw error;
  }
}
