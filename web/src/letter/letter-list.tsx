import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { letterKinds } from "#shared/letter/letter-kinds.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { useReading } from "../components/use-reading.ts";
import { Form } from "../forms/form.tsx";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { letterWords } from "../messages/letter-words.ts";
import { letters as text } from "../messages/letters.ts";
import { officePages } from "../messages/office-pages.ts";
import { SelectField } from "../officer/select-field.tsx";
import { Told } from "../officer/told.tsx";
import { takeTold } from "../request/told-next.ts";
import { Instant } from "../session/instant.tsx";
import { lettersAddress } from "./letters-address.ts";

const readPage = (cursor?: string) =>
  call("GET /api/officer/agency/letters", { query: cursor === undefined ? {} : { cursor } });
type Page = Awaited<ReturnType<typeof readPage>>;

const read = async () => ({ first: await readPage(), told: takeTold() });

/** The letters, newest first, and the way to a new one. */
export function LetterList() {
  const { data, failure, reload } = useLoad(read);
  return (
    <>
      <p class="lead">{text.lead}</p>
      <p class="button-row">
        <a class="button button-quiet" href={href(lettersAddress("&lihat=nomor"))}>
          {text.numbers}
        </a>
        <a class="button button-quiet" href={href(lettersAddress("&lihat=tata"))}>
          {text.toProfile}
        </a>
      </p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <>
          <Told message={data.told} />
          {!data.first.readOnly && <BeginLetter />}
          <List first={data.first} />
        </>
      )}
    </>
  );
}

function BeginLetter() {
  const { route } = useLocation();
  return (
    <section class="panel narrow-form" aria-label={text.write}>
      <Form
        title={officePages.letters}
        names={["kind"]}
        check={() => []}
        submit={text.write}
        send={async ({ kind }) => route(href(lettersAddress(`&baru=${kind}`)))}
      >
        <SelectField
          name="kind"
          label={text.newKind}
          options={letterKinds.map((each) => [each, letterWords.kinds[each]] as const)}
          value="tugas"
        />
      </Form>
    </section>
  );
}

function List({ first }: { readonly first: Page }) {
  const [more, setMore] = useState<readonly Page[]>([]);
  const { failure, run } = useReading();
  const { cursor } = more.at(-1) ?? first;
  const readMore = () =>
    run(async () => {
      const next = await readPage(cursor);
      setMore((pages) => [...pages, next]);
    });
  const items = [first, ...more].flatMap((page) => page.items);
  return (
    <section class="print-list" aria-labelledby="letters-title">
      <h2 id="letters-title">{text.list}</h2>
      {items.length === 0 && <p>{text.none}</p>}
      <ul>
        {items.map((item) => (
          <Item key={item.id} {...item} />
        ))}
      </ul>
      {failure && <FailureNotice failure={failure} retry={readMore} />}
      {cursor !== undefined && !failure && (
        <button class="button button-quiet" type="button" onClick={() => void readMore()}>
          {text.more}
        </button>
      )}
    </section>
  );
}

function Item({ id, kind, hal, state, since, number }: Page["items"][number]) {
  return (
    <li class="panel print-item">
      <h3>
        <a href={href(lettersAddress(`&id=${id}`))}>
          {letterWords.kinds[kind]}: <span translate={false}>{hal || text.noHal}</span>
        </a>
      </h3>
      {number !== undefined && <div translate={false}>{number}</div>}
      <div>
        <strong>{letterWords.states[state]}</strong>, <Instant at={since} />
      </div>
    </li>
  );
}
