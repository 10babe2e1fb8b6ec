import { type ModelFile, readModel } from "./model-files.ts";

/** The model of `find-person.ts`, in its package (Apache-2.0; docs/photo.md). */
export const personModel: ModelFile = {
  url: new URL(
    "../../node_modules/@mediapipe/selfie_segmentation/selfie_segmentation.tflite",
    import.meta.url,
  ),
  sha256: "8d13b7fae74af625c641226813616a2117bd6bca19eb3b75574621fc08557f27",
};

/**
 * Only for Node: pages fetch theirs.
 * @throws WrongModel when the file is not the one that was studied
 */
export async function readPersonModel(): Promise<Buffer> {
  return await readModel(personModel);
}
