import { readFile } from "node:fs/promises";
import { Resvg } from "@resvg/resvg-js";
import satori from "satori";
import type { Card } from "../cards.ts";
import type { Contender } from "../contender.ts";
import { fontFiles } from "../fonts.ts";
import { groundsOf, type Line, overlaySvg, type Scene, scenesOf } from "../scene.ts";

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
  const { width, height, lines, code } = scene;
  const whole = { x: 0, y: 0, width, height };
  const overlay = dataAddress("image/svg+xml", Buffer.from(overlaySvg(scene, false)));
  return element("div", {
    style: { display: "flex", width, height },
    children: [
      image(ground, whole),
      ...(scene.photo ? [image(photo, scene.photo)] : []),
      ...(code ? [image(overlay, whole)] : []),
      ...lines.map(text),
    ],
  });
}

function image(src: string, box: { x: number; y: number; width: number; height: number }): Element {
  const { x, y, width, height } = box;
  return element("img", { src, width, height, style: { position: "absolute", left: x, top: y } });
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
