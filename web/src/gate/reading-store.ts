/** What a gate has read and has not told yet: it survives a reload, and goes with the logout. */
import type { GateReading } from "#shared/presence/gate.ts";
import { deviceStore } from "../device-store.ts";

export interface KeptReading extends GateReading {
  readonly gate: string;
}

const within = deviceStore("kartu-gerbang", "readings");

/** Under its code: a gate takes each once. @returns whether it is kept: a browser may refuse, or have no room */
export async function keepReading(reading: KeptReading): Promise<boolean> {
  return (await within("readwrite", (all) => all.put(reading, reading.code))) !== undefined;
}

export async function keptReadings(gate: string): Promise<readonly KeptReading[]> {
  const all = (await within<KeptReading[]>("readonly", (kept) => kept.getAll())) ?? [];
  return all.filter((each) => each.gate === gate);
}

export async function forgetReading({ code }: KeptReading): Promise<void> {
  await within("readwrite", (all) => all.delete(code));
}

/** Whether something has not been told, of whichever gate. */
export async function hasReadings(): Promise<boolean> {
  return Boolean(await within("readonly", (all) => all.count()));
}

/** Of all gates: who leaves wants nothing to stay in this browser. */
export async function forgetReadings(): Promise<void> {
  await within("readwrite", (all) => all.clear());
}
