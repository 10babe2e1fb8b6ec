import { type Print, requestedAt } from "./print.ts";

/** The most characters of a unit's name in a file's name, so that any file system takes the whole name. */
const mostUnit = 60;

/**
 * The name of a print's file: its unit, and when it was asked for in Jakarta time, so that no two have the same name. A unit is
 * no personal data, and it exists: a name that somebody invented prints nothing.
 */
export function printFileName(print: Print): string {
  const { unitKerja } = print;
  const unit = unitKerja
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, mostUnit)
    .replaceAll(/^-|-$/g, "");
  const words =
    print.kind === "letters"
      ? ["surat-aktivasi", unit, stamp(print)]
      : ["kartu-asn", unit, shapes[print.shape], print.sheet === "a4" ? "a4" : "", stamp(print)];
  return `${words.filter((word) => word !== "").join("_")}.pdf`;
}

const shapes = { landscape: "lanskap", portrait: "potret" } as const;

const jakartaHours = 7;

/** "2026-11-26_0914". */
function stamp(print: Print): string {
  const inJakarta = new Date(Date.parse(requestedAt(print)) + jakartaHours * 3_600_000);
  return inJakarta.toISOString().slice(0, 16).replace("T", "_").replace(":", "");
}
