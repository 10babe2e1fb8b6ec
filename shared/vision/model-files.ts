/**
 * The models, as their packages bring them (Apache-2.0; docs/photo.md). They are read from the packages, and a function's bundle
 * carries what is read here. Only for Node: pages fetch theirs from the site, where the build puts them.
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { WrongModel } from "./wrong-model.ts";

export interface ModelFile {
  /** Its query says which bytes of a larger file it is, and a bundle carries those only. */
  readonly url: URL;
  readonly sha256: string;
}

/** Finds faces: BlazeFace, short range. */
export const detectorModel: ModelFile = {
  url: new URL(
    "../../node_modules/@mediapipe/face_detection/face_detection_short_range.tflite",
    import.meta.url,
  ),
  sha256: "3bc182eb9f33925d9e58b5c8d59308a760f4adea8f282370e428c51212c26633",
};

/** The 468 landmarks, which lie between others in their package's file. */
export const meshModel: ModelFile = {
  url: new URL(
    "../../node_modules/@mediapipe/face_mesh/face_mesh_solution_packed_assets.data?bytes=2495952-3737848",
    import.meta.url,
  ),
  sha256: "c603fa6149219a3e9487dc9abd7a0c24474c77263273d24868378cdf40aa26d1",
};

/** @throws WrongModel when a file is not the one that was studied */
export async function readFaceModels(): Promise<{ detector: Buffer; mesh: Buffer }> {
  const [one, other] = await Promise.all([readModel(detectorModel), readModel(meshModel)]);
  return { detector: one, mesh: other };
}

/** @throws WrongModel when the file is not the one that was studied */
export async function readModel({ url, sha256 }: ModelFile): Promise<Buffer> {
  const file = await readFile(url);
  const [from, to] = (url.searchParams.get("bytes") ?? "").split("-").map(Number);
  const model = to === undefined ? file : file.subarray(from, to);
  const digest = createHash("sha256").update(model).digest("hex");
  if (digest !== sha256) throw new WrongModel(`${url.pathname} has the digest ${digest}.`);
  return model;
}
