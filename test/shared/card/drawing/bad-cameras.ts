/** What phones, copiers and chat apps do to a picture of a card. */
import sharp, { type Sharp } from "sharp";

export interface Picture {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

type Spoil = (face: Buffer) => Promise<Picture>;

export const badCameras: Readonly<Record<string, Spoil>> = {
  "as it is": (face) => pixels(sharp(face)),
  "JPEG of quality 20": async (face) =>
    pixels(sharp(await sharp(face).jpeg({ quality: 20 }).toBuffer())),
  "40 % of the size": async (face) => {
    const { width } = await sharp(face).metadata();
    return pixels(sharp(face).resize(Math.round(width * 0.4)));
  },
  "blur of sigma 2": (face) => pixels(sharp(face).blur(2)),
  "turned by 15 degrees": (face) => pixels(sharp(face).rotate(15, { background: "#8c8478" })),
  "seen from the side": async (face) => fromTheSide(await pixels(sharp(face))),
  "a tenth of the contrast, in the dark": fadeTo(0),
  "a tenth of the contrast, in dark grey": fadeTo(64),
  "a tenth of the contrast, in grey": fadeTo(128),
  "a tenth of the contrast, in light grey": fadeTo(192),
  "a tenth of the contrast, in glaring light": fadeTo(255),
};

/** Towards a grey, as haze or a dim screen does. */
function fadeTo(grey: number): Spoil {
  return (face) => pixels(sharp(face).linear(0.1, 0.9 * grey));
}

async function pixels(picture: Sharp): Promise<Picture> {
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** The right edge is a quarter shorter than the left, as if the camera stood to the left. */
function fromTheSide({ data, width, height }: Picture): Picture {
  const shrink = 0.25;
  const seen = Buffer.alloc(data.length, 0x80);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const u = x / width;
      // A projective map: with the depth, u and the distance from the middle line shrink alike.
      const depth = 1 / (1 - shrink * u);
      const sourceX = Math.floor(width * u * (1 - shrink) * depth);
      const sourceY = Math.floor(height / 2 + (y - height / 2) * depth);
      if (sourceY < 0 || sourceY >= height) continue;
      data.copy(
        seen,
        (y * width + x) * 4,
        (sourceY * width + sourceX) * 4,
        (sourceY * width + sourceX) * 4 + 4,
      );
    }
  return { data: seen, width, height };
}
