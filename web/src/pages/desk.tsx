/** An officer's pages of what waits and how good the data are: one chunk, because each chunk's name costs bytes on every page. */
import type { HomeAnswer, WaitingAnswer } from "#shared/desk/desk-answers.ts";
import { type ClockItem, homeItems } from "#shared/desk/home-items.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { Loading } from "../components/page-lost.tsx";
import { useLoad } from "../components/use-load.ts";
import { useTitle } from "../components/use-title.ts";
import { Recount } from "../desk/recount.tsx";
import { WaitingItems } from "../desk/waiting-items.tsx";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { desk as text } from "../messages/desk.ts";
import { officeMenu } from "../messages/office-menu.ts";
import { officePages } from "../messages/office-pages.ts";
import { quality } from "../messages/quality.ts";
import { listPages, pagesOf } from "../officer/list-pages.ts";
import type { PageQuery } from "../officer/page-query.ts";

const QualityPart = lazyPart(() =>
  import("../desk/quality-part.tsx").then((part) => part.QualityPart),
);

const Board = lazyPart(() => import("../desk/quality-board.tsx").then((part) => part.Board));

/** With what shows it, so that nothing moves when that comes. */
async function readBoard() {
  const [told] = await Promise.all([
    call("GET /api/officer/quality"),
    Board.preload().catch(() => undefined),
  ]);
  return told;
}

/** Four functions count, and one that does not answer hides nothing of the others: its items say that they could not be counted. */
async function readHome(): Promise<HomeAnswer> {
  const [home, , ...others] = await Promise.all([
    call("GET /api/officer/home"),
    // With the numbers, so that nothing moves when it comes; what does not arrive hides none of them.
    QualityPart.preload().catch(() => undefined),
    call("GET /api/requests/waiting/count").catch(() => uncounted("requests")),
    call("GET /api/officer/photos/waiting").catch(() => uncounted("photo-reviews")),
    call("GET /api/accounts/decrees/waiting").catch(() =>
      uncounted("decrees-stuck", "leaves-ending", "arriving"),
    ),
  ]);
  const found = [home, ...others].flatMap(({ waiting }) => waiting);
  const waiting = homeItems.flatMap((item) => found.filter((each) => each.item === item));
  return { ...home, waiting };
}

function uncounted(...items: readonly ClockItem[]): WaitingAnswer {
  return { waiting: items.map((item) => ({ item })) };
}

const Announcements = lazyPart(
  () => import("../desk/announcements.tsx").then((part) => part.Announcements),
  Loading,
);

/** An officer's first page, and what the agency announces. */
export function DeskPage({ query }: { query: PageQuery }) {
  return query.bagian === "pengumuman" ? (
    <Announcements title={officeMenu.announcements} />
  ) : (
    <Desk />
  );
}

/** What waits, how good the data are, and the way to everything else. Long: markup, in the order of the page. */
function Desk() {
  useTitle(common.pages.desk);
  const { data, failure, reload } = useLoad(readHome);
  return (
    <div class="fills-screen">
      <Heading>{common.pages.desk}</Heading>
      <p class="lead">{text.lead}</p>
      <p>
        <a class="button" href={href("/petugas")}>
          {text.find}
        </a>
      </p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <>
          <WaitingItems items={data.waiting} />
          <QualityPart home={data} />
          <nav class="panel" aria-label={text.services}>
            <h2>{text.services}</h2>
            <ul>
              {!data.readOnly && (
                <li>
                  <a href={href("/petugas/beranda?bagian=pengumuman")}>
                    {officeMenu.announcements}
                  </a>
                </li>
              )}
              {pagesOf(data).map((page) => (
                <li key={page}>
                  <a href={href(listPages[page])}>{officePages[page]}</a>
                </li>
              ))}
            </ul>
          </nav>
          <OwnMatters />
        </>
      )}
    </div>
  );
}

const OwnMatters = lazyPart(() =>
  import("../home/own-matters.tsx").then((part) => part.OwnMatters),
);

const PhotoQueue = lazyPart(() =>
  import("../officer/photo-queue.tsx").then((part) => part.PhotoQueue),
);

/** What people have to look at in photos that the judge accepted. */
export function PhotoPage() {
  useTitle(officePages.photos);
  return (
    <div class="fills-screen">
      <p>
        <a href={href("/petugas/beranda")}>{quality.back}</a>
      </p>
      <Heading>{officePages.photos}</Heading>
      <PhotoQueue />
    </div>
  );
}

/** BKN's indicators, worst first: how many fail, how it is mended, and what is not measured here. */
export function QualityPage() {
  useTitle(officePages.quality);
  const { data, failure, reload } = useLoad(readBoard);
  return (
    <div class="fills-screen">
      <p>
        <a href={href("/petugas/beranda")}>{quality.back}</a>
      </p>
      <Heading>{officePages.quality}</Heading>
      <p class="lead">{quality.lead}</p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <>
          {data.mayCount && <Recount onDone={reload} />}
          {!data.board && <p>{quality.notYet}</p>}
          {data.board && <Board board={data.board} readOnly={data.readOnly === true} />}
        </>
      )}
    </div>
  );
}
