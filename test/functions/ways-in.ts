/** What routes that take a password or a code need besides tables. */
import type { Employees } from "#shared/employee/employees.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { FailureRate } from "#shared/rate-limit/failure-rate.ts";
import type { RateLimits } from "#shared/rate-limit/rate-limits.ts";
import { hmacKey } from "../support/call-api.ts";
import { CaptchasInMemory } from "../support/captchas-in-memory.ts";

/** What slows guessing down, for the routes that take a code. */
export function wayIn({ limits }: { readonly limits: RateLimits }) {
  return {
    hmacKey,
    loginLimits: { failuresPerLevel: 5, mostWorkSeconds: 3 },
    failureRate: new FailureRate(limits),
    captchas: new CaptchasInMemory(),
    workIterations: 1,
    authenticatorKey: { open: async () => "" },
  };
}

/** Everybody's password and code are right. */
export function contactApi({ employees }: { readonly employees: Pick<Employees, "findByNip"> }) {
  return {
    users: {
      checkPassword: async (nip: Nip) => ({ next: "code", cognitoSession: nip }) as const,
      checkCode: async (nip: Nip) => {
        const employee = await employees.findByNip(nip);
        if (!employee) throw new Error(`Nobody has ${nip}.`);
        return { employeeId: employee.id, accessToken: "", refreshToken: "" };
      },
      changePassword: async () => {},
      revoke: async () => {},
    },
    accounts: { resetMfa: async () => {} },
  };
}
