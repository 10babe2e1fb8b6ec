/** A telephone number of which its owner recognises the end: "•••••400". */
export function maskPhone(number: string): string {
  return `•••••${number.replaceAll(/\D/g, "").slice(-3)}`;
}
