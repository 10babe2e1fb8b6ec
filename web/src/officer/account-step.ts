/** What an officer does about an account, by its part of the record's address. */
import { accounts } from "../messages/accounts.ts";

const { actions } = accounts;

/** What is done at once, after it was asked once more. */
export const accountActions = {
  "buka-kunci": actions.unlock,
  bekukan: actions.freeze,
  cairkan: actions.unfreeze,
  "kirim-aktivasi": actions.activation,
  "batalkan-reset": actions.cancelReset,
} as const;
export type AccountAction = keyof typeof accountActions;

/** With what a penyetuju has to approve. */
export const accountSteps = {
  ...accountActions,
  "reset-autentikator": accounts.reset,
  "betulkan-surel": accounts.email,
} as const;
export type AccountStep = keyof typeof accountSteps;

export function isAccountAction(step: string): step is AccountAction {
  return Object.hasOwn(accountActions, step);
}

export function isAccountStep(step: string): step is AccountStep {
  return Object.hasOwn(accountSteps, step);
}
