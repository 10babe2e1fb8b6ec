/** The login, with the work that the service may require before it checks a password. */

import type { LoginAnswer } from "#shared/session/login-answers.ts";
import type { LoginRequest } from "#shared/session/login-requests.ts";
import { call } from "../api/client.ts";
import { type LoginDelay, withWork } from "./with-work.ts";

/** @param onDelay as withWork @throws Refusal, NoAnswer */
export async function logIn(
  credentials: Omit<LoginRequest, "work">,
  onDelay: (delay: LoginDelay) => void,
): Promise<LoginAnswer> {
  return await withWork(
    (work) => call("POST /api/session/login", { body: { ...credentials, work } }),
    onDelay,
  );
}
