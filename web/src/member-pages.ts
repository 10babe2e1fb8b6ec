/** Pages for people who are signed in; all others are for everybody. */
export const memberPages: readonly string[] = [
  "/kartu",
  "/foto",
  "/akun",
  "/petugas",
  "/petugas/pegawai",
  "/petugas/akun",
  "/petugas/impor",
  "/petugas/unit",
  "/petugas/cetak",
  "/petugas/instansi",
  "/petugas/persetujuan",
  "/operator/pratinjau",
  "/operator/peran",
  "/operator/instansi",
];

/** The stylesheets of src/styles: of the first page, of others for everybody, of the card, of what is one's own, of officers and operators. */
export type PageStyles = "home" | "guest" | "member" | "own" | "office";

/** Which stylesheet a page has. */
export function stylesOf(path: string): PageStyles {
  if (path === "/") return "home";
  if (!memberPages.includes(path)) return "guest";
  if (path === "/kartu") return "member";
  return /^\/(petugas|operator)/.test(path) ? "office" : "own";
}
