import type { Nip } from "#shared/employee/nip.ts";

/** Characters; longer ones are cut off in the lists of the usual apps. */
const longestName = 16;

/**
 * The name of an account in an authenticator app: "Siti 032901", first name and the number's last six digits. It is short, so
 * that lists show all of it, and has ASCII letters only, which every app shows. Each person's is different, because an app may
 * replace a key by another one with the same label. Only the holder's own phone stores it.
 */
export function authenticatorLabel(name: string, nip: Nip): string {
  const words = name
    .normalize("NFD")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D")
    .split(/\s+/)
    .map((word) => word.replaceAll(/[^A-Za-z]/g, ""));
  // For "M. Yusuf" it is Yusuf.
  const first = words.find((word) => word.length > 1) ?? "ASN";
  return `${first.slice(0, longestName)} ${nip.slice(-6)}`;
}
