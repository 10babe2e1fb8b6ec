/**
 * People drawn from a seed with an exact soft outline, for the bench of the photo's judge: five skin tones, and hair, hijab, peci,
 * bald or glasses. Other shapes than those of the demo's portraits, so that no rule fits one drawing only. Nobody is real.
 */
import { createCanvas, loadImage } from "@napi-rs/canvas";
import type { Pixels } from "#shared/photo/pixels.ts";
import { eyesOf } from "./drawn-eyes.ts";
import { features, glasses, type Look } from "./drawn-features.ts";
import { ownLooks } from "./drawn-marks.ts";
import { between, pick, type Random, randomFrom } from "./random.ts";
import type { Showing } from "./showing.ts";
import { soften } from "./soften.ts";

export const headwear = [
  "hair",
  "curls",
  "white-hijab",
  "black-hijab",
  "coloured-hijab",
  "peci",
  "bald",
  "glasses",
] as const;
export type Headwear = (typeof headwear)[number];

const width = 450;
const height = 575;
const skins = [
  ["#f3d0b0", "#cf9c78"],
  ["#dcab80", "#a97550"],
  ["#b98254", "#80532f"],
  ["#8a5836", "#563420"],
  ["#5c3a26", "#372217"],
] as const;
const hairs = ["#14100e", "#2b1d15", "#0e0e12", "#3d2b20", "#8b8884"] as const;
const clothes = ["#b7a57a", "#f4f3ee", "#7a4a2a", "#c2b280", "#2a2d34", "#ffffff"] as const;
const scarves = ["#6b4a3a", "#355c6b", "#7a2f4b", "#3f5b3a", "#c9a7a0", "#8c8fb0"] as const;

/** A drawn person, 450x575. @param seed its skin is `seed % 5`: five seeds in a row are five skin tones */
export async function drawnPerson(
  seed: number,
  wears: Headwear,
  showing: Showing = {},
): Promise<Pixels> {
  const random = randomFrom(seed * 131 + headwear.indexOf(wears));
  return drawn(personSvg(seed, wears, showing, random), random);
}

/** Draws the inside of an SVG of 450x575 as a camera would see it. */
export async function drawn(inside: string, random: Random): Promise<Pixels> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="450" height="575" viewBox="0 0 450 575">${inside}</svg>`;
  const image = await loadImage(Buffer.from(svg));
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0, width, height);
  const data = Uint8Array.from(pen.getImageData(0, 0, width, height).data);
  const soft = soften({ data, width, height }, random() < 0.3 ? 0 : between(random, 0.4, 1.6));
  return withGrain(soft, random);
}

function personSvg(seed: number, wears: Headwear, showing: Showing, random: Random): string {
  const skin = skins[seed % skins.length] ?? skins[0];
  const hair = pick(hairs, random);
  const cloth = pick(clothes, random);
  // A flat peci exactly on a pixel row is the hardest one: half of them are.
  const isUpright = wears === "peci" && random() < 0.5;
  const lean = isUpright ? 0 : between(random, -4, 4);
  const scale = isUpright ? 1 : between(random, 0.92, 1.08);
  const [right, down] = isUpright ? [0, 0] : [between(random, -14, 14), between(random, -8, 12)];
  const face = { a: between(random, 70, 80), b: between(random, 94, 108) };
  const look = lookOf(showing, wears, eyesOf(showing.eyes ?? "open", skin[1], randomFrom(seed)));
  const own = ownLooks(showing, { wears, hair, halfFace: face.a }, randomFrom(seed + 7));
  const headAt = `translate(${showing.right ?? 0} ${showing.down ?? 0}) rotate(${showing.tilt ?? 0} 225 400) translate(225 400) scale(${showing.scale ?? 1}) translate(-225 -400)`;
  return `<g transform="translate(${right} ${down}) rotate(${lean} 225 575) translate(225 575) scale(${scale}) translate(-225 -575)">
      ${body(cloth, random)}<g transform="${headAt}">${headSvg({ skin, hair, wears, face, shows: showing.face ?? "shown", look, ...own }, random)}</g>
    </g>`;
}

/** Nobody with a hijab has a beard. */
function lookOf(showing: Showing, wears: Headwear, eyes: Look["eyes"]): Look {
  const { turn = 0, nod = 0, lenses = { colour: "#fff", density: 0.07 }, beard = "none" } = showing;
  return { eyes, turn, nod, lenses, beard: wears.endsWith("hijab") ? "none" : beard };
}

interface Head {
  readonly skin: readonly [string, string];
  readonly hair: string;
  readonly wears: Headwear;
  readonly face: Face;
  readonly shows: NonNullable<Showing["face"]>;
  readonly look: Look;
  /** Drawn behind all, and on the skin. */
  readonly long: string;
  readonly mark: string;
}

function headSvg(head: Head, random: Random): string {
  const { skin, hair, wears, face, shows, look } = head;
  const neck = `<path d="M184 325 V410 Q225 450 266 410 V325Z" fill="${skin[1]}"/>`;
  const sides = wears.endsWith("hijab") ? "" : ears(skin, face);
  if (shows === "turned away") return neck + sides + backOf(wears, hair, skin[1], face, random);
  return `${head.long}${behind(wears, hair, face, random)}${neck}${sides}
      <ellipse cx="225" cy="250" rx="${face.a}" ry="${face.b}" fill="${skin[1]}"/>
      <ellipse cx="${225 + between(random, -4, 4)}" cy="247" rx="${face.a - 4}" ry="${face.b - 4}" fill="${skin[0]}"/>
      ${inFront(wears, hair, face, random)}${shows === "erased" ? "" : features(hair, skin[1], look)}${head.mark}
      ${wears === "glasses" && shows !== "erased" ? glasses(look, random) : ""}`;
}

/** The head from behind: all hair, all scarf, or bare. */
function backOf(wears: Headwear, hair: string, shade: string, face: Face, random: Random): string {
  if (wears === "bald")
    return `<ellipse cx="225" cy="250" rx="${face.a}" ry="${face.b}" fill="${shade}"/>`;
  const back = behind(wears, hair, face, random);
  if (wears.endsWith("hijab")) return back;
  const nape = `<ellipse cx="225" cy="250" rx="${face.a + 2}" ry="${face.b}" fill="${hair}"/>`;
  return back + nape + (wears === "peci" ? peci(face.a, random) : "");
}

/** Shoulders from sloping to stiff, turned a little, in plain, striped or batik cloth. */
function body(cloth: string, random: Random): string {
  const [left, right] = [between(random, -20, 25), between(random, 425, 470)];
  const [high, low] = [between(random, 425, 452), between(random, 440, 480)];
  const turn = between(random, -12, 12);
  const outline = `M${left} 620 C${left + 8} ${low} ${80 + turn} ${high} 168 408 L282 408 C${368 + turn} ${high} ${right - 8} ${low} ${right} 620Z`;
  const batik = Array.from({ length: random() < 0.35 ? 130 : 0 }, () => {
    const [x, y, r] = [between(random, 0, 450), between(random, 405, 575), between(random, 3, 11)];
    return `<ellipse cx="${x}" cy="${y}" rx="${r}" ry="${r * 0.6}" fill="${pick(["#3b2314", "#e3c58c", "#8a5a2b"], random)}"/>`;
  });
  return `<clipPath id="body"><path d="${outline}"/></clipPath><path d="${outline}" fill="${cloth}"/>
    <g clip-path="url(#body)">${batik.join("")}<path d="M120 430 Q100 520 110 580 M330 430 Q352 520 340 580" stroke="#000" stroke-opacity=".16" stroke-width="5" fill="none"/></g>
    <path d="M165 410 L206 468 L225 438 L246 468 L286 410 L268 398 L182 398Z" fill="${cloth}" stroke="#000" stroke-opacity=".3"/>
    <rect x="284" y="492" width="80" height="20" fill="#161616"/><circle cx="122" cy="505" r="9" fill="#f0c24a"/>`;
}

interface Face {
  readonly a: number;
  readonly b: number;
}

function behind(wears: Headwear, hair: string, face: Face, random: Random): string {
  if (wears === "bald") return "";
  if (wears.endsWith("hijab")) return hijabBehind(scarfOf(wears, random), random);
  const [rx, ry] = [face.a + between(random, 8, 20), between(random, 96, 112)];
  const cap = `<ellipse cx="225" cy="${wears === "peci" ? 232 : 214}" rx="${wears === "peci" ? face.a + 4 : rx}" ry="${ry}" fill="${hair}"/>`;
  if (wears === "peci") return cap;
  return cap + strands(wears === "curls" ? 420 : 190, { rx, ry, hair }, random);
}

/** Loose hair along the crown: lines, or curls that leave small gaps. */
function strands(
  count: number,
  { rx, ry, hair }: { rx: number; ry: number; hair: string },
  random: Random,
): string {
  const paths = Array.from({ length: count }, () => {
    const angle = Math.PI * between(random, 0.98, 2.02);
    const [x, y] = [
      225 + Math.cos(angle) * rx * between(random, 0.94, 1.04),
      214 + Math.sin(angle) * ry * between(random, 0.94, 1.04),
    ];
    const length = between(random, 5, 24);
    const turn = angle + between(random, -1.2, 1.2);
    const bend = turn + between(random, -1.4, 1.4);
    return `<path d="M${x} ${y} q${Math.cos(turn) * length * 0.6} ${Math.sin(turn) * length * 0.6} ${Math.cos(bend) * length} ${Math.sin(bend) * length}" stroke-width="${between(random, 0.5, 1.6)}" stroke-opacity="${between(random, 0.45, 1)}"/>`;
  });
  return `<g stroke="${hair}" fill="none">${paths.join("")}</g>`;
}

function scarfOf(wears: Headwear, random: Random): string {
  if (wears === "white-hijab") return pick(["#ffffff", "#fbfbf8", "#f2f1ec"], random);
  return wears === "black-hijab"
    ? pick(["#0b0b0d", "#161519", "#000000"], random)
    : pick(scarves, random);
}

function hijabBehind(scarf: string, random: Random): string {
  const [side, fall, top] = [
    between(random, 96, 110),
    between(random, 118, 150),
    between(random, 90, 104),
  ];
  const folds = [-1, 1].map(
    (s) =>
      `<path d="M${225 + s * 70} 330 Q${225 + s * 84} 400 ${225 + s * between(random, 40, 100)} 470" stroke="#000" stroke-opacity=".18" stroke-width="4" fill="none"/>`,
  );
  return `<path d="M225 ${top} C${225 - side - 6} ${top} ${225 - side - 10} 215 ${225 - side} 300 C${225 - side + 4} 380 ${225 - fall + 20} 440 ${225 - fall} 486 Q225 530 ${225 + fall} 486 C${225 + fall - 20} 440 ${225 + side - 4} 380 ${225 + side} 300 C${225 + side + 10} 215 ${225 + side + 6} ${top} 225 ${top}Z" fill="${scarf}"/>${folds.join("")}`;
}

function ears([skin, shade]: readonly [string, string], { a }: Face): string {
  return [-1, 1]
    .map(
      (s) =>
        `<ellipse cx="${225 + s * (a + 3)}" cy="255" rx="10" ry="20" fill="${shade}"/><ellipse cx="${225 + s * (a + 2)}" cy="254" rx="7" ry="16" fill="${skin}"/>`,
    )
    .join("");
}

function inFront(wears: Headwear, hair: string, { a }: Face, random: Random): string {
  if (wears === "bald") return "";
  if (wears === "peci") return peci(a, random);
  if (wears.endsWith("hijab"))
    return `<path d="M${225 - a} 262 C${225 - a - 6} 150 190 126 225 126 C260 126 ${225 + a + 6} 150 ${225 + a} 262 C${225 + a + 8} 180 300 116 225 110 C150 116 ${225 - a - 8} 180 ${225 - a} 262Z" fill="#000" fill-opacity=".16"/>`;
  return `<path d="M${225 - a} 236 C${225 - a - 8} 146 184 122 230 122 C290 122 ${225 + a + 12} 160 ${225 + a} 236 C296 192 285 172 262 160 C220 176 168 166 ${225 - a} 236Z" fill="${hair}"/>`;
}

/** A flat cap: its top on a pixel row, or a little arched or slanted; its corners sharp or round. */
function peci(a: number, random: Random): string {
  const [top, low] = [Math.round(between(random, 92, 112)), between(random, 176, 194)];
  const [wide, narrow] = [a + between(random, 8, 14), a + between(random, 0, 10)];
  const [round, arch] = [
    random() < 0.5 ? 0.1 : between(random, 2, 8),
    random() < 0.6 ? 0 : between(random, 1, 5),
  ];
  const [l, r] = [225 - narrow, 225 + narrow];
  return `<path d="M${225 - wide} ${low} L${l} ${top + round} Q${l} ${top} ${l + round} ${top} Q225 ${top - arch} ${r - round} ${top} Q${r} ${top} ${r} ${top + round} L${225 + wide} ${low} Q225 ${low - 24} ${225 - wide} ${low}Z" fill="${pick(["#0c0c0e", "#17151a", "#2a1216"], random)}"/>
    <path d="M${225 - wide + 6} ${low - 10} Q225 ${low - 34} ${225 + wide - 6} ${low - 10}" stroke="#fff" stroke-opacity=".1" stroke-width="2" fill="none"/>`;
}

/** Light from one side, and noise like a sensor's. */
function withGrain({ data, ...size }: Pixels, random: Random): Pixels {
  const slope = between(random, -0.25, 0.25);
  const grained = Uint8Array.from(data);
  for (let at = 0; at < data.length; at += 4) {
    const light = 1 + slope * (((at / 4) % size.width) / size.width - 0.5);
    const noise = (random() + random() + random() - 1.5) * 9;
    for (let c = at; c < at + 3; c++)
      grained[c] = Math.min(Math.max((data[c] ?? 0) * light + noise, 0), 255);
  }
  return { data: grained, ...size };
}
