/** Who signs, as it is printed above the name and shown to who checks the letter (Peraturan BKN 16/2020, articles 241 to 243; PermenPANRB 16/2020). */
import type { StandIn } from "./post.ts";

export interface Signing {
  /** Of the post whose actor signs. */
  readonly title: string;
  /** Of whoever stands in; absent of a holder. */
  readonly form?: StandIn["form"];
  /** Titles of the posts whose power it is: the giver first. */
  readonly onBehalf: readonly string[];
}

const standInWords = { plh: "Plh.", plt: "Plt." } as const;

/**
 * The lines above the name: «Kepala BKPSDM,» · «Plt. Kepala BKPSDM,» · «a.n. Kepala BKPSDM» «Sekretaris,» ·
 * «a.n. Kepala BKPSDM» «Sekretaris» «u.b.» «Kepala Bidang Mutasi,».
 */
export function signatureLines({ title, form, onBehalf }: Signing): string[] {
  const own = `${form === undefined ? "" : `${standInWords[form]} `}${title},`;
  const [giver, ...below] = onBehalf;
  if (giver === undefined) return [own];
  return [`a.n. ${giver}`, ...below.flatMap((each) => [each, "u.b."]), own];
}

/** The same in one line, for the page of who checks: «a.n. Kepala BKPSDM, Sekretaris». */
export function signatureLine(lines: readonly string[]): string {
  const [first = "", ...rest] = lines.map((each) => each.replace(/,$/, ""));
  return rest.reduce((said, each) => {
    const isOne = each === "u.b." || said.endsWith("u.b.");
    return `${said}${isOne ? "" : ","} ${each}`;
  }, first);
}
