import { fileStamp, type Zone } from "#shared/runtime/zone.ts";
import { type Print, requestedAt } from "./print.ts";

/** The most characters of a unit's name in a file's name, so that any file system takes the whole name. */
const mostUnit = 60;

/**
 * The name of a print's file: its unit, and when it was asked for by the agency's clock, so that no two have the same name. A unit is
 * no personal data, and it exists: a name that somebody invented prints nothing.
 */
export function printFileName(print: Print, zone: Zone): string {
  const { unitKerja } = print;
  const stamp = fileStamp(zone, new Date(requestedAt(print)));
  const unit = unitKerja
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, mostUnit)
    .replaceAll(/^-|-$/g, "");
  const words =
    print.kind === "letters"
      ? ["surat-aktivasi", unit, stamp]
      : ["kartu-asn", unit, shapes[print.shape], print.sheet === "a4" ? "a4" : "", stamp];
  return `${words.filter((word) => word !== "").join("_")}.pdf`;
}

const shapes = { landscape: "lanskap", portrait: "potret" } as const;
