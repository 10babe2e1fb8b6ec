/** What somebody asks for. */
import { Heading } from "../components/heading.tsx";
import { Loading } from "../components/page-lost.tsx";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { letterIn } from "../letter/letter-in.ts";
import { common } from "../messages/common.ts";
import { leaveWords } from "../messages/leave-words.ts";
import { ownRequests as text } from "../messages/own-requests.ts";
import type { PageQuery } from "../officer/page-query.ts";
import { requestIn } from "../request/request-in.ts";
import { RequestsList } from "../request/requests-list.tsx";

const OneRequest = lazyPart(
  () => import("../request/one-request.tsx").then((part) => part.OneRequest),
  Loading,
);
const RequestForm = lazyPart(
  () => import("../request/request-form.tsx").then((part) => part.RequestForm),
  Loading,
);

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

/** One's own requests; with `id` one of them, with `baru` a new one, of the part of the record that it names. */
export function RequestsPage({ query }: { query: PageQuery }) {
  const { bagian } = query;
  return isPart(bagian) ? (
    <Leave
      part={bagian}
      id={requestIn(query.id)}
      letter={letterIn(query.id)}
      offer={query.id}
      month={monthIn(query.bulan)}
    />
  ) : (
    <Requests query={query} />
  );
}

const titles = {
  cuti: leaveWords.title,
  putusan: leaveWords.deciding,
  presensi: leaveWords.attendance,
  pelatihan: leaveWords.training,
};

const isPart = (part: string | undefined): part is keyof typeof titles =>
  part !== undefined && Object.hasOwn(titles, part);

interface LeaveProps {
  readonly part: keyof typeof titles;
  readonly id: ReturnType<typeof requestIn>;
  readonly letter: ReturnType<typeof letterIn>;
  /** A training, as the address says it. */
  readonly offer: string | undefined;
  /** Of the units' calendar, or of attendance. */
  readonly month: string | undefined;
}

function monthIn(typed: string | undefined): string | undefined {
  return typed && /^20\d\d-(0[1-9]|1[0-2])$/.test(typed) ? typed : undefined;
}

/** The own leave, attendance and trainings, and the leaves and letters that wait for whoever acts in a post: at no address of their own, which would cost every page bytes. */
function Leave({ part, id, letter, offer, month }: LeaveProps) {
  const title = titles[part];
  useTitle(title);
  const isOne =
    (part === "putusan" && (id ?? letter ?? month) !== undefined) ||
    (part === "pelatihan" && offer !== undefined);
  const list = part === "putusan" ? "cuti" : undefined;
  const above = isOne ? part : list;
  return (
    <div class="account fills-screen">
      <p>
        {/* Another element than the one in the page's file, whose address would stay. */}
        <span>
          <a href={href(above ? `/pengajuan?bagian=${above}` : "/kartu")}>
            {above ? titles[above] : common.pages.card}
          </a>
        </span>
      </p>
      {/* Here, not in the part: what has the focus must not wait for it. */}
      <Heading>{title}</Heading>
      {part === "cuti" && <OwnLeave />}
      {part === "pelatihan" && <TrainingPart offer={offer} />}
      {part === "putusan" && <Deciding id={id} letter={letter} month={month} />}
      {part === "presensi" && <OwnAttendance month={month} />}
    </div>
  );
}

function Deciding({ id, letter, month }: Omit<LeaveProps, "part" | "offer">) {
  if (letter) return <SignLetter id={letter} />;
  if (month) return <UnitCalendar month={month} />;
  return id ? <DecideLeave id={id} /> : <WaitingLeaves />;
}

function Requests({ query }: { query: PageQuery }) {
  useTitle(common.pages.ownRequests);
  const id = requestIn(query.id);
  const isList = id === undefined && query.baru === undefined;
  const isForm = query.baru !== undefined || query.langkah !== undefined;
  return (
    <div class="account fills-screen">
      <p>
        {isList ? (
          <a href={href("/kartu")}>{common.pages.card}</a>
        ) : (
          // Another element than the one in the page's file, whose address would stay.
          <span>
            <a href={href("/pengajuan")}>{text.back}</a>
          </span>
        )}
      </p>
      <Heading>{common.pages.ownRequests}</Heading>
      {isList && <RequestsList />}
      {isForm && !isList && <RequestForm query={query} id={id} />}
      {id && !isForm && <OneRequest id={id} />}
    </div>
  );
}
