import sharp, { type OverlayOptions } from "sharp";
import { panelRadius } from "#shared/card/design/geometry.ts";
import type { Card } from "../cards.ts";
import type { Contender } from "../contender.ts";
import { type FrontScene, groundSvg, groundsOf, photoSvg, type Scene, scenesOf } from "../scene.ts";

/** Raw ground, an SVG with braids, code and texts, and the photo, composed. Its texts are in whichever font the system has. */
export async function openSharp(cards: readonly Card[]): Promise<Contender> {
  const grounds = new Map([...groundsOf(cards)].map(([name, ground]) => [name, ground.data()]));
  const compose = async (scene: Scene, photo: Buffer) => {
    const { width, height } = scene;
    const layers: OverlayOptions[] = [{ input: Buffer.from(groundSvg(scene, true)) }];
    if (scene.front) layers.push(await framed(photo, scene.front));
    return sharp(grounds.get(scene.ground), { raw: { width, height, channels: 4 } })
      .composite(layers)
      .png()
      .toBuffer();
  };
  return {
    async draw(card) {
      const files: Buffer[] = [];
      for (const scene of scenesOf(card)) files.push(await compose(scene, card.photo));
      return files;
    },
  };
}

/** The photo with frame and seal, its corners cut round. */
async function framed(photo: Buffer, front: FrontScene): Promise<OverlayOptions> {
  const { x, y, width, height } = front.photo;
  const { data, info } = await sharp(photo)
    .resize(width, height)
    .composite([
      { input: Buffer.from(photoSvg(front)) },
      { input: Buffer.from(roundSvg(width, height)), blend: "dest-in" },
    ])
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { input: data, raw: info, left: x, top: y };
}

function roundSvg(width: number, height: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" rx="${panelRadius}"/></svg>`;
}
