import { readFile } from "node:fs/promises";
import { type Node, Renderer } from "@takumi-rs/core";
import type { Card } from "../cards.ts";
import type { Contender } from "../contender.ts";
import { fontFiles } from "../fonts.ts";
import { groundsOf, type Line, overlaySvg, type Scene, scenesOf } from "../scene.ts";

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
          { src: "photo", data: card.photo, cache: "none" as const },
          { src: "code", data: Buffer.from(overlaySvg(scene, false)), cache: "none" as const },
        ];
        files.push(await renderer.render(tree(scene), { width, height, format: "png", images }));
      }
      return files;
    },
  };
}

function tree({ width, height, ground, photo, code, lines }: Scene): Node {
  const whole = { x: 0, y: 0, width, height };
  return {
    type: "container",
    style: { width, height },
    children: [
      image(ground, whole),
      ...(photo ? [image("photo", photo)] : []),
      ...(code ? [image("code", whole)] : []),
      ...lines.map(text),
    ],
  };
}

function image(src: string, box: { x: number; y: number; width: number; height: number }): Node {
  const { x, y, width, height } = box;
  return {
    type: "image",
    src,
    width,
    height,
    style: { position: "absolute", left: x, top: y, width, height },
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
