import type { Pixels } from "#shared/photo/pixels.ts";

/** What is clear in a picture is a plain grey wall. */
export function onGrey({ data, width, height }: Pixels): Pixels {
  const wall = 176;
  const opaque = data.map((value, at) => {
    if (at % 4 === 3) return 255;
    const share = (data[at - (at % 4) + 3] ?? 0) / 255;
    return Math.round(value * share + wall * (1 - share));
  });
  return { data: opaque, width, height };
}
