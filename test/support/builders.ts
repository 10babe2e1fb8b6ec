import type { Employee, Reachable } from "#shared/employee/employee.ts";
import { type Nip, parseNip } from "#shared/employee/nip.ts";

/** A well-formed NIP for a test. @throws when it is none, which is a mistake in the test. */
export function aNip(text = "198502122010012004"): Nip {
  const nip = parseNip(text);
  if (!nip) throw new Error(`${text} is not a NIP`);
  return nip;
}

/** The same person without an address. */
export function withoutEmail({ email: _, ...employee }: Employee): Employee {
  return employee;
}

/** A record without what its table adds: the digest of its newest entry of history. */
export function asGiven(found: Employee | undefined): Employee | undefined {
  if (!found) return undefined;
  const { historyDigest: _, ...employee } = found;
  return employee;
}

/** A valid, active PNS with a photo; say only what your test is about. */
export function anEmployee(change: Partial<Employee> = {}): Reachable {
  return {
    id: "emp_siti",
    nip: aNip(),
    kind: "PNS",
    name: "Siti Rahma",
    gelarBelakang: "S.Kom.",
    golongan: "III/a",
    jabatan: "Analis Kebijakan Ahli Pertama",
    unitKerja: "Bagian Umum",
    instansiId: "ins_contoh",
    instansi: "Pemerintah Kabupaten Contoh",
    tmt: "2010-01-01",
    kedudukanHukum: "01",
    photoId: "pho_siti",
    qrGeneration: 1,
    revision: 1,
    updatedAt: "2026-01-02T03:04:05.000Z",
    cardChangedAt: "2026-01-02T03:04:05.000Z",
    ...change,
    email: change.email ?? "siti@contoh.example",
  };
}
