/** What an officer does about an account, by its part of the record's address. */
import { accounts } from "../messages/accounts.ts";

export const accountSteps = accounts.steps;
export type AccountStep = keyof typeof accountSteps;

/** What one officer does alone, after it was asked once more; with the others a penyetuju has to approve. */
export const accountActions = {
  "buka-kunci": "unlock",
  bekukan: "freeze",
  cairkan: "unfreeze",
  "kirim-aktivasi": "activation",
  "batalkan-reset": "cancelReset",
  "hentikan-surel": "stopEmailChange",
  "hentikan-telepon": "stopPhoneChange",
} as const;
export type AccountAction = keyof typeof accountActions;

export function isAccountAction(step: string): step is AccountAction {
  return Object.hasOwn(accountActions, step);
}

export function isAccountStep(step: string): step is AccountStep {
  return Object.hasOwn(accountSteps, step);
}
