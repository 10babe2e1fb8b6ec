import type { Nip } from "#shared/employee/nip.ts";

/** Characters; longer ones are cut off in the lists of the usual apps. */
const longestName = 16;

/**
 * How an account is called in an authenticator app: "Siti 032901", first name and the number's last six digits. Short, so that
 * it can be read there; of ASCII letters, which every app shows; and of its own for each person: an app may put a key in the
 * place of another one with the same label. It stays on the phone, whose owner knows the number.
 */
export function authenticatorLabel(name: string, nip: Nip): string {
  const words = name
    .normalize("NFD")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D")
    .split(/\s+/)
    .map((word) => word.replaceAll(/[^A-Za-z]/g, ""));
  // "M. Yusuf" is called Yusuf.
  const first = words.find((word) => word.length > 1) ?? "ASN";
  return `${first.slice(0, longestName)} ${nip.slice(-6)}`;
}
