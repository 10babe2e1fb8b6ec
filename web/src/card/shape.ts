/** The shape that the holder has chosen. It is a part of the early script, so it may import nothing large. */
export type Shape = "portrait" | "landscape";

const key = "kartu.bentuk";
/** CSS pixels: below, a landscape card's words would be too small to read. */
const narrow = 640;

/** The shape that was chosen on this device, else the one for the screen. Storage may be blocked or have any content. */
export function rememberedShape(): Shape {
  const kept = stored();
  if (kept === "portrait" || kept === "landscape") return kept;
  return innerWidth < narrow ? "portrait" : "landscape";
}

export function rememberShape(shape: Shape): void {
  try {
    localStorage.setItem(key, shape);
  } catch {
    // If nothing can be stored, the choice lasts as long as the page.
  }
}

/** The card's place has this shape before the card arrives, so that nothing moves then. */
export function reserveShape(shape: Shape): void {
  document.documentElement.dataset.shape = shape;
}

function stored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
