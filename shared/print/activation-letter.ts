import { type Employee, fullName } from "#shared/employee/employee.ts";
import { maskEmail } from "#shared/employee/mask-email.ts";
import { groupNip } from "#shared/employee/nip.ts";

/** What a letter says of its reader and the site. No secret is among it: whoever finds it can do nothing with it. */
export interface ActivationLetter {
  /** With degrees. */
  readonly name: string;
  /** 8-6-1-3 groups. */
  readonly nip: string;
  readonly unitKerja: string;
  readonly instansi: string;
  /** Masked; undefined for who has none and must come to the counter. */
  readonly email: string | undefined;
  /** To be typed: "https://kartu.example.go.id". */
  readonly site: string;
  /** The same in upper case behind the scheme, for a QR. */
  readonly qrText: string;
}

export function letterTo(employee: Employee, siteUrl: string): ActivationLetter {
  const { nip, unitKerja, instansi, email } = employee;
  const { protocol, host, origin } = new URL(siteUrl);
  return {
    ...{ name: fullName(employee), nip: groupNip(nip), unitKerja, instansi },
    email: email ? maskEmail(email) : undefined,
    site: origin,
    qrText: `${protocol}//${host.toUpperCase()}/`,
  };
}
