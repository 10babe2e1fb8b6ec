import { readFile } from "node:fs/promises";
import { Resvg } from "@resvg/resvg-js";
import satori from "satori";
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

/** What satori takes for a React element. */
interface Element {
  readonly type: string;
  readonly key: null;
  readonly props: Readonly<Record<string, unknown>>;
}

/** Boxes to SVG with satori, SVG to PNG with resvg; pictures travel as data addresses, as they must. */
export async function openSatori(cards: readonly Card[]): Promise<Contender> {
  const fonts = await Promise.all(
    fontFiles.map(async ({ file, weight }) => ({
      name: "Plus Jakarta Sans",
      data: await readFile(file),
      weight,
    })),
  );
  const grounds = new Map<string, string>();
  for (const [name, ground] of groundsOf(cards)) {
    grounds.set(name, dataAddress("image/png", await ground.encode("png")));
  }
  return {
    async draw(card) {
      const photo = dataAddress("image/png", card.photo);
      const files: Buffer[] = [];
      for (const scene of scenesOf(card)) {
        const { width, height } = scene;
        const svg = await satori(tree(scene, grounds.get(scene.ground) ?? "", photo), {
          ...{ width, height, fonts },
        });
        files.push(new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng());
      }
      return files;
    },
  };
}

function tree(scene: Scene, ground: string, photo: string): Element {
  const { width, height, lines, front } = scene;
  const whole = { x: 0, y: 0, width, height };
  return element("div", {
    style: { display: "flex", width, height },
    children: [
      image(ground, whole),
      ...(front ? onGround(scene, front, photo) : []),
      ...lines.map(text),
    ],
  });
}

function onGround(scene: Scene, front: FrontScene, photo: string): Element[] {
  const { width, height } = scene;
  return [
    image(svgAddress(groundSvg(scene, false)), { x: 0, y: 0, width, height }),
    image(photo, front.photo, { borderRadius: panelRadius }),
    image(svgAddress(photoSvg(front)), front.photo),
  ];
}

function svgAddress(svg: string): string {
  return dataAddress("image/svg+xml", Buffer.from(svg));
}

function image(src: string, { x, y, width, height }: Box, style: object = {}): Element {
  const placed = { position: "absolute", left: x, top: y, ...style };
  return element("img", { src, width, height, style: placed });
}

function text({ text, x, baseline, size, weight, color }: Line): Element {
  return element("div", {
    style: {
      position: "absolute",
      left: x,
      top: baseline - size,
      fontSize: size,
      fontWeight: weight,
      whiteSpace: "nowrap",
      color,
    },
    children: text,
  });
}

function element(type: string, props: Element["props"]): Element {
  return { type, key: null, props };
}

function dataAddress(type: string, bytes: Buffer): string {
  return `data:${type};base64,${bytes.toString("base64")}`;
}
