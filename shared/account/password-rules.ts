/**
 * The rules for passwords (D-08), each with a reason. Length counts most; the source documents ask for the classes of
 * characters. Pure, so that the page applies the same rules before it asks us.
 */
import { containsCommonWord } from "./common-passwords.ts";

export interface PasswordProblem {
  readonly code:
    | "password-too-short"
    | "password-needs-upper"
    | "password-needs-lower"
    | "password-needs-digit"
    | "password-needs-symbol"
    | "password-edge-space"
    | "password-common"
    | "password-personal";
  readonly params?: Readonly<Record<string, number>>;
}

/**
 * A password as it is set and checked: é typed as one sign and é typed as e and ´ are the same (Unicode NFC; NIST SP 800-63B
 * asks for a normalization before hashing).
 */
export function asPassword(typed: string): string {
  return typed.normalize("NFC");
}

const minLength = 12;
/** Cognito takes no longer ones. */
export const maxPasswordLength = 256;

/** What Cognito counts as a symbol. */
const symbol = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/;

/** @returns every rule that is broken, none when the password may be used; its text is checked as it is typed */
export function passwordProblems(password: string, nip: string): PasswordProblem[] {
  const problems: (PasswordProblem | false)[] = [
    password.length < minLength && { code: "password-too-short", params: { min: minLength } },
    !/[A-Z]/.test(password) && { code: "password-needs-upper" },
    !/[a-z]/.test(password) && { code: "password-needs-lower" },
    !/\d/.test(password) && { code: "password-needs-digit" },
    !symbol.test(password) && { code: "password-needs-symbol" },
    // Cognito refuses such spaces, and nobody sees them.
    password !== password.trim() && { code: "password-edge-space" },
    containsCommonWord(password) && { code: "password-common" },
    containsNip(password, nip) && { code: "password-personal" },
  ];
  return problems.filter((problem) => problem !== false);
}

/** The number, or the birth date it begins with: as 19850212, 12021985 and with two digits of the year. */
function containsNip(password: string, nip: string): boolean {
  const [year, month, day] = [nip.slice(0, 4), nip.slice(4, 6), nip.slice(6, 8)];
  const short = year.slice(2);
  const dates = [year + month + day, day + month + year, day + month + short, short + month + day];
  // "12-02-1985" is the same date.
  const digits = password.replaceAll(/[\s./_,-]/g, "");
  return [nip, ...dates].some((hint) => digits.includes(hint));
}
