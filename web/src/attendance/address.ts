/** Where the parts of «Presensi» are: no name and no number of a person stands in an address. */
interface Place {
  readonly unit?: string;
  readonly month?: string;
  readonly id?: string;
}

export function addressOf({ unit, month, id }: Place): string {
  const query = new URLSearchParams({
    bagian: "presensi",
    ...(unit !== undefined && { unit }),
    ...(month !== undefined && { bulan: month }),
    ...(id !== undefined && { id }),
  });
  return `/petugas/instansi?${query.toString()}`;
}

export const isMonth = (text: string): boolean => /^20\d{2}-(0[1-9]|1[0-2])$/.test(text);

/** "2026-02" of "2026-03" and -1. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

/** The month before this one: recaps are made of it. */
export const lastMonth = (now = new Date()): string =>
  monthAfter(now.toISOString().slice(0, 7), -1);
