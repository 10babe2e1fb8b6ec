/** Beards of drawn people: over cheeks, chin and lip, or as stubble. */
import { between, randomFrom } from "./random.ts";

export type Beard = "none" | "full" | "white" | "stubble";

const lips = `<path d="M198 320 Q225 310 252 320 Q225 340 198 320Z" fill="#a4544b"/><path d="M198 320 Q225 325 252 320" stroke="#5a2420" stroke-width="1.6" fill="none"/>`;
const full = (colour: string) =>
  `<path d="M152 262 Q154 335 225 356 Q296 335 298 262 Q292 296 262 300 Q240 290 225 296 Q210 290 188 300 Q158 296 152 262Z" fill="${colour}"/>${lips}`;

/** 500 hairs around the chin, the same on everybody. */
function stubble(): string {
  const random = randomFrom(500);
  const hairs = Array.from({ length: 500 }, () => {
    const [angle, far] = [between(random, 0.15, 3), between(random, 0.72, 0.98)];
    return `<circle cx="${225 + Math.cos(angle) * 72 * far}" cy="${262 + Math.sin(angle) * 88 * far}" r="1"/>`;
  });
  return `<g fill="#222" fill-opacity=".6">${hairs.join("")}</g>`;
}

/** @param hair the colour of a full one */
export function beardOf(beard: Beard, hair: string): string {
  if (beard === "none") return "";
  if (beard === "stubble") return stubble();
  return full(beard === "white" ? "#c8c6c0" : hair);
}
