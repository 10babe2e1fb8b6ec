import { deviceStore } from "../device-store.ts";

/** Where the key of this phone's «Kode hadir» lies (kept-phone.ts). */
export const phoneStore = deviceStore("kartu-hadir", "phone");

export async function forgetPhone(): Promise<void> {
  await phoneStore("readwrite", (all) => all.clear());
}
