import { AssetHashType } from "aws-cdk-lib";
import { Architecture, Code, LayerVersion, Runtime } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { built } from "../artifacts.ts";
import { type LayerName, layerHash } from "../layers.ts";

/** Native modules for the platform of our functions. It gets a new version only when the pinned versions change. */
export class NativeLayer extends LayerVersion {
  /** @param layers the folder with all layers */
  constructor(scope: Construct, name: LayerName, { layers }: { readonly layers: string }) {
    super(scope, `${name}-layer`, {
      description: `infra/layers/${name}`,
      code: Code.fromAsset(built(layers, name), {
        assetHash: layerHash(name),
        assetHashType: AssetHashType.CUSTOM,
      }),
      compatibleRuntimes: [Runtime.NODEJS_24_X],
      compatibleArchitectures: [Architecture.ARM_64],
    });
  }
}
