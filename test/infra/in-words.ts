const few = "four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen";
const more =
  "seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four twenty-five twenty-six";

/** Numbers as the documents write them, from four on. */
export const inWords = `${few} ${more}`.split(" ");
