/**
 * The typed address. It is kept masked only, for when the phone drops the tab while its mail is read: too little for who finds the
 * tab.
 */
import { maskEmail } from "#shared/employee/mask-email.ts";
import { tabMemory } from "../storage.ts";

const key = "kartu-reset-address";

export const maskedAddress = {
  keep: (address: string): void => tabMemory.write(key, maskEmail(address)),
  read: (): string | undefined => tabMemory.read(key),
  forget: (): void => tabMemory.forget(key),
};
