import { readFile } from "node:fs/promises";
import { type Node, Renderer } from "@takumi-rs/core";
import { panelRadius } from "#shared/card/design/geometry.ts";
import type { Box } from "#shared/render/place-text.ts";
import type { Card } from "../cards.ts";
import type { Contender } from "../contender.ts";
import { fontFiles } from "../fonts.ts";
import {
  type FrontScene,
  groundSvg,
  groundsOf,
  type Line,
  photoSvg,
  type Scene,
  scenesOf,
} from "../scene.ts";

/** A tree of absolutely placed nodes; the ground stays decoded in its cache. */
export async function openTakumi(cards: readonly Card[]): Promise<Contender> {
  const renderer = new Renderer();
  for (const { file, weight } of fontFiles) {
    await renderer.registerFont({ name: "Plus Jakarta Sans", data: await readFile(file), weight });
  }
  const grounds = new Map(
    await Promise.all(
      [...groundsOf(cards)].map(
        async ([name, ground]) => [name, await ground.encode("png")] as const,
      ),
    ),
  );
  return {
    async draw(card) {
      const files: Buffer[] = [];
      for (const scene of scenesOf(card)) {
        const { width, height } = scene;
        const images = [
          { src: scene.ground, data: grounds.get(scene.ground) ?? Buffer.alloc(0) },
          ...(scene.front ? ownImages(scene, scene.front, card.photo) : []),
        ];
        files.push(await renderer.render(tree(scene), { width, height, format: "png", images }));
      }
      return files;
    },
  };
}

function ownImages(scene: Scene, front: FrontScene, photo: Buffer) {
  return [
    { src: "overlay", data: Buffer.from(groundSvg(scene, false)), cache: "none" as const },
    { src: "photo", data: photo, cache: "none" as const },
    { src: "onPhoto", data: Buffer.from(photoSvg(front)), cache: "none" as const },
  ];
}

function tree({ width, height, ground, front, lines }: Scene): Node {
  const whole = { x: 0, y: 0, width, height };
  return {
    type: "container",
    style: { width, height },
    children: [
      image(ground, whole),
      ...(front
        ? [
            image("overlay", whole),
            image("photo", front.photo, { borderRadius: panelRadius }),
            image("onPhoto", front.photo),
          ]
        : []),
      ...lines.map(text),
    ],
  };
}

function image(src: string, { x, y, width, height }: Box, style: object = {}): Node {
  return {
    type: "image",
    src,
    width,
    height,
    style: { position: "absolute", left: x, top: y, width, height, ...style },
  };
}

function text({ text, x, baseline, size, weight, wordSpacing, color }: Line): Node {
  return {
    type: "text",
    text,
    style: {
      position: "absolute",
      left: x,
      top: baseline - size,
      fontFamily: "Plus Jakarta Sans",
      fontSize: size,
      fontWeight: weight,
      wordSpacing,
      whiteSpace: "nowrap",
      lineHeight: 1.26,
      color,
    },
  };
}
