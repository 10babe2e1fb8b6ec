/** Numbers as they are printed and read aloud: the same on the card, in its PDF and on every page. */

/** "A2010 0000123" of "A20100000123": a Nomor Seri by letter and year, and order. */
export function groupSerial(serial: string): string {
  return `${serial.slice(0, 5)} ${serial.slice(5)}`;
}

/** "7K2Q-9MXB" of "7K2Q9MXB": a Kode Periksa in two halves. */
export function groupCheckCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** What finds a card without its QR: the two numbers that stand beside each other on it. */
export interface CardNumbers {
  /** Nomor Seri, "A20100000123". */
  readonly serial: string;
  /** Kode Periksa, "7K2Q9MXB". */
  readonly checkCode: string;
}

/** A Nomor Seri as somebody types it from a card. @returns undefined when it cannot be one */
export function parseSerial(typed: string): string | undefined {
  const serial = withoutGroups(typed);
  return /^[AB]\d{11}$/.test(serial) ? serial : undefined;
}

/** A Kode Periksa as somebody types it: O is read as 0, I and L as 1 (Crockford's base32). @returns undefined when it cannot be one */
export function parseCheckCode(typed: string): string | undefined {
  const code = withoutGroups(typed).replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(code) ? code : undefined;
}

function withoutGroups(typed: string): string {
  return typed.replaceAll(/[\s.–-]/g, "").toUpperCase();
}
