/** Times as the people of one's agency read the clock. */
import { useEffect, useState } from "preact/hooks";
import { usualZone, type Zone } from "#shared/runtime/zone.ts";
import { instantText } from "../clock-text.ts";

let zone: Zone = usualZone;
const redraws = new Set<(zone: Zone) => void>();

/** The session's answer says the zone, perhaps after the first times are on screen. */
export function setZone(told: Zone): void {
  zone = told;
  for (const redraw of redraws) redraw(told);
}

/** @returns `instantText` in the zone of one's agency; it draws again when the zone is told */
export function useInstantText(): (iso: string) => string {
  const [known, setKnown] = useState(zone);
  useEffect(() => {
    setKnown(zone);
    redraws.add(setKnown);
    return () => {
      redraws.delete(setKnown);
    };
  }, []);
  return (iso) => instantText(iso, known);
}

/** The zone of one's agency, for what is drawn once, after it was told. */
export const toldZone = (): Zone => zone;

/** "21 Juli 2026 14.05 WIB", for machines too. */
export function Instant({ at }: { at: string }) {
  return <time dateTime={at}>{useInstantText()(at)}</time>;
}
