/** «Presensi» of officers: the recap of a unit, one person's month, machines with their files, and what days are judged by. */
import { useLocation } from "preact-iso";
import { keysOf } from "#shared/runtime/keyed.ts";
import { Loading } from "../components/page-lost.tsx";
import { lazyPart, styles } from "../lazy-page.ts";
import { attendance as text } from "../messages/attendance.ts";
import { PartLink } from "../officer/part-link.tsx";
import { addressOf, isMonth } from "./address.ts";
import { UnitRecap } from "./unit-recap.tsx";

const PersonMonth = lazyPart(
  () => import("./person-month.tsx").then((part) => part.PersonMonth),
  Loading,
);
const Machines = lazyPart(() => import("./machines.tsx").then((part) => part.Machines), Loading);
const RulesPart = lazyPart(
  () => import("./rules-part.tsx").then((part) => part.RulesPart),
  Loading,
);

const kept = { mesin: Machines, jadwal: RulesPart };

await styles(import.meta.env.ATTENDANCE_STYLES);

export function AttendanceOffice() {
  const { query } = useLocation();
  const { unit = "", bulan = "", id, lihat } = query;
  const month = isMonth(bulan) ? bulan : undefined;
  if (id !== undefined && month) return <PersonMonth id={id} month={month} unit={unit} />;
  const here = keysOf(kept).find((each) => each === lihat);
  const Part = here && kept[here];
  return (
    <>
      <p class="lead">{text.lead}</p>
      <nav class="button-row part-links" aria-label={text.partsLabel}>
        <PartLink to={addressOf({})} isHere={!here} label={text.parts.rekap} />
        {keysOf(kept).map((each) => (
          <PartLink
            key={each}
            to={`${addressOf({})}&lihat=${each}`}
            isHere={here === each}
            label={text.parts[each]}
          />
        ))}
      </nav>
      {Part ? <Part /> : <UnitRecap unit={unit} month={month} />}
    </>
  );
}
