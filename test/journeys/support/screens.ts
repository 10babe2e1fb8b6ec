/** A phone as most holders have, and an office's desktop, CSS pixels. */
export const phone = { width: 360, height: 740 };
export const desktop = { width: 1280, height: 720 };
