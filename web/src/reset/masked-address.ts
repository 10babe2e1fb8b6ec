/**
 * The typed address. It is kept masked only, for when the phone drops the tab while its mail is read: "r•••••a@contoh.example" is enough to
 * see a slip, and too little for who looks on or finds the tab.
 */
import { tabMemory } from "../storage.ts";

const key = "kartu-reset-address";

export const maskedAddress = {
  keep: (address: string): void => tabMemory.write(key, masked(address)),
  read: (): string | undefined => tabMemory.read(key),
  forget: (): void => tabMemory.forget(key),
};

export function masked(address: string): string {
  const at = address.lastIndexOf("@");
  const name = address.slice(0, at);
  return `${name.slice(0, 1)}•••••${name.length > 2 ? name.slice(-1) : ""}${address.slice(at)}`;
}
