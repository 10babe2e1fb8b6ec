/** The attributes of an account in Cognito, and what its tokens say of it. */
import * as z from "zod";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { SignedIn } from "./users.ts";

export const employeeIdAttribute = "custom:employee_id";

/** Cognito mails only to verified addresses. The agency has verified ours (P-03). */
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

/** Reads tokens that Cognito itself just sent over TLS: their signature needs no check. */
export function readTokens({
  IdToken = "",
  AccessToken = "",
  RefreshToken = "",
}: {
  IdToken?: string | undefined;
  AccessToken?: string | undefined;
  RefreshToken?: string | undefined;
} = {}): SignedIn {
  const payload = Buffer.from(IdToken.split(".")[1] ?? "", "base64url").toString("utf8");
  const { [employeeIdAttribute]: employeeId } = claims.parse(JSON.parse(payload));
  return { employeeId, accessToken: AccessToken, refreshToken: RefreshToken };
}
