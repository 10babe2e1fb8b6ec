/** @param color "#RRGGBB" @returns the channels, 0 to 255 */
export function channels(color: string): readonly [number, number, number] {
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** "#RRGGBB" with an opacity of 0 to 1, as a canvas takes it. */
export function faded(color: string, opacity: number): string {
  return `rgba(${channels(color).join(",")},${opacity})`;
}

/** WCAG 2.2's contrast ratio of two colours "#RRGGBB", 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = channels(color);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** @param color "#RRGGBB" @returns degrees from 0 to 360 on the colour circle: 0 red, 120 green, 240 blue; greys have none */
export function hue(color: string): number | undefined {
  const [red, green, blue] = channels(color);
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (range === 0) return undefined;
  const sixth =
    most === red
      ? (green - blue) / range
      : most === green
        ? 2 + (blue - red) / range
        : 4 + (red - green) / range;
  return (sixth * 60 + 360) % 360;
}
