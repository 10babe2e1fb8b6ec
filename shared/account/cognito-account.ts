/** What an account carries in Cognito besides its name, and what its tokens tell of it. */
import * as z from "zod";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { SignedIn } from "./users.ts";

export const employeeIdAttribute = "custom:employee_id";

/** Cognito mails only to addresses that count as verified; ours are, by the agency (P-03). */
export function verifiedEmail(email: string): { Name: string; Value: string }[] {
  return [
    { Name: "email", Value: email },
    { Name: "email_verified", Value: "true" },
  ];
}

const claims = z.object({
  [employeeIdAttribute]: z.custom<EmployeeId>(
    (id) => typeof id === "string" && id.startsWith("emp_"),
  ),
});

/** Reads tokens that Cognito just gave to us, over its own connection: nothing to verify. */
export function readTokens({
  IdToken = "",
  RefreshToken = "",
}: {
  IdToken?: string | undefined;
  RefreshToken?: string | undefined;
} = {}): SignedIn {
  const payload = Buffer.from(IdToken.split(".")[1] ?? "", "base64url").toString("utf8");
  const { [employeeIdAttribute]: employeeId } = claims.parse(JSON.parse(payload));
  return { employeeId, refreshToken: RefreshToken };
}
