/**
 * How often what may be tried, counted before anything is looked up, so that a limit tells nothing of who exists.
 * By number: what one account endures. By network: what one office or attacker may do; an agency's staff often share
 * one address, so it is wide. Cognito locks an account for itself after five wrong passwords.
 */
import type { Limit } from "#shared/runtime/rate-limit-table.ts";

const minute = 60;
const hour = 60 * minute;

export const loginByNip: Limit = { name: "login-by-nip", max: 20, windowSeconds: 15 * minute };
export const loginByNetwork: Limit = {
  name: "login-by-network",
  max: 100,
  windowSeconds: 5 * minute,
};
/** 240 tries a day at three valid codes each find one of a million with 0.07 %, for who has the password. */
export const codeByNip: Limit = { name: "code-by-nip", max: 10, windowSeconds: hour };
/** Each costs an e-mail; only who solved a captcha is counted, so that nobody is locked out by a script. */
export const resetByNip: Limit = { name: "reset-by-nip", max: 5, windowSeconds: hour };
