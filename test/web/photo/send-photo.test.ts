import { expect, test } from "vitest";
import type { PhotoId } from "#shared/employee/employee.ts";
import type { PhotoAnswer } from "#shared/photo/photo-answers.ts";
import { NoAnswer, Refusal } from "../../../web/src/api/client.ts";
import type { Delivery } from "../../../web/src/api/post-file.ts";
import {
  bytesOf,
  type Network,
  type Progress,
  sendPhoto,
} from "../../../web/src/photo/send-photo.ts";

const photo = { file: new Blob(["photo"]), cutFromBusy: true };

/** Sends it, and nobody gives it up unless told. */
function sent(
  onProgress: (progress: Progress) => void,
  network: Network,
  givenUp = new AbortController().signal,
) {
  return sendPhoto(photo, { onProgress, network, givenUp });
}

/** A link whose uploads arrive or not as told, one after the other; time passes at once. */
class WeakLink implements Network {
  readonly waits: number[] = [];
  permissions = 0;
  uploads = 0;
  /** What became of an upload: nothing of it, all but its answer, all. */
  readonly fates: ("lost" | "answer-lost" | "arrived")[];
  /** Readings before the outcome is there. */
  validatedAfter = 2;
  #arrived = false;

  constructor(...fates: ("lost" | "answer-lost" | "arrived")[]) {
    this.fates = fates;
  }

  startPhoto = async () => {
    this.permissions++;
    return { photoId: `pho_${this.permissions}` as const, url: "https://bucket.test", fields: {} };
  };

  postFile = async (): Promise<Delivery> => {
    const fate = this.fates[this.uploads++] ?? "lost";
    this.#arrived = fate !== "lost";
    return fate === "arrived" ? "arrived" : "lost";
  };

  readPhoto = async (photoId: PhotoId): Promise<PhotoAnswer> => {
    const validated = this.#arrived && --this.validatedAfter < 0;
    return { photoId, state: validated ? "accepted" : "awaiting-upload", rules: [] };
  };

  wait = async (ms: number) => {
    this.waits.push(ms);
  };
}

test("a photo that arrives is validated", async () => {
  const steps: Progress["step"][] = [];

  const photo = await sent(({ step }) => steps.push(step), new WeakLink("arrived"));

  expect(photo).toMatchObject({ photoId: "pho_1", state: "accepted" });
  expect(steps).toEqual(["sending", "validating"]);
});

test("a broken upload is sent again with a new permission, after a pause", async () => {
  const link = new WeakLink("lost", "lost", "arrived");

  const photo = await sent(() => {}, link);

  expect(photo.photoId).toBe("pho_3");
  expect(link.waits.length).toBeGreaterThanOrEqual(2);
});

test("an upload whose answer was lost is not sent again", async () => {
  const link = new WeakLink("answer-lost");
  link.validatedAfter = 0;

  expect(await sent(() => {}, link)).toMatchObject({ photoId: "pho_1" });
  expect(link.uploads).toBe(1);
});

test("a link that stays down ends in an error that can be retried", async () => {
  await expect(sent(() => {}, new WeakLink())).rejects.toThrow(NoAnswer);
});

test("a refusal is not repeated", async () => {
  const link = new WeakLink("arrived");
  link.startPhoto = async () => {
    link.permissions++;
    throw new Refusal({ status: 429, code: "too-many-attempts", reference: "" });
  };

  await expect(sent(() => {}, link)).rejects.toThrow(Refusal);
  expect(link.permissions).toBe(1);
});

test("an upload that stalls is sent again, and said to have stalled", async () => {
  const link = new WeakLink("lost", "arrived");
  const { postFile } = link;
  link.postFile = async () => ((await postFile()) === "arrived" ? "arrived" : "stalled");
  const steps: Progress[] = [];

  await sent((step) => steps.push(step), link);

  expect(steps).toContainEqual({ step: "waiting", stalled: true });
});

test("an outcome that does not come is no broken link: the photo is there, and can be asked about later", async () => {
  const link = new WeakLink("arrived");
  link.validatedAfter = Number.POSITIVE_INFINITY;

  await expect(sent(() => {}, link)).rejects.toMatchObject({ photoId: "pho_1" });
  expect(link.uploads).toBe(1);
});

test.each([
  ["while it asks for a form", "startPhoto", { forms: 1, uploads: 0 }],
  ["while bytes are on their way", "postFile", { forms: 1, uploads: 1 }],
  ["while it waits for the link", "wait", { forms: 1, uploads: 1 }],
] as const)("given up %s, nothing more goes out", async (_, step, { forms, uploads }) => {
  const link = new WeakLink("lost", "arrived");
  const controller = new AbortController();
  const { [step]: real } = link;
  Object.assign(link, {
    [step]: async (ms: number) => {
      controller.abort();
      return real(ms);
    },
  });

  await expect(sent(() => {}, link, controller.signal)).rejects.toThrow(NoAnswer);
  expect(link).toMatchObject({ permissions: forms, uploads });
});

test("a file is read once: what becomes of it later changes nothing", async () => {
  let readings = 0;
  class CloudFile extends File {
    override arrayBuffer(): Promise<ArrayBuffer> {
      readings++;
      return readings === 1 ? super.arrayBuffer() : Promise.reject(new Error("It is gone."));
    }
  }
  const bytes = await bytesOf(new CloudFile(["photo"], "a.jpg", { type: "image/jpeg" }), 100);
  expect(await bytes?.text()).toBe("photo");
  expect(await bytes?.text()).toBe("photo");
  expect(bytes?.type).toBe("image/jpeg");
  expect(readings).toBe(1);
});

test("what the device does not give is no file, nor is one without a byte", async () => {
  class LostFile extends File {
    override arrayBuffer(): Promise<ArrayBuffer> {
      return Promise.reject(new DOMException("It cannot be read.", "NotReadableError"));
    }
  }
  expect(await bytesOf(new LostFile(["photo"], "a.jpg"), 100)).toBeUndefined();
  expect(await bytesOf(new File([], "a.jpg"), 100)).toBeUndefined();
});

test("of a file that is too large only so much is read as tells it", async () => {
  const bytes = await bytesOf(new File([new Uint8Array(3_000_000)], "a.png"), 2_500_000);
  expect(bytes?.size).toBe(2 * 1024 * 1024 + 1);
});
