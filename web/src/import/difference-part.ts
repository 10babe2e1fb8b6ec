/** The parts of what a file changes, and how they stand in the address of the page. */
export const differenceParts = ["new", "changed", "gone"] as const;
export type DifferencePart = (typeof differenceParts)[number];

export const partNames: Readonly<Record<DifferencePart, string>> = {
  new: "baru",
  changed: "berubah",
  gone: "tidak-ada",
};

/** @param name of the page's address */
export function partOf(name: string | undefined): DifferencePart {
  return differenceParts.find((part) => partNames[part] === name) ?? "new";
}
