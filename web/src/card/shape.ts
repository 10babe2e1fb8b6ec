/** The shape of card the holder likes to see. Part of the early script: nothing large may be imported. */
export type Shape = "portrait" | "landscape";

const key = "kartu.bentuk";
/** CSS pixels: below, a landscape card's words would be too small to read. */
const narrow = 640;

/** As chosen before on this device; else what suits the screen. Storage may be blocked, or full of anything. */
export function rememberedShape(): Shape {
  const kept = stored();
  if (kept === "portrait" || kept === "landscape") return kept;
  return innerWidth < narrow ? "portrait" : "landscape";
}

export function rememberShape(shape: Shape): void {
  try {
    localStorage.setItem(key, shape);
  } catch {
    // Where nothing may be stored, the choice lasts as long as the page.
  }
}

/** The card's place has this shape before the card is there, so that nothing moves when it comes. */
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
