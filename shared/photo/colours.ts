/** Colours as the rules of the cut-out compare them: red, green and blue of 0 to 255. */
export type Colour = readonly [number, number, number];

/** The distance of two colours, 0 to 441. */
export function apart(one: Colour, other: Colour): number {
  return Math.sqrt((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2);
}

/**
 * A colour in as much shade as best explains what was found: a round cheek is darker at its edge, but keeps its hue; white cloth
 * is hardly darker, and no skin turns grey.
 */
export function inShade(own: Colour, found: Colour): Colour {
  const square = Math.max(own[0] ** 2 + own[1] ** 2 + own[2] ** 2, 1);
  const shade = (own[0] * found[0] + own[1] * found[1] + own[2] * found[2]) / square;
  const keepsHue = saturation(own) > 0.25 && saturation(found) > 0.6 * saturation(own);
  const k = Math.min(Math.max(shade, keepsHue ? 0.55 : 0.85), 1.1);
  return [own[0] * k, own[1] * k, own[2] * k];
}

/** How strong a colour is: 0 grey, 1 one without any white. */
export function saturation([red, green, blue]: Colour): number {
  const strongest = Math.max(red, green, blue, 1);
  return 1 - Math.min(red, green, blue) / strongest;
}

/** The median of each channel; black when there is nothing. */
export function medianColour(colours: readonly Colour[]): Colour {
  const middle = Math.floor(colours.length / 2);
  const of = (channel: 0 | 1 | 2) => {
    const values = new Uint8Array(colours.length);
    for (let i = 0; i < values.length; i++) values[i] = colours[i]?.[channel] ?? 0;
    return values.sort()[middle] ?? 0;
  };
  return [of(0), of(1), of(2)];
}

/** The colour that begins at a byte of a picture. */
export function colourAt(data: Uint8Array, byte: number): Colour {
  return [data[byte] ?? 0, data[byte + 1] ?? 0, data[byte + 2] ?? 0];
}
