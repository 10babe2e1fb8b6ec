import { fileStamp, type Zone } from "#shared/runtime/zone.ts";
import { type Print, requestedAt } from "./print.ts";

/** The most characters of a unit's name in a file's name, so that any file system takes the whole name. */
const mostUnit = 60;

/** What stands for the unit where people were marked one by one. */
const ofMarked = "pilihan";

/**
 * The name of a print's file: its unit, and when it was asked for by the agency's clock, so that no two have the same name, and
 * which part it is where there are several. A unit is
 * no personal data, and it exists: a name that somebody invented prints nothing.
 * @param part its place, from 0
 */
export function printFileName(print: Print, part: number, zone: Zone): string {
  const { unitKerja = ofMarked, parts } = print;
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
      ? ["surat-aktivasi", unit]
      : ["kartu-asn", unit, shapes[print.shape], print.sheet === "a4" ? "a4" : ""];
  const place = parts.length > 1 ? `${part + 1}-dari-${parts.length}` : "";
  return `${[...words, stamp, place].filter((word) => word !== "").join("_")}.pdf`;
}

const shapes = { landscape: "lanskap", portrait: "potret" } as const;
