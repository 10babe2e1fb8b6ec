/** «Ingat Saya»: the NIP alone, in this browser alone. */
import { deviceMemory } from "../storage.ts";

const key = "kartu-nip";

export const rememberedNip = (): string | undefined => deviceMemory.read(key);

export function rememberNip(nip: string | undefined): void {
  if (nip) deviceMemory.write(key, nip);
  else deviceMemory.forget(key);
}
