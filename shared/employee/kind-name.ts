/** A kind as people write it, in both languages: "PPPK Paruh Waktu". */
export function kindName(kind: string): string {
  return kind === "PPPK-PW" ? "PPPK Paruh Waktu" : kind;
}
