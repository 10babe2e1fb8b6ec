/** Pages for people who are signed in; all others are for everybody. */
export const memberPages: readonly string[] = [
  "/kartu",
  "/foto",
  "/petugas",
  "/petugas/pegawai",
  "/petugas/cetak",
  "/operator/pratinjau",
  "/operator/peran",
];

/** Of these, the pages of officers and operators. */
export const isOfficePage = (path: string): boolean => /^\/(petugas|operator)/.test(path);
