/** Which fields a decree changes. Pure: the form runs it. */

/** What a decree of each kind changes. */
export const fieldsOfDecree = {
  promotion: ["golongan"],
  placement: ["unitKerja", "jabatan"],
  position: ["kedudukanHukum"],
  extension: ["contractEnd"],
} as const;
export const decreeKinds = ["promotion", "placement", "position", "extension"] as const;
export type DecreeKind = (typeof decreeKinds)[number];

export const decreeFields = [
  ...fieldsOfDecree.promotion,
  ...fieldsOfDecree.placement,
  ...fieldsOfDecree.position,
  ...fieldsOfDecree.extension,
] as const;
export type DecreeField = (typeof decreeFields)[number];

/** Leave without pay (CLTN) and its extension, which end on a day. */
const leaves = ["02", "13"];
/** Whether a position has a last day, of which officers are reminded. */
export function isLeave(kedudukanHukum: string | undefined): boolean {
  return kedudukanHukum !== undefined && leaves.includes(kedudukanHukum);
}

export const longestSkNumber = 60;
