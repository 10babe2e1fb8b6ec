/** Numbers as they are printed and read aloud: the same on the card, in its PDF and on every page. */

/** "A2010 0000123" of "A20100000123": a Nomor Seri by letter and year, and order. */
export function groupSerial(serial: string): string {
  return `${serial.slice(0, 5)} ${serial.slice(5)}`;
}

/** "7K2Q-9MXB" of "7K2Q9MXB": a Kode Periksa in two halves. */
export function groupCheckCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
