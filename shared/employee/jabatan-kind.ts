/** Kinds of jabatan: BKN's codes and names («siasn_jenis_jabatan»). A pelaksana is Fungsional Umum. */
const names: Readonly<Record<string, string>> = {
  "1": "Struktural",
  "2": "Fungsional Tertentu",
  "3": "Rangkap",
  "4": "Fungsional Umum (Pelaksana)",
};

export const jabatanKindCodes: readonly string[] = Object.keys(names);

/** undefined when BKN has no such code. */
export function jabatanKindName(code: string): string | undefined {
  return Object.hasOwn(names, code) ? names[code] : undefined;
}
