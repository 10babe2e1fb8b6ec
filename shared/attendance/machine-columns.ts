/** Where a machine's file says who and when: by its headings, or without any by its first line. */

import { readClock } from "./read-clock.ts";
import type { Way } from "./reading.ts";

export interface MachineColumns {
  readonly nip: number | undefined;
  readonly pin: number | undefined;
  /** Joined by a blank: a day and a time, or both in one. */
  readonly time: readonly number[];
  readonly way: number | undefined;
  /** Whether the first line has headings. */
  readonly isHeaded: boolean;
}

const names = {
  nip: ["NIP", "NIPBARU", "NIPNIPPPK"],
  pin: ["PIN", "NOID", "USERID", "NOABSEN", "ACNO", "ENNO", "IDUSER", "IDPEGAWAI", "NOPIN", "ID"],
  dayAndTime: ["TANGGALJAM", "TANGGALWAKTU", "TGLWAKTU", "DATETIME", "TANGGALSCAN", "TGLSCAN"],
  day: ["TANGGAL", "TGL", "DATE"],
  time: ["JAM", "WAKTU", "TIME", "SCAN"],
  way: ["STATUS", "INOUT", "IO", "STATE", "MODE", "ARAH"],
} as const;

/** @param cells of the first line that has something in it */
export function machineColumnsOf(cells: readonly string[]): MachineColumns | undefined {
  const at = cells.findIndex((cell) => "time" in readClock(cell.trim(), "day-first"));
  return at >= 0 ? withoutHeadings(cells, at) : withHeadings(cells);
}

/** As machines write their memory onto a stick: number, time, and figures that each maker means otherwise. */
function withoutHeadings(cells: readonly string[], at: number): MachineColumns | undefined {
  const pin = cells.findIndex((cell, i) => i < at && cell.trim() !== "");
  if (pin < 0) return undefined;
  return { nip: undefined, pin, time: [at], way: undefined, isHeaded: false };
}

function withHeadings(cells: readonly string[]): MachineColumns | undefined {
  const plain = cells.map((cell) => cell.toUpperCase().replaceAll(/[^A-Z]/g, ""));
  const place = (known: readonly string[]) => {
    const at = plain.findIndex((name) => known.includes(name));
    return at < 0 ? undefined : at;
  };
  const [both, day, hour] = [place(names.dayAndTime), place(names.day), place(names.time)];
  const time = both === undefined ? [day, hour].filter((each) => each !== undefined) : [both];
  const [nip, pin] = [place(names.nip), place(names.pin)];
  if (time.length === 0 || (nip ?? pin) === undefined) return undefined;
  return { nip, pin, time, way: place(names.way), isHeaded: true };
}

const ins = new Set(["I", "IN", "CIN", "MASUK", "SCANMASUK"]);
const outs = new Set(["O", "OUT", "COUT", "PULANG", "KELUAR", "SCANPULANG"]);

export function wayOf(text: string): Way | undefined {
  const plain = text.toUpperCase().replaceAll(/[^A-Z]/g, "");
  if (ins.has(plain)) return "in";
  return outs.has(plain) ? "out" : undefined;
}
