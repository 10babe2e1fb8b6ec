/** What stands below the heading of each service's part of «Pengajuan». */
import { Loading } from "../components/page-lost.tsx";
import { lazyPart } from "../lazy-page.ts";
import { letterIn } from "../letter/letter-in.ts";
import { offerIn } from "../training/offer-in.ts";
import { requestIn } from "./request-in.ts";

const OwnLeave = lazyPart(
  () => import("../leave/own-leave.tsx").then((part) => part.OwnLeave),
  Loading,
);
const OwnAttendance = lazyPart(
  () => import("../attendance/own-attendance.tsx").then((part) => part.OwnAttendance),
  Loading,
);
const OwnCode = lazyPart(
  () => import("../presence/own-code.tsx").then((part) => part.OwnCode),
  Loading,
);
const OwnLetters = lazyPart(
  () => import("../letter/own-letters.tsx").then((part) => part.OwnLetters),
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
const ConsentTraining = lazyPart(
  () => import("../training/consent-training.tsx").then((part) => part.ConsentTraining),
  Loading,
);
const TrainingPart = lazyPart(
  () => import("../training/training-part.tsx").then((part) => part.TrainingPart),
  Loading,
);

export interface ServicePartProps {
  readonly part: "cuti" | "putusan" | "presensi" | "pelatihan" | "surat";
  /** Of a request, a letter or a training, as the address says it; "kode" of attendance is «Kode hadir». */
  readonly id: string | undefined;
  /** Of the units' calendar, or of attendance: YYYY-MM. */
  readonly month: string | undefined;
}

/** The own leave, attendance, trainings and letters, and what waits for whoever acts in a post. */
export function ServicePart({ part, id, month }: ServicePartProps) {
  switch (part) {
    case "cuti":
      return <OwnLeave />;
    case "pelatihan":
      return <TrainingPart offer={id} />;
    case "presensi":
      return id === "kode" ? <OwnCode /> : <OwnAttendance month={month} />;
    case "surat":
      return <OwnLetters />;
    case "putusan":
      return <Deciding id={id} month={month} />;
  }
}

function Deciding({ id: said, month }: Omit<ServicePartProps, "part">) {
  const [offer, letter, id] = [offerIn(said), letterIn(said), requestIn(said)];
  if (offer) return <ConsentTraining id={offer} />;
  if (letter) return <SignLetter id={letter} />;
  if (month) return <UnitCalendar month={month} />;
  return id ? <DecideLeave id={id} /> : <WaitingLeaves />;
}
