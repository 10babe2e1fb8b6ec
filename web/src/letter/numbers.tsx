/** The register of a year: each number up to the last, and what became of it. */
import { useCallback, useState } from "preact/hooks";
import { call } from "../api/member-client.ts";
import { dayText } from "../clock-text.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { useReading } from "../components/use-reading.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { letters as text } from "../messages/letters.ts";
import { type Column, DataTable } from "../officer/data-table.tsx";
import { StepTitle } from "../officer/step-title.tsx";
import { lettersAddress } from "./letters-address.ts";

const readPage = (year: string, from?: number) =>
  call("GET /api/officer/agency/letter-numbers", {
    query: from === undefined ? { year } : { year, from: String(from) },
  });
type Page = Awaited<ReturnType<typeof readPage>>;
type Line = Page["lines"][number];

export function Numbers({ year: asked }: { readonly year: string | undefined }) {
  const thisYear = new Date().getFullYear();
  const year = /^\d{4}$/.test(asked ?? "") ? Number(asked) : thisYear;
  const load = useCallback(() => readPage(String(year)), [year]);
  const { data, failure, reload } = useLoad(load);
  return (
    <section aria-labelledby="numbers-title">
      <StepTitle id="numbers-title">{`${text.numbers} ${year}`}</StepTitle>
      <p>{text.numbersLead}</p>
      <nav class="button-row" aria-label={text.years}>
        {[year - 1, year, year + 1]
          .filter((each) => each <= thisYear)
          .map((each) => (
            <a
              key={each}
              class="button button-quiet"
              href={href(lettersAddress(`&lihat=nomor&tahun=${each}`))}
              {...(each === year && { "aria-current": "page" })}
            >
              {each}
            </a>
          ))}
      </nav>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && <Register first={data} year={String(year)} />}
    </section>
  );
}

function Register({ first, year }: { readonly first: Page; readonly year: string }) {
  const [more, setMore] = useState<readonly Page[]>([]);
  const { failure, run } = useReading();
  const { next } = more.at(-1) ?? first;
  const readMore = () =>
    run(async () => {
      const page = await readPage(year, next);
      setMore((pages) => [...pages, page]);
    });
  const rows = [first, ...more].flatMap(({ lines }) => lines);
  if (rows.length === 0) return <p>{text.noNumbers(year)}</p>;
  return (
    <>
      <p>{text.last(first.last, year)}</p>
      <DataTable caption={text.numbers} columns={columns} rows={rows} keyOf={placeOf} />
      {failure && <FailureNotice failure={failure} retry={readMore} />}
      {next !== undefined && !failure && (
        <button class="button button-quiet" type="button" onClick={() => void readMore()}>
          {text.moreNumbers}
        </button>
      )}
    </>
  );
}

/** «5», «5.01» */
function placeOf({ urut, inserted }: Line): string {
  return inserted === undefined ? `${urut}` : `${urut}.${String(inserted).padStart(2, "0")}`;
}

const { columns: heads } = text;

const columns: readonly Column<Line>[] = [
  {
    ...{ key: "place", label: heads.place, class: "number" },
    cell: (line) =>
      line.letter === undefined ? (
        placeOf(line)
      ) : (
        <a href={href(lettersAddress(`&id=${line.letter}`))} aria-label={text.open(placeOf(line))}>
          {placeOf(line)}
        </a>
      ),
  },
  { key: "state", label: heads.state, cell: ({ state }) => text.numberStates[state] },
  {
    ...{ key: "text", label: heads.text },
    cell: ({ text: number = "–" }) => <span translate={false}>{number}</span>,
  },
  { key: "day", label: heads.day, cell: ({ day }) => (day === undefined ? "–" : dayText(day)) },
  {
    ...{ key: "reason", label: heads.reason },
    cell: ({ reason = "–" }) => <span translate={false}>{reason}</span>,
  },
];
