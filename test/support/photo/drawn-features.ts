/** Eyes, brows, nose, mouth and glasses of drawn people, also of a face that is turned. */
import { type Beard, beardOf } from "./beards.ts";
import { pick, type Random } from "./random.ts";

/** Of glasses that are half transparent: how much of what is behind them they hide, 0 to 1. */
export interface Lenses {
  readonly colour: string;
  readonly density: number;
}

export interface Look {
  /** Draws an eye around a column. */
  readonly eyes: (x: number) => string;
  /** Degrees, to the picture's right above 0. */
  readonly turn: number;
  /** Degrees, down above 0. */
  readonly nod: number;
  readonly lenses: Lenses;
  readonly beard: Beard;
}

export function features(hair: string, shade: string, look: Look): string {
  const { eyes, beard } = look;
  const eye = (x: number) =>
    turnedAround(
      { x, y: eyeLevel },
      look,
      `${eyes(x)}<path d="M${x - 19} 212 q19 -11 38 1" stroke="${hair}" stroke-width="5" fill="none" stroke-linecap="round"/>`,
    );
  const nose = `<path d="M219 240 Q211 280 209 286 Q217 295 225 293 Q233 295 241 286" stroke="${shade}" stroke-width="3" fill="none"/>`;
  const mouth = `<path d="M198 320 Q225 310 252 320 Q225 340 198 320Z" fill="#a4544b"/><path d="M198 320 Q225 325 252 320" stroke="#5a2420" stroke-width="1.6" fill="none"/>`;
  return `${eye(188)}${eye(262)}${turnedAround({ x: 225, y: 270 }, look, nose, noseReach)}
    ${turnedAround({ x: 225, y: 320 }, look, mouth + beardOf(beard, hair))}`;
}

export function glasses(look: Look, random: Random): string {
  const { turn, lenses } = look;
  const colour = pick(["#111111", "#6b4a2a", "#b8b8bc"], random);
  const glass = (x: number) =>
    turnedAround(
      { x: x + 27, y: eyeLevel },
      look,
      `<rect x="${x}" y="216" width="54" height="36" rx="14"/>`,
    );
  const bridge = "M214 230 q11 -7 22 0";
  const temples = turn === 0 ? " M160 228 L146 224 M290 228 L304 224" : "";
  const frame = turnedAround(
    { x: 225, y: eyeLevel },
    look,
    `<path d="${bridge}${temples}" fill="none"/>`,
    noseReach,
  );
  return `<g fill="${lenses.colour}" fill-opacity="${lenses.density}" stroke="${colour}" stroke-width="3.4">${glass(160)}${glass(236)}${frame}</g>`;
}

/** How far from the head's axis eyes and mouth lie, and a nose, in pixels; a head is longer than it is wide. */
const reach = 78;
const noseReach = 100;
const longer = 1.35;
const eyeLevel = 232;
/** Of the head's middle, about which it turns. */
const middle = { x: 225, y: 250 } as const;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** What is drawn around a place, where it comes to lie on a head that is turned or nods, and as narrow as it is seen there. */
function turnedAround(
  { x, y }: Place,
  { turn, nod }: Pick<Look, "turn" | "nod">,
  inside: string,
  far = reach,
): string {
  if (turn === 0 && nod === 0) return inside;
  const across = onRound(x - middle.x, far, turn);
  const down = onRound(y - middle.y, far * longer, nod);
  return `<g transform="translate(${middle.x + across.at} ${middle.y + down.at}) scale(${across.narrow} ${down.narrow}) translate(${-x} ${-y})">${inside}</g>`;
}

/** @param from the middle, in pixels @param degrees by which what is so far from the axis is turned */
function onRound(from: number, far: number, degrees: number): { at: number; narrow: number } {
  if (degrees === 0) return { at: from, narrow: 1 };
  const by = (degrees * Math.PI) / 180;
  const own = Math.asin(from / far);
  return {
    at: far * Math.sin(own + by),
    narrow: Math.max(Math.cos(own + by), 0.05) / Math.cos(own),
  };
}
