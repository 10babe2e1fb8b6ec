/** How a day is typed: no first view needs it. */
export const id = {
  hint: "HH/BB/TTTT, misalnya 17/08/2026",
};

export type Days = typeof id;
