/**
 * Portraits of nobody: drawn from a seed, with exact transparency, so that demo and tests need no photo of a person.
 * Five skin tones, hair or hijab, khaki, white or batik colours; the same seed is the same picture.
 */
import { createCanvas, loadImage, type SKRSContext2D } from "@napi-rs/canvas";

export interface PortraitOptions {
  readonly width?: number;
  readonly height?: number;
  /** Degrees that the whole person leans. */
  readonly lean?: number;
  /** A colour behind the person instead of transparency. */
  readonly background?: string;
  /** Leaves out eyes, nose and mouth. */
  readonly isFaceless?: boolean;
  /** Broad, with eyes nearly closed: the judge accepts it, and warns of the eyes. */
  readonly hasNarrowEyes?: boolean;
}

const skins = [
  ["#f0c8a0", "#c98f63"],
  ["#d9a679", "#a8713f"],
  ["#b98254", "#7d4f2c"],
  ["#8d5a36", "#55331c"],
  ["#e8b98f", "#b77f55"],
] as const;
const hairs = ["#1a1310", "#2a1c14", "#0f0f12", "#3b2a20"] as const;
const clothes = ["#b7a57a", "#f4f3ee", "#7a4a2a", "#c2b280"] as const;
const scarves = ["#6b4a3a", "#355c6b", "#7a2f4b", "#3f5b3a"] as const;

const eyeY = 232;

/** A PNG of 450x575 pixels, unless told otherwise. */
export async function portraitPng(seed: number, options: PortraitOptions = {}): Promise<Buffer> {
  const { width = 450, height = 575, background } = options;
  const portrait = await loadImage(Buffer.from(portraitSvg(seed, options)));
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext("2d");
  if (background) {
    pen.fillStyle = background;
    pen.fillRect(0, 0, width, height);
  }
  pen.drawImage(portrait, 0, 0, width, height);
  addGrain(pen, width, height, randomFrom(seed + 1));
  return canvas.encode("png");
}

function portraitSvg(
  seed: number,
  { lean = 0, isFaceless = false, hasNarrowEyes = false }: PortraitOptions,
): string {
  const random = randomFrom(seed);
  const [skin, shade] = pick(skins, seed);
  const cloth = pick(clothes, seed);
  const hasHijab = seed % 3 === 2;
  const hair = pick(hairs, seed);
  const half = 36 + random() * 3;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="450" height="575" viewBox="0 0 450 575">
    <g transform="rotate(${lean} 225 300) ${hasNarrowEyes ? squeezed(1.35, 0.8, 575) : ""}">
      ${body(cloth, shade)}
      ${hasHijab ? hijabBehind(pick(scarves, seed)) : hairBehind(hair, random)}
      <ellipse cx="225" cy="248" rx="77" ry="104" fill="${shade}"/><ellipse cx="222" cy="245" rx="73" ry="100" fill="${skin}"/>
      ${hasHijab ? hijabFrame(pick(scarves, seed + 1)) : hairFront(hair, shade)}
      ${isFaceless ? "" : features(half, hair, shade, hasNarrowEyes)}
    </g></svg>`;
}

/** Broader and lower, but in the middle and on the row that stays. */
function squeezed(width: number, height: number, row: number): string {
  return `translate(225 ${row}) scale(${width} ${height}) translate(-225 -${row})`;
}

/** @param half from the middle to each eye */
function features(half: number, hair: string, shade: string, isNarrow: boolean): string {
  return `${shadows(half)}
      <g transform="${isNarrow ? squeezed(1, 0.3, eyeY) : ""}">${eye(225 - half)}${eye(225 + half)}</g>
      ${brow(225 - half, hair)}${brow(225 + half, hair)}
      ${noseAndMouth(shade)}`;
}

function body(cloth: string, shade: string): string {
  return `<path d="M-5 580 C10 470 90 440 165 412 L285 412 C360 440 440 470 455 580Z" fill="${cloth}"/>
    <path d="M165 412 L225 500 L285 412" fill="none" stroke="#000" stroke-opacity=".4" stroke-width="3"/>
    <path d="M160 415 L205 470 L225 440 L245 470 L290 415 L270 400 L180 400Z" fill="${cloth}" stroke="#000" stroke-opacity=".33"/>
    <rect x="282" y="488" width="84" height="22" rx="2" fill="#151515"/><path d="M292 499 h64" stroke="#fff" stroke-width="3"/>
    <circle cx="120" cy="500" r="10" fill="#f3c64b" stroke="#7a5a10"/>
    <path d="M182 330 L182 408 Q225 452 268 408 L268 330Z" fill="${shade}"/>`;
}

function hairBehind(hair: string, random: () => number): string {
  const strands = Array.from({ length: 260 }, () => {
    const angle = Math.PI * (1.02 + random() * 0.96);
    const [radius, length, turn] = [
      92 + random() * 10,
      8 + random() * 22,
      angle + (random() - 0.5) * 1.6,
    ];
    const from = `${fix(225 + Math.cos(angle) * radius * 0.93)} ${fix(225 + Math.sin(angle) * radius * 1.12)}`;
    const bend = `${fix(Math.cos(turn) * length * 0.6)} ${fix(Math.sin(turn) * length * 0.6)}`;
    const to = `${fix(Math.cos(turn + 0.5) * length)} ${fix(Math.sin(turn + 0.5) * length)}`;
    return `<path d="M${from} q ${bend} ${to}" stroke-width="${fix(0.5 + random() * 0.9)}" stroke-opacity="${fix(0.5 + random() * 0.5)}"/>`;
  });
  return `<ellipse cx="225" cy="212" rx="92" ry="106" fill="${hair}"/><g stroke="${hair}" fill="none">${strands.join("")}</g>`;
}

function hairFront(hair: string, shade: string): string {
  return `<path d="M148 236 C140 140 190 120 230 122 C290 122 312 160 302 236 C296 190 285 170 262 160 C220 175 170 165 148 236Z" fill="${hair}"/>
    <ellipse cx="147" cy="252" rx="9" ry="19" fill="${shade}"/><ellipse cx="303" cy="252" rx="9" ry="19" fill="${shade}"/>`;
}

function hijabBehind(scarf: string): string {
  return `<path d="M225 92 C120 92 108 210 118 300 C122 380 110 440 90 480 L360 480 C340 440 328 380 332 300 C342 210 330 92 225 92Z" fill="${scarf}"/>`;
}

function hijabFrame(scarf: string): string {
  return `<path d="M148 250 C146 150 190 128 225 128 C260 128 304 150 302 250 C306 190 300 118 225 112 C150 118 144 190 148 250Z" fill="${scarf}"/>`;
}

function shadows(half: number): string {
  const [left, right] = [225 - half, 225 + half];
  return `<g opacity=".16"><ellipse cx="183" cy="285" rx="22" ry="16" fill="#b5533c"/><ellipse cx="267" cy="285" rx="22" ry="16" fill="#b5533c"/>
    <ellipse cx="225" cy="346" rx="34" ry="8" fill="#3a2012"/><ellipse cx="${fix(left)}" cy="${eyeY}" rx="24" ry="13" fill="#3a2012"/><ellipse cx="${fix(right)}" cy="${eyeY}" rx="24" ry="13" fill="#3a2012"/></g>`;
}

function eye(centre: number): string {
  const x = fix(centre);
  return `<path d="M${x} ${eyeY} m-16 0 q16 -11 32 -1 q-16 10 -32 1Z" fill="#f5f1ec"/><circle cx="${x}" cy="${eyeY - 1.5}" r="6.8" fill="#2b180e"/>
    <circle cx="${x}" cy="${eyeY - 1.5}" r="3" fill="#050303"/><circle cx="${fix(centre + 2)}" cy="${eyeY - 4}" r="1.6" fill="#fff"/>
    <path d="M${x} ${eyeY} m-17 0 q17 -13 34 -1" stroke="#241611" stroke-width="2.6" fill="none"/>`;
}

function brow(centre: number, hair: string): string {
  return `<path d="M${fix(centre)} ${eyeY - 22} m-20 0 q20 -11 40 1" stroke="${hair}" stroke-width="5.5" fill="none" stroke-linecap="round" opacity=".85"/>`;
}

function noseAndMouth(shade: string): string {
  return `<path d="M219 ${eyeY + 4} Q211 278 208 284 Q217 294 225 292 Q233 294 242 284" stroke="${shade}" stroke-width="3" fill="none"/>
    <ellipse cx="217" cy="289" rx="4.5" ry="2.6" fill="#3a1d10" opacity=".75"/><ellipse cx="233" cy="289" rx="4.5" ry="2.6" fill="#3a1d10" opacity=".75"/>
    <path d="M198 319 Q216 311 225 315 Q234 311 252 319 Q225 323 198 319Z" fill="#9b4a42"/><path d="M198 319 Q225 323 252 319 Q225 338 198 319Z" fill="#b25e55"/>
    <path d="M198 319 Q225 324 252 319" stroke="#5a2420" stroke-width="1.6" fill="none"/>`;
}

/** Adds noise like a sensor's to the person, because the validation finds a picture without noise not sharp. */
function addGrain(pen: SKRSContext2D, width: number, height: number, random: () => number): void {
  const image = pen.getImageData(0, 0, width, height);
  const { data } = image;
  for (let at = 0; at < data.length; at += 4) {
    if ((data[at + 3] ?? 0) < 255) continue;
    const noise = (random() + random() + random() - 1.5) * 11;
    for (let channel = 0; channel < 3; channel++)
      data[at + channel] = (data[at + channel] ?? 0) + noise * (1 - channel * 0.15);
  }
  pen.putImageData(image, 0, 0);
}

/** Park-Miller: seeded, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = (seed * 7919 + 13) % 2147483647;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function pick<T>(list: readonly T[], seed: number): T {
  const picked = list[seed % list.length];
  if (picked === undefined) throw new Error("There is nothing to pick from.");
  return picked;
}

const fix = (value: number) => value.toFixed(2);
