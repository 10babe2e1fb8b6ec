/** The 468 points of a face: MediaPipe's face mesh (https://arxiv.org/abs/1907.06724). It looks at 192x192 pixels around a detected face. */
import type { Landmark } from "./face.ts";
import type { Detection } from "./face-detector.ts";
import { loadNetwork, type Network } from "./network.ts";
import { drawSquare, type Picture, placeIn } from "./picture.ts";
import { WrongModel } from "./wrong-model.ts";

const side = 192;
const points = 468;
/** It was trained on squares so much larger than the detector's. */
const wider = 1.5;

export class FaceMesh {
  readonly #network: Network;

  private constructor(network: Network) {
    this.#network = network;
  }

  /** @throws WrongModel when the file is another model */
  static async load(file: Uint8Array): Promise<FaceMesh> {
    const network = await loadNetwork(file);
    if (network.inputShape.join() !== `1,${side},${side},3`) throw new WrongModel("Not the mesh.");
    return new FaceMesh(network);
  }

  /** @returns the points in the picture's pixels, and how sure it is that there is a face, 0 to 1 */
  measure(picture: Picture, { middle, side: seen, leftEye, rightEye }: Detection) {
    const turn = Math.atan2(leftEye.y - rightEye.y, leftEye.x - rightEye.x);
    const square = { middle, side: seen * wider, turn };
    drawSquare(picture, square, { input: this.#network.input, side }, { scale: 1 / 255, shift: 0 });
    const [raw, surety] = this.#network.run();
    if (raw?.length !== points * 3 || surety?.length !== 1) throw new WrongModel("Not the mesh.");
    const landmarks = Array.from({ length: points }, (_, i): Landmark => {
      const [x = 0, y = 0, z = 0] = raw.subarray(i * 3, i * 3 + 3);
      return { ...placeIn(square, x / side, y / side), z: (z / side) * square.side };
    });
    return { landmarks, presence: 1 / (1 + Math.exp(-(surety[0] ?? 0))) };
  }
}
