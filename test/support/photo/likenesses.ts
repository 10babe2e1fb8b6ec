/** Likenesses of faces that are nobody's: dolls, carved masks, faces printed on cloth. What attackers sent, drawn from a seed. */
import type { Pixels } from "#shared/photo/pixels.ts";
import { onCanvas } from "./bad-faces.ts";
import { drawn, drawnPerson, headwear } from "./drawn-person.ts";
import { between, pick, type Random } from "./random.ts";
import { canvasOf } from "./studio-photo.ts";

const skins = ["#f3d0b0", "#dcab80", "#b98254", "#8a5836", "#5c3a26"] as const;
const woods = ["#8a5a2b", "#a9713c", "#c9a06a", "#5b3a1e"] as const;
const hairs = ["#14100e", "#5a2d14", "#d8b25a", "#7a1f2b"] as const;
const cloths = ["#b7a57a", "#f4f3ee", "#7a4a2a", "#2a2d34"] as const;

type Draw = (random: Random) => string;

/** Each kind: a face, but nobody's. */
export const likenesses: Readonly<
  Record<string, (seed: number, random: Random) => Promise<Pixels>>
> = {
  ...Object.fromEntries(
    Object.entries(dolls()).map(([name, draw]) => [
      name,
      (_: number, random: Random) => drawn(draw(random), random),
    ]),
  ),
  "face printed on a hijab from behind": printedHijab,
};

/** A hijab from behind, with the face of somebody else on the cloth. */
async function printedHijab(seed: number, random: Random): Promise<Pixels> {
  const scarf = pick(
    headwear.filter((wears) => wears.endsWith("hijab")),
    random,
  );
  const behind = canvasOf(await drawnPerson(seed, scarf, { face: "turned away" }));
  const face = canvasOf(await drawnPerson(seed + 2, "bald"));
  const scale = between(random, 0.55, 0.95);
  return onCanvas((pen) => {
    pen.drawImage(behind, 0, 0);
    pen.globalAlpha = between(random, 0.5, 0.9);
    pen.translate(225 + between(random, -12, 12), between(random, 215, 260));
    pen.scale(scale, scale);
    pen.beginPath();
    pen.ellipse(0, 0, 72, 96, 0, 0, 2 * Math.PI);
    pen.clip();
    pen.drawImage(face, -225, -250);
  });
}

/** Each kind as the inside of an SVG of 450x575, head and shoulders. */
function dolls() {
  return {
    "doll with cartoon eyes": (r) => {
      const skin = pick(skins, r);
      const [a, b] = [between(r, 74, 86), between(r, 88, 102)];
      const [wide, high] = [between(r, 18, 25), between(r, 22, 32)];
      const eye = (x: number) =>
        `${oval(x, 245, wide, high, "#ffffff")}${oval(x, 249, wide * 0.66, high * 0.66, pick(["#2e86c1", "#3b2314", "#239b56"], r))}${oval(x, 250, wide * 0.36, high * 0.36, "#0a0a0a")}${oval(x + 5, 243, 4, 5, "#ffffff")}
      <path d="M${x - wide} 238 Q${x} ${238 - high} ${x + wide} 238" stroke="#111" stroke-width="4" fill="none"/>`;
      return `${shoulders(r)}${neck(skin)}${oval(225, 218, a + 16, b + 6, pick(hairs, r))}${oval(225, 255, a, b, skin)}
      ${eye(225 - a * 0.46)}${eye(225 + a * 0.46)}${oval(225 - a * 0.6, 292, 15, 10, "#e8829a", 0.5)}${oval(225 + a * 0.6, 292, 15, 10, "#e8829a", 0.5)}
      <path d="M221 284 q4 4 8 0" stroke="#00000066" stroke-width="3" fill="none"/>
      <path d="M208 314 Q225 ${between(r, 322, 334)} 242 314 Q225 308 208 314Z" fill="#c0392b"/>${fringe(a, r)}`;
    },
    "rag doll": (r) => {
      const skin = pick(skins, r);
      const button = (x: number) =>
        `${oval(x, 240, 15, 15, "#1d1d22")}${oval(x - 4, 237, 2.4, 2.4, "#fff")}${oval(x + 4, 243, 2.4, 2.4, "#fff")}`;
      const stitches = Array.from({ length: 7 }, (_, i) => {
        const [x, y] = [189 + i * 12, 312 + 9 * Math.sin((i * Math.PI) / 6)];
        return `M${x} ${y - 6} v12`;
      });
      return `${shoulders(r)}${neck(skin)}${oval(225, 220, 98, 112, pick(hairs, r))}${oval(225, 252, 80, 96, skin)}${button(190)}${button(260)}
      <path d="M214 276 L236 276 L225 262Z" fill="#c0392b"/><path d="M185 310 Q225 336 265 310 ${stitches.join(" ")}" stroke="#7a1f2b" stroke-width="4" fill="none"/>${fringe(80, r)}`;
    },
    "carved mask": (r) => {
      const [wood, dark] = [pick(woods, r), between(r, 0.3, 0.55)];
      const [a, b] = [between(r, 78, 90), between(r, 100, 116)];
      const cut = (path: string, deep = dark) =>
        `<path d="${path}" fill="#1a0f06" fill-opacity="${deep}"/>`;
      const [wide, high] = [between(r, 17, 22), between(r, 7, 12)];
      const eye = (x: number) =>
        cut(
          `M${x - wide} 240 q${wide} ${-2 * high} ${2 * wide} 0 q${-wide} ${2 * high} ${-2 * wide} 0Z`,
        ) +
        oval(x, 239, high * 0.7, high * 0.7, "#120a04", 0.75) +
        cut(
          `M${x - wide - 4} 222 q${wide + 4} -16 ${2 * wide + 8} 0 q${-wide - 4} -8 ${-2 * wide - 8} 0Z`,
          0.5,
        );
      return `${hood(r)}<path d="M${225 - a} 210 Q225 ${250 - 1.5 * b} ${225 + a} 210 Q${225 + a} 300 225 ${250 + b} Q${225 - a} 300 ${225 - a} 210Z" fill="${wood}"/>
      ${eye(187)}${eye(263)}${cut("M218 236 L205 290 Q225 304 245 290 L232 236Z", 0.18)}${cut("M206 290 q19 14 38 0 q-19 6 -38 0Z", 0.5)}
      ${cut("M192 318 Q225 300 258 318 Q225 342 192 318Z", 0.4)}${cut("M192 318 Q225 324 258 318 Q225 328 192 318Z", 0.7)}`;
    },
    "painted mask": (r) => {
      const paint = pick(["#f7f4ea", "#c0392b", "#e8c9a0", "#d9a679"], r);
      const eye = (x: number) =>
        `${oval(x, 238, 22, 14, "#ffffff")}${oval(x, 238, 10, 10, "#111")}<path d="M${x - 27} 240 Q${x} ${between(r, 208, 218)} ${x + 27} 240" stroke="#111" stroke-width="5" fill="none"/>
       <path d="M${x - 28} 212 Q${x} 190 ${x + 28} 212" stroke="#111" stroke-width="8" fill="none"/>`;
      return `${hood(r)}<path d="M140 205 Q225 120 310 205 Q312 305 225 368 Q138 305 140 205Z" fill="${paint}"/>
      ${eye(187)}${eye(263)}<path d="M225 235 L210 290 Q225 300 240 290" stroke="#0008" stroke-width="4" fill="none"/>
      <path d="M188 318 Q225 336 262 318 Q225 350 188 318Z" fill="#a5161d"/><rect x="203" y="320" width="44" height="8" fill="#fff"/>
      <path d="M200 304 Q225 296 250 304" stroke="#111" stroke-width="6" fill="none"/>`;
    },
  } as const satisfies Record<string, Draw>;
}

function shoulders(r: Random): string {
  return `<path d="M${between(r, -10, 30)} 620 C20 470 90 440 168 408 L282 408 C360 440 430 470 ${between(r, 420, 460)} 620Z" fill="${pick(cloths, r)}"/><path d="M165 410 L206 468 L225 438 L246 468 L286 410" fill="none" stroke="#0006" stroke-width="4"/>`;
}

/** Cloth around a mask, down to the shoulders. */
function hood(r: Random): string {
  const cloth = pick(["#14100e", "#6b4a3a", "#7a2f4b", "#f2f1ec"], r);
  return `${shoulders(r)}<path d="M225 ${between(r, 84, 100)} C118 92 108 210 118 300 C122 380 112 440 92 486 Q225 530 358 486 C338 440 328 380 332 300 C342 210 332 92 225 ${between(r, 84, 100)}Z" fill="${cloth}"/>`;
}

const neck = (skin: string) => `<path d="M190 320 V412 Q225 446 260 412 V320Z" fill="${skin}"/>`;

/** Hair of wool over the forehead. */
function fringe(a: number, r: Random): string {
  const low = between(r, 196, 208);
  return `<path d="M${225 - a} 232 C${225 - a - 8} 146 184 128 230 128 C290 128 ${225 + a + 8} 160 ${225 + a} 232 Q${225 + a / 2} ${low - 20} 225 ${low} Q${225 - a / 2} ${low - 20} ${225 - a} 232Z" fill="${pick(hairs, r)}"/>`;
}

function oval(x: number, y: number, rx: number, ry: number, colour: string, opacity = 1): string {
  return `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${colour}" fill-opacity="${opacity}"/>`;
}
