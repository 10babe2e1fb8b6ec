/** «Presensi» of officers: the recap of a unit, one person's month, and machines with their files. */
import { useLocation } from "preact-iso";
import { Loading } from "../components/page-lost.tsx";
import { href } from "../language.ts";
import { lazyPart, styles } from "../lazy-page.ts";
import { attendance as text } from "../messages/attendance.ts";
import { addressOf, isMonth } from "./address.ts";
import { UnitRecap } from "./unit-recap.tsx";

const PersonMonth = lazyPart(
  () => import("./person-month.tsx").then((part) => part.PersonMonth),
  Loading,
);
const Machines = lazyPart(() => import("./machines.tsx").then((part) => part.Machines), Loading);

await styles(import.meta.env.ATTENDANCE_STYLES);

export function AttendanceOffice() {
  const { query } = useLocation();
  const { unit = "", bulan = "", id, lihat } = query;
  const month = isMonth(bulan) ? bulan : undefined;
  if (id !== undefined && month) return <PersonMonth id={id} month={month} unit={unit} />;
  const isMachines = lihat === "mesin";
  return (
    <>
      <p class="lead">{text.lead}</p>
      <nav class="button-row part-links" aria-label={text.partsLabel}>
        <PartLink to={addressOf({})} isHere={!isMachines} label={text.parts.rekap} />
        <PartLink
          to={`${addressOf({})}&lihat=mesin`}
          isHere={isMachines}
          label={text.parts.mesin}
        />
      </nav>
      {isMachines ? <Machines /> : <UnitRecap unit={unit} month={month} />}
    </>
  );
}

interface PartLinkProps {
  readonly to: string;
  readonly isHere: boolean;
  readonly label: string;
}

function PartLink({ to, isHere, label }: PartLinkProps) {
  return (
    <a class="button button-quiet" href={href(to)} {...(isHere && { "aria-current": "page" })}>
      {label}
    </a>
  );
}
