import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { EmployeeListAnswer } from "#shared/employee/record-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { useLoad } from "../components/use-load.ts";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { officePages } from "../messages/office-pages.ts";
import { officer as text } from "../messages/officer.ts";
import { DataTable } from "../officer/data-table.tsx";
import { columnsOf, linkId } from "../officer/employee-columns.tsx";
import { EmployeeFilters, MoreFilters } from "../officer/employee-filters.tsx";
import type { Leaving } from "../officer/list-memory.ts";
import { listPages, pagesOf } from "../officer/list-pages.ts";
import {
  addressOf,
  everybody,
  hasFilter,
  type ListPlace,
  noteShown,
  placeName,
  placeOf,
  takeLeaving,
} from "../officer/list-place.ts";
import type { PageQuery } from "../officer/page-query.ts";
import { useMarks } from "../officer/use-marks.ts";

const BulkChange = lazyPart(() =>
  import("../officer/bulk-change.tsx").then((part) => part.BulkChange),
);
const MarkBar = lazyPart(() => import("../officer/mark-bar.tsx").then((part) => part.MarkBar));
const ChosenFilters = lazyPart(() =>
  import("../officer/chosen-filters.tsx").then((part) => part.ChosenFilters),
);

/** The list; with `bagian=massal` one change, or what `untuk` says, for those who are marked in it. */
export function EmployeesPage({ query }: { query: PageQuery }) {
  const isBulk = query.bagian === "massal";
  const title = isBulk ? text.bulk : common.pages.employees;
  useTitle(title);
  if (!isBulk) return <SearchedEmployees query={query} />;
  return (
    <div class="fills-screen">
      <Heading>{title}</Heading>
      {/* With its own way back: before it has come, the prerendered list still stands here and would be pushed down. */}
      <BulkChange query={query} />
    </div>
  );
}

/** Search, filter and paging happen on the server; «back» leads through them as through pages. */
function SearchedEmployees({ query }: { query: PageQuery }) {
  const { route } = useLocation();
  const name = placeName(query);
  const place = usePlace(name);
  const goTo = (wanted: ListPlace) => route(href(addressOf(wanted)));
  return (
    <div class="fills-screen">
      <Heading>{common.pages.employees}</Heading>
      <EmployeeFilters key={name} place={place ?? everybody} find={goTo} />
      {place && (hasFilter(place) || place.q !== "") && <ChosenFilters place={place} find={goTo} />}
      {place ? (
        <EmployeeList place={place} name={name} goTo={goTo} />
      ) : (
        <div class="list-top">
          <p role="status">{common.loading}</p>
        </div>
      )}
    </div>
  );
}

/** Known only in the browser: the prerendered page has neither address nor memory. */
function usePlace(name: string): ListPlace | undefined {
  const [isBrowser, setIsBrowser] = useState(false);
  useLayoutEffect(() => {
    const { q, ...filters } = placeOf(name);
    // What says by what is filtered stands there from the first, so that nothing moves when it comes.
    if (q === "" && !hasFilter(filters)) setIsBrowser(true);
    else
      void Promise.all([MoreFilters.preload(), ChosenFilters.preload()]).then(() =>
        setIsBrowser(true),
      );
  }, []);
  useEffect(() => noteShown(name), [name]);
  return useMemo(() => (isBrowser ? placeOf(name) : undefined), [isBrowser, name]);
}

interface EmployeeListProps {
  readonly place: ListPlace;
  readonly name: string;
  readonly goTo: (place: ListPlace) => void;
}

/** Long: markup, in the order of the page. */
function EmployeeList({ place, name, goTo }: EmployeeListProps) {
  const { cursors } = place;
  const load = useCallback(() => listEmployees(place).then((answer) => ({ name, answer })), [name]);
  const { data, failure, reload } = useLoad(load);
  // Until the answer is there, the page before stays: nothing jumps.
  const isCurrent = data?.name === name;
  const summary = useReturn(name, isCurrent);
  const answer = data?.answer;
  const { marking, turn, ...marked } = useMarks(answer !== undefined);
  const row = marking ? marked : undefined;
  return (
    <>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      <div class="list-top">
        <p role="status" tabIndex={-1} ref={summary}>
          {!failure && statusText(place, isCurrent ? answer : undefined)}
        </p>
        {answer &&
          pagesOf(answer).map((title) => (
            <a key={title} href={href(listPages[title])}>
              {officePages[title]}
            </a>
          ))}
        {answer && !answer.readOnly && (
          <button class="link-button" type="button" aria-pressed={marking} onClick={turn}>
            {text.choose}
          </button>
        )}
      </div>
      {row && answer && (
        <MarkBar {...row} items={answer.items} read={(from) => pageFrom(place, from)} />
      )}
      {isCurrent && answer && answer.unreadable > 0 && (
        <p class="notice notice-warning">{text.unreadable(answer.unreadable)}</p>
      )}
      {answer && answer.items.length > 0 && (
        <div class="panel">
          <DataTable
            caption={text.list}
            columns={columnsOf(name, row)}
            rows={answer.items}
            keyOf={({ id }) => id}
            busy={!isCurrent}
          />
        </div>
      )}
      {isCurrent && (
        <div class="button-row">
          {cursors.length > 0 && (
            <button
              class="button button-quiet"
              type="button"
              onClick={() => goTo({ ...place, cursors: cursors.slice(0, -1) })}
            >
              {text.previous}
            </button>
          )}
          {answer?.cursor && (
            <button
              class="button button-quiet"
              type="button"
              onClick={() => goTo({ ...place, cursors: [...cursors, answer.cursor ?? ""] })}
            >
              {text.next}
            </button>
          )}
        </div>
      )}
    </>
  );
}

const pageFrom = (place: ListPlace, from: string | undefined) =>
  listEmployees({ ...place, cursors: from === undefined ? [] : [from] });

function listEmployees({ q, cursors, ...filters }: ListPlace): Promise<EmployeeListAnswer> {
  const chosen = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ""));
  const body = { q, ...chosen, cursor: cursors.at(-1) };
  return call("POST /api/officer/employees/search", { body, readsOnly: true });
}

/**
 * What was asked for takes the focus once it is there: the record that was left, for who comes back to the list, or else the
 * line that says what was found.
 */
function useReturn(name: string, isThere: boolean) {
  const summary = useRef<HTMLParagraphElement>(null);
  // What the page was opened for takes no focus; what was asked for does, even before the first list was there.
  const opened = useRef<string | undefined>(name);
  useEffect(() => {
    if (!isThere) return;
    void MoreFilters.preload();
    const left = takeLeaving(name);
    if (left) returnTo(left);
    else if (opened.current !== name) {
      summary.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    opened.current = undefined;
  }, [name, isThere]);
  return summary;
}

function returnTo({ id, scrollY }: Leaving): void {
  document.getElementById(linkId(id))?.focus({ preventScroll: true });
  scrollTo(0, scrollY);
}

function statusText(place: ListPlace, data: EmployeeListAnswer | undefined): string {
  if (!data) return common.loading;
  if (data.items.length > 0) return text.shown(data.items.length);
  if (hasFilter(place)) return text.noneFiltered;
  return /\d/.test(place.q) ? text.noNumber : text.noMatch;
}
