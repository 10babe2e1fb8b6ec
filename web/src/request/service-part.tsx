/** What stands below the heading of each service's part of «Pengajuan». */
import { Loading } from "../components/page-lost.tsx";
import { lazyPart } from "../lazy-page.ts";
import { letterIn } from "../letter/letter-in.ts";
import { requestIn } from "./request-in.ts";

const OwnLeave = lazyPart(
  () => import("../leave/own-leave.tsx").then((part) => part.OwnLeave),
  Loading,
);
const OwnAttendance = lazyPart(
  () => import("../attendance/own-attendance.tsx").then((part) => part.OwnAttendance),
  Loading,
);
const WaitingLeaves = lazyPart(
  () => import("../leave/waiting-leaves.tsx").then((part) => part.WaitingLeaves),
  Loading,
);
const UnitCalendar = lazyPart(
  () => import("../leave/unit-calendar.tsx").then((part) => part.UnitCalendar),
  Loading,
);
const SignLetter = lazyPart(
  () => import("../letter/sign-letter.tsx").then((part) => part.SignLetter),
  Loading,
);
const DecideLeave = lazyPart(
  () => import("../leave/decide-leave.tsx").then((part) => part.DecideLeave),
  Loading,
);
const TrainingPart = lazyPart(
  () => import("../training/training-part.tsx").then((part) => part.TrainingPart),
  Loading,
);

export interface ServicePartProps {
  readonly part: "cuti" | "putusan" | "presensi" | "pelatihan";
  /** Of a request, a letter or a training, as the address says it. */
  readonly id: string | undefined;
  /** Of the units' calendar, or of attendance: YYYY-MM. */
  readonly month: string | undefined;
}

/** The own leave, attendance and trainings, and what waits for whoever acts in a post. */
export function ServicePart({ part, id, month }: ServicePartProps) {
  switch (part) {
    case "cuti":
      return <OwnLeave />;
    case "pelatihan":
      return <TrainingPart offer={id} />;
    case "presensi":
      return <OwnAttendance month={month} />;
    case "putusan":
      return <Deciding id={id} month={month} />;
  }
}

function Deciding({ id: said, month }: Omit<ServicePartProps, "part">) {
  const [letter, id] = [letterIn(said), requestIn(said)];
  if (letter) return <SignLetter id={letter} />;
  if (month) return <UnitCalendar month={month} />;
  return id ? <DecideLeave id={id} /> : <WaitingLeaves />;
}
