/** Bytes of what judge and studio need. */
import { build } from "esbuild";
import { readFaceModels } from "#shared/vision/model-files.ts";
import { readPersonModel } from "#shared/vision/person-model.ts";

export async function sizes(): Promise<Readonly<Record<string, number>>> {
  const { detector, mesh } = await readFaceModels();
  const code = async (file: string) => {
    const { outputFiles } = await build({
      entryPoints: [file],
      bundle: true,
      minify: true,
      format: "esm",
      write: false,
    });
    return outputFiles.reduce((sum, { contents }) => sum + contents.length, 0);
  };
  return {
    "model that finds faces, bytes": detector.length,
    "model of landmarks, bytes": mesh.length,
    "model that finds a person, bytes": (await readPersonModel()).length,
    "rules for what a picture shows, minified bytes": await code("shared/photo/judge-picture.ts"),
    "finding of faces without models, minified bytes": await code("shared/vision/find-faces.ts"),
    "cutting, minified bytes": await code("shared/photo/cutting/cut-out.ts"),
  };
}
