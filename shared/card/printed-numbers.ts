/** Numbers and days as they are printed and read aloud: the same on the card, in its PDF and on every page. */

/** "A2010 0000123" of "A20100000123": a Nomor Seri by letter and year, and order. */
export function groupSerial(serial: string): string {
  return `${serial.slice(0, 5)} ${serial.slice(5)}`;
}

/** "7K2Q-9MXB" of "7K2Q9MXB": a Kode Periksa by halves. */
export function groupCheckCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

const dayFormat = new Intl.DateTimeFormat("id-ID", { dateStyle: "long", timeZone: "UTC" });

/** "21 November 2026" of "2026-11-21", as it is printed, in Indonesian. */
export function longDay(day: string): string {
  return dayFormat.format(new Date(`${day}T00:00:00Z`));
}
