/** An SVG document as an address for `<img>`: there it can run nothing. */
export function imageAddress(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
