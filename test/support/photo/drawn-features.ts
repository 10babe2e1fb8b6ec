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
  readonly lenses: Lenses;
  readonly beard: Beard;
}

export function features(hair: string, shade: string, { eyes, turn, beard }: Look): string {
  const eye = (x: number) =>
    turnedAround(
      x,
      turn,
      `${eyes(x)}<path d="M${x - 19} 212 q19 -11 38 1" stroke="${hair}" stroke-width="5" fill="none" stroke-linecap="round"/>`,
    );
  const nose = `<path d="M219 240 Q211 280 209 286 Q217 295 225 293 Q233 295 241 286" stroke="${shade}" stroke-width="3" fill="none"/>`;
  const mouth = `<path d="M198 320 Q225 310 252 320 Q225 340 198 320Z" fill="#a4544b"/><path d="M198 320 Q225 325 252 320" stroke="#5a2420" stroke-width="1.6" fill="none"/>`;
  return `${eye(188)}${eye(262)}${turnedAround(225, turn, nose, noseReach)}
    ${turnedAround(225, turn, mouth + beardOf(beard, hair))}`;
}

export function glasses({ turn, lenses }: Look, random: Random): string {
  const colour = pick(["#111111", "#6b4a2a", "#b8b8bc"], random);
  const glass = (x: number) =>
    turnedAround(x + 27, turn, `<rect x="${x}" y="216" width="54" height="36" rx="14"/>`);
  const bridge = "M214 230 q11 -7 22 0";
  const temples = turn === 0 ? " M160 228 L146 224 M290 228 L304 224" : "";
  const frame = turnedAround(225, turn, `<path d="${bridge}${temples}" fill="none"/>`, noseReach);
  return `<g fill="${lenses.colour}" fill-opacity="${lenses.density}" stroke="${colour}" stroke-width="3.4">${glass(160)}${glass(236)}${frame}</g>`;
}

/** How far from the head's axis eyes and mouth lie, and a nose, in pixels. */
const reach = 78;
const noseReach = 100;

/** What is drawn around a column, where it comes to lie on a head that is turned, and as narrow as it is seen there. */
function turnedAround(x: number, turn: number, inside: string, far = reach): string {
  if (turn === 0) return inside;
  const yaw = (turn * Math.PI) / 180;
  const own = Math.asin((x - 225) / far);
  const narrow = Math.max(Math.cos(own + yaw), 0.05) / Math.cos(own);
  return `<g transform="translate(${225 + far * Math.sin(own + yaw)} 0) scale(${narrow} 1) translate(${-x} 0)">${inside}</g>`;
}
