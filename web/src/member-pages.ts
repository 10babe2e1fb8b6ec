/** Whether a page is for people who are signed in; all others are for everybody. Every officer's and operator's page is. */
export function isMemberPage(path: string): boolean {
  return /^\/(kartu|foto|akun|pengajuan|petugas|operator)($|\/)/.test(path);
}

/** The stylesheets of src/styles: of the first page, of others for everybody, of the card, of what is one's own, of officers and operators. */
export type PageStyles = "home" | "guest" | "member" | "own" | "office";

/** Which stylesheet a page has. */
export function stylesOf(path: string): PageStyles {
  if (path === "/") return "home";
  if (!isMemberPage(path)) return "guest";
  if (path === "/kartu") return "member";
  return /^\/(petugas|operator)/.test(path) ? "office" : "own";
}
