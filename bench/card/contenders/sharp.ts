import sharp, { type OverlayOptions } from "sharp";
import type { Card } from "../cards.ts";
import type { Contender } from "../contender.ts";
import { groundsOf, overlaySvg, type Scene, scenesOf } from "../scene.ts";

/** Raw ground, photo and an SVG with code and texts, composed. Its texts are in whichever font the system has. */
export async function openSharp(cards: readonly Card[]): Promise<Contender> {
  const grounds = new Map([...groundsOf(cards)].map(([name, ground]) => [name, ground.data()]));
  const compose = async (scene: Scene, photo: Buffer) => {
    const { width, height } = scene;
    const layers: OverlayOptions[] = [{ input: Buffer.from(overlaySvg(scene, true)) }];
    if (scene.photo) layers.unshift(await placed(photo, scene.photo));
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

async function placed(
  photo: Buffer,
  { x, y, width, height }: NonNullable<Scene["photo"]>,
): Promise<OverlayOptions> {
  const { data, info } = await sharp(photo)
    .resize(width, height)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { input: data, raw: info, left: x, top: y };
}
