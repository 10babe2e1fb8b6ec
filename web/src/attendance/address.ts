import { monthsLater } from "../workday/month-steps.tsx";

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

/** The month before this one: recaps are made of it. */
export const lastMonth = (now = new Date()): string =>
  monthsLater(now.toISOString().slice(0, 7), -1);
