/**
 * Light on the face (K-17), with the same headroom for every skin: the white of the eyes, the iris and the line between the lips
 * are alike in all people, so they say how much light there is; the skin's own tone does not (decision 0064).
 */
import { luma } from "./pixels.ts";
import { isBlurred } from "./sharpness.ts";
import { areEyesHidden } from "./skin.ts";
import type { Tone, ToneCheck } from "./tone.ts";
import { beyond } from "./violation.ts";

/** Luma that is reached in enough light, by the skin or by the white of the eyes. */
export const enoughOnSkin = 90;
export const enoughOnWhite = 105;
const enoughOnSkinAlone = 30;
/** Luma of iris and lip line that both are passed in too much light only. */
const brightIris = 40;
const brightLipLine = 76;
/** The white of the eyes is darker in deep shadow only, or in hardly any light. */
const shadedWhite = 115;
/** The white of the eyes from which on the picture holds no more light. */
const clipped = 250;

export const lightChecks = [
  { code: "too-dark", find: (tone) => beyond("figure", lightOn(tone), { min: 1 }) },
  { code: "overexposed", find: ({ skin }) => beyond("share", skin.burnt, { max: 0.25 }) },
  {
    code: "too-bright",
    find: (tone) => beyond("share", brightness(tone), { max: 1 }),
    unless: ["overexposed", "washed-out", "posterised"],
  },
  {
    code: "washed-out",
    find: (tone) => beyond("level", darkest(tone), { max: 115 }),
    unless: ["overexposed"],
  },
  {
    code: "underexposed",
    find: ({ skin }) => beyond("share", skin.black, { max: 0.25 }),
    unless: ["too-dark"],
  },
  {
    code: "half-shadow",
    find: (tone) => beyond("share", darkerPart(tone), { min: 0.55 }),
    unless: ["too-dark", "underexposed"],
  },
] as const satisfies readonly ToneCheck[];

/** From 1 there is enough. Closed eyes and blurred ones say nothing: then only what is almost black is too dark. */
function lightOn(tone: Tone): number {
  const skin = Math.max(...tone.skin.cheeks);
  const eyes = clearEyes(tone);
  return eyes
    ? Math.max(skin / enoughOnSkin, luma(eyes.white) / enoughOnWhite)
    : skin / enoughOnSkinAlone;
}

/** Up to 1 the dark of the face is dark, as it is whatever the skin's tone. */
function brightness(tone: Tone): number {
  const eyes = clearEyes(tone);
  if (!eyes || luma(eyes.white) < clipped) return 0;
  return Math.min(eyes.iris / brightIris, tone.skin.lipLine / brightLipLine);
}

/** Closed eyes leave the lips; what is blurred says nothing. */
function darkest(tone: Tone): number {
  const { eyes, lipLine } = tone.skin;
  return isBlurred(tone) ? 0 : Math.min(eyes?.iris ?? lipLine, lipLine);
}

function clearEyes(tone: Tone) {
  return isBlurred(tone) || areEyesHidden(tone.skin) ? undefined : tone.skin.eyes;
}

/**
 * The darker cheek in parts of the brighter one; or the forehead, when the eyes lie in shadow too: it may be hair. A shadow darkens
 * the white of that eye as well, or all of that half of the face; a birthmark or pale patches of skin darken or spare the cheek alone.
 */
function darkerPart({ skin: { cheeks, forehead, eyes, whites, halves } }: Tone): number {
  const bright = Math.max(...cheeks, 1);
  const across = Math.min(...cheeks) / bright;
  if (eyes && luma(eyes.white) < Math.max(shadedWhite, 0.6 * bright))
    return Math.min(across, forehead / bright);
  const isRight = cheeks[0] < cheeks[1];
  const share = ([right, left]: readonly [number, number]) =>
    isRight ? right / Math.max(left, 1) : left / Math.max(right, 1);
  return Math.max(across, Math.min(share(whites), share(halves)));
}
