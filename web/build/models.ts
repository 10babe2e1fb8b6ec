/** The models of faces and people (docs/photo.md) as files of the site, which the studio asks for when somebody wants them. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { detectorModel, type ModelFile, meshModel, readModel } from "#shared/vision/model-files.ts";
import { personModel } from "#shared/vision/person-model.ts";
import type { ModelAsset } from "../src/studio/model-asset.ts";

/** What each tool of the studio needs. */
export interface ToolModels {
  readonly person: readonly ModelAsset[];
  readonly face: readonly ModelAsset[];
}

export interface BuiltModels extends ToolModels {
  /** The files of packages that they come from. */
  readonly sources: readonly string[];
}

/** @throws WrongModel when a package has another file than the one that was studied */
export async function copyModels(out: string): Promise<BuiltModels> {
  await mkdir(join(out, "assets"), { recursive: true });
  const copy = (name: string, model: ModelFile) => copied(name, model, out);
  const [person, detector, mesh] = await Promise.all([
    copy("person", personModel),
    copy("face", detectorModel),
    copy("landmarks", meshModel),
  ]);
  const sources = [personModel, detectorModel, meshModel].map(({ url }) => fileURLToPath(url));
  return { person: [person], face: [detector, mesh], sources };
}

async function copied(name: string, model: ModelFile, out: string): Promise<ModelAsset> {
  const bytes = await readModel(model);
  const address = `/assets/${name}-${model.sha256.slice(0, 8)}.tflite`;
  await writeFile(join(out, address), bytes);
  return { address, bytes: bytes.length, sha256: model.sha256 };
}
