/** Sends a photo over a link that may break, and waits for the verdict. */
import type { PhotoAnswer, PhotoUploadAnswer } from "#shared/http/contract.ts";
import { backoffMs, wait } from "../api/backoff.ts";
import { NoAnswer } from "../api/client.ts";
import { readPhoto, startPhoto } from "../api/holder-api.ts";
import { postFile } from "./post-file.ts";

const attempts = 8;
const firstLooks = 40;
const looks = 100;

export type Progress =
  | { readonly step: "sending"; readonly share: number }
  | { readonly step: "waiting" }
  | { readonly step: "judging" };

/** What this needs of the network; the page gives the real ones. */
export interface Network {
  readonly startPhoto: () => Promise<PhotoUploadAnswer>;
  readonly postFile: typeof postFile;
  readonly readPhoto: (photoId: string) => Promise<PhotoAnswer>;
  readonly wait: (ms: number) => Promise<void>;
}

const browser: Network = { startPhoto, postFile, readPhoto, wait };

/**
 * Sends until it has arrived, then asks until it is judged. Each attempt asks for a new permission, since one lives
 * two minutes; a file that arrived although its answer was lost is not sent again.
 * @throws Refusal, NoAnswer when the link stays down
 */
export async function sendPhoto(
  file: Blob,
  onProgress: (progress: Progress) => void,
  network: Network = browser,
): Promise<PhotoAnswer> {
  for (let failures = 0; failures < attempts; failures++) {
    if (failures > 0) {
      onProgress({ step: "waiting" });
      await network.wait(backoffMs(failures));
    }
    const photoId = await attempt(file, onProgress, network);
    if (photoId) {
      onProgress({ step: "judging" });
      return verdictOn(photoId, network);
    }
  }
  throw new NoAnswer("the photo could not be sent");
}

/** @returns the photo's id once the file has arrived */
async function attempt(
  file: Blob,
  onProgress: (progress: Progress) => void,
  network: Network,
): Promise<string | undefined> {
  const upload = await orNothing(network.startPhoto());
  if (!upload) return undefined;
  onProgress({ step: "sending", share: 0 });
  const arrived = await network.postFile(upload, file, (share) =>
    onProgress({ step: "sending", share }),
  );
  if (arrived) return upload.photoId;
  const photo = await orNothing(network.readPhoto(upload.photoId));
  return photo && photo.state !== "awaiting-upload" ? photo.photoId : undefined;
}

async function verdictOn(photoId: string, network: Network): Promise<PhotoAnswer> {
  for (let look = 0; look < looks; look++) {
    const photo = await orNothing(network.readPhoto(photoId));
    if (photo && photo.state !== "awaiting-upload") return photo;
    await network.wait(look < firstLooks ? 500 : 2000);
  }
  throw new NoAnswer("no verdict came");
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
