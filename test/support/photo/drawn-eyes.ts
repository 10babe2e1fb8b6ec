/** Eyes of drawn people, about 32 pixels wide: open ones, narrow ones, and closed ones of several styles. */
import { between, pick, type Random } from "./random.ts";

export type EyesShown = "open" | "narrow" | "closed";

/** @param own only for the eyes: all else of a person stays the same whatever its eyes do @returns what draws an eye around `x` */
export function eyesOf(shown: EyesShown, shade: string, own: Random): (x: number) => string {
  if (shown === "open") return openEye;
  return shown === "narrow" ? narrowEye(own) : pick(closedEyes, own)(shade, own);
}

const openEye = (x: number) =>
  `<path d="M${x - 16} 234 q16 -11 32 -1 q-16 10 -32 1Z" fill="#f5f1ec"/><circle cx="${x}" cy="232" r="6.5" fill="#2b180e"/><circle cx="${x + 2}" cy="230" r="1.6" fill="#fff"/>`;

/** Open by 0.13 to 0.21 of its width; lids cover most of the iris. */
function narrowEye(own: Random) {
  const [up, low] = [between(own, 2.6, 4), between(own, 1.6, 2.8)];
  const lash = between(own, 0.6, 1.6);
  return (x: number) => {
    const upper = `M${x - 16} 233.5 q16 ${-2 * up} 32 -1`;
    return `<clipPath id="lids${x}"><path d="${upper} q-16 ${2 * low} -32 1Z"/></clipPath>
      <g clip-path="url(#lids${x})"><rect x="${x - 18}" y="220" width="36" height="26" fill="#f5f1ec"/><circle cx="${x}" cy="232.5" r="6.5" fill="#2b180e"/></g>
      <path d="${upper}" stroke="#1c100a" stroke-width="${lash}" fill="none"/>`;
  };
}

type Style = (shade: string, own: Random) => (x: number) => string;

/** A lash line, hanging down by some pixels, and whatever is above it. */
const line = (x: number, { y = 235, sag = 4 }) => `M${x - 16} ${y - 2} q16 ${2 * sag} 32 0`;
const stroke = (path: string, colour: string, width: number) =>
  `<path d="${path}" stroke="${colour}" stroke-width="${width}" fill="none" stroke-linecap="round"/>`;

const closedEyes: readonly Style[] = [
  // A dark lash line alone.
  (_, own) => {
    const [sag, wide] = [between(own, 1, 5), between(own, 1.4, 3.2)];
    return (x) => stroke(line(x, { sag }), "#2b1a12", wide);
  },
  // The lid, in the skin's own shade, with its crease.
  (shade, own) => {
    const [sag, bulge, wide] = [between(own, 3, 6), between(own, 14, 22), between(own, 1.2, 2.6)];
    const deep = between(own, 0.15, 0.5);
    return (x) =>
      `<path d="M${x - 16} 233 q16 ${-bulge} 32 0 q-16 ${2 * sag} -32 0Z" fill="${shade}" fill-opacity="${deep}"/>
      ${stroke(`M${x - 16} 232 q16 ${-bulge} 32 0`, shade, 1.4)}${stroke(line(x, { sag }), "#20130d", wide)}`;
  },
  // Hardly any lashes: a line of the skin's shade.
  (shade, own) => {
    const [sag, wide] = [between(own, 2, 5), between(own, 2, 3.4)];
    return (x) => stroke(line(x, { sag }), shade, wide);
  },
  // Lashes that can be told apart.
  (_, own) => {
    const [sag, long] = [between(own, 3, 5), between(own, 3, 7)];
    const lashes = (x: number) =>
      Array.from({ length: 9 }, (_, i) => {
        const at = i / 4 - 1;
        const y = 233 + sag * (1 - at ** 2);
        return `M${x + 15 * at} ${y} l${at * 3} ${long * (1 - 0.3 * at ** 2)}`;
      }).join(" ");
    return (x) => stroke(line(x, { sag }), "#1a0f0a", 1.8) + stroke(lashes(x), "#1a0f0a", 0.9);
  },
  // Squeezed: nearly straight, with wrinkles at its outer corner.
  (shade, own) => {
    const wide = between(own, 1.6, 2.8);
    return (x) => {
      const out = x < 225 ? -1 : 1;
      const wrinkle = (dy: number) => `M${x + out * 17} 234 l${out * 8} ${dy}`;
      return (
        stroke(line(x, { sag: 1 }), "#2b1a12", wide) +
        stroke(`${wrinkle(-5)} ${wrinkle(0)} ${wrinkle(5)}`, shade, 1.4)
      );
    };
  },
  // A lid that shines, as with make-up or in the light from above.
  (shade, own) => {
    const [sag, shine] = [between(own, 3, 5), between(own, 0.08, 0.25)];
    return (x) =>
      `<path d="M${x - 15} 232 q15 -15 30 0 q-15 ${2 * sag} -30 0Z" fill="#fff" fill-opacity="${shine}"/>
      ${stroke(`M${x - 16} 229 q16 -16 32 0`, shade, 1.6)}${stroke(line(x, { sag }), "#20130d", 2)}`;
  },
];
