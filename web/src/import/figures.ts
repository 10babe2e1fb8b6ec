import { language } from "../language.ts";

const plain = new Intl.NumberFormat(language);

/** "20.000" in Indonesian. */
export const figure = (count: number): string => plain.format(count);
