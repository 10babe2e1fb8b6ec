/** A new letter, or one that nobody has signed, with all that its form offers: posts that sign, and what the agency's letters begin with. */
import { useCallback } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { LetterAnswer } from "#shared/letter/letter-answers.ts";
import type { LetterKind } from "#shared/letter/letter-kinds.ts";
import type { PostAnswer } from "#shared/post/post-answers.ts";
import type { TrainingOffer } from "#shared/training/training-offer.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { letterWords } from "../messages/letter-words.ts";
import { letters as text } from "../messages/letters.ts";
import { StepTitle } from "../officer/step-title.tsx";
import { tellNext } from "../request/told-next.ts";
import { LetterForm, type LetterFormProps } from "./letter-form.tsx";
import { lettersAddress } from "./letters-address.ts";

/** More than an agency has that sign. */
const mostPages = 20;

async function readOffer() {
  const posts: PostAnswer[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const query = cursor === undefined ? {} : { cursor };
    const answer = await call("GET /api/officer/agency/posts", { query });
    posts.push(...answer.items);
    ({ cursor } = answer);
    if (cursor === undefined) break;
  }
  return posts;
}

/** What makes a letter of it is brought only to who calls people to a training. */
async function readCall(id: TrainingOffer["id"]) {
  const [{ callBegun }, training] = await Promise.all([
    import("../training/call-begun.ts"),
    call("GET /api/officer/agency/trainings/{id}", { params: { id } }),
  ]);
  return callBegun(training);
}

const readProfile = () => call("GET /api/officer/agency/letter-profile");

interface NewLetterProps {
  readonly kind: LetterKind;
  /** To which it calls its people. */
  readonly training: TrainingOffer["id"] | undefined;
}

/** Long: markup, in the order of the page. */
export function NewLetter({ kind, training }: NewLetterProps) {
  const load = useCallback(async () => {
    const [posts, { details }, called] = await Promise.all([
      readOffer(),
      readProfile(),
      training && readCall(training),
    ]);
    return { posts, ...(details && { details }), ...(called && { called }) };
  }, [training]);
  const { data, failure, reload } = useLoad(load);
  return (
    <>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && !data.details && (
        <div class="notice notice-warning">
          <p>{text.noProfile}</p>
          <p>
            <a href={href(lettersAddress("&lihat=tata"))}>{text.toProfile}</a>
          </p>
        </div>
      )}
      {data && (
        <Panel
          title={letterWords.kinds[kind]}
          posts={data.posts}
          kind={kind}
          people={data.called?.people ?? []}
          begun={{
            classification: data.details?.classifications[kind] ?? "",
            copies: data.details?.copies ?? [],
            ...data.called?.begun,
          }}
          save={(words) => {
            const body = { words, ...(data.called && { training: data.called.id }) };
            return call("POST /api/officer/agency/letters", { body });
          }}
        />
      )}
    </>
  );
}

export function ChangeLetter({ id }: { readonly id: LetterAnswer["id"] }) {
  const load = useCallback(async () => {
    const params = { id };
    const [posts, letter] = await Promise.all([
      readOffer(),
      call("GET /api/officer/agency/letters/{id}", { params }),
    ]);
    return { posts, letter };
  }, [id]);
  const { data, failure, reload } = useLoad(load);
  return (
    <>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <Panel
          title={text.changeOf(letterWords.kinds[data.letter.kind])}
          posts={data.posts}
          kind={data.letter.kind}
          people={data.letter.people}
          begun={data.letter.words}
          save={(words) => {
            const { revision } = data.letter;
            const input = { params: { id }, body: { revision, words } };
            return call("PATCH /api/officer/agency/letters/{id}", input);
          }}
        />
      )}
    </>
  );
}

interface PanelProps extends Omit<LetterFormProps, "save"> {
  readonly save: (words: LetterAnswer["words"]) => Promise<LetterAnswer>;
}

function Panel({ save, ...form }: PanelProps) {
  const { route } = useLocation();
  const hasSigner = form.posts.some(({ acting }) => acting);
  return (
    <section class="panel" aria-labelledby="write-title">
      <StepTitle id="write-title">{form.title}</StepTitle>
      {hasSigner ? (
        <LetterForm
          {...form}
          save={async (words) => {
            const { id } = await save(words);
            tellNext(text.saved);
            route(href(lettersAddress(`&id=${id}`)));
          }}
        />
      ) : (
        <div class="notice notice-warning">
          <p>{text.noPosts}</p>
          <p>
            <a href={href("/petugas/pejabat")}>{text.toPosts}</a>
          </p>
        </div>
      )}
    </section>
  );
}
