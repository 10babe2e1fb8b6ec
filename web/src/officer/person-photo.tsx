import { useCallback, useState } from "preact/hooks";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { PersonPhotoAnswer } from "#shared/photo/review-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { useReading } from "../components/use-reading.ts";
import { common } from "../messages/common.ts";
import { photoReviews as text } from "../messages/photo-reviews.ts";
import { JudgedPhoto, ReviewState } from "./judged-photo.tsx";
import { PhotoDecisions, type PhotoStep } from "./photo-decisions.tsx";
import { PhotoHistory } from "./photo-history.tsx";
import { Told } from "./told.tsx";

interface PersonPhotoProps {
  readonly id: EmployeeId;
  readonly name: string;
  readonly revision: number;
  /** Leads to where a photo is sent for somebody at the counter. */
  readonly bring: () => void;
}

const read = (id: EmployeeId, cursor?: string) =>
  call("GET /api/officer/people/{id}/photo", { params: { id }, query: { cursor } });

/** On the page of a record: the photo, what people and judge say of it, what can be done, and the history of photos. */
export function PersonPhoto({ id, name, revision, bring }: PersonPhotoProps) {
  // Another revision is another reading.
  const load = useCallback(() => read(id), [id, revision]);
  const { data, failure, reload, replace } = useLoad(load);
  const [told, setTold] = useState<string>();
  const again = (message: string) => {
    setTold(message);
    reload();
  };
  return (
    <section class="panel wide" aria-labelledby="photo-title">
      <h2 id="photo-title">{text.section}</h2>
      <Told message={told} />
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && <Shown {...{ id, name, bring, again, replace }} answer={data} />}
    </section>
  );
}

interface ShownProps extends Pick<PersonPhotoProps, "id" | "name" | "bring"> {
  readonly answer: PersonPhotoAnswer;
  readonly again: (message: string) => void;
  readonly replace: (answer: PersonPhotoAnswer) => void;
}

/** Long: markup, in the order of the page. */
function Shown({ id, name, bring, answer, again, replace }: ShownProps) {
  const { photoId, review, cursor, history, locked } = answer;
  const [step, goTo] = useState<PhotoStep>();
  const { failure, busy, run } = useReading();
  const more = () =>
    run(async () => {
      const older = await read(id, cursor);
      replace({ ...older, history: [...history, ...older.history] });
    });
  const leaveStep = (message: string) => {
    goTo(undefined);
    again(message);
  };
  return (
    <>
      {photoId ? (
        <JudgedPhoto id={id} name={name} answer={{ ...answer, photoId }} withCard={false}>
          {!locked && (
            <PhotoDecisions
              seen={{ id, name, photoId, reviewedAt: review?.at }}
              look="button button-quiet"
              isRevocationAsked={answer.revocationAsked}
              isApproved={review === undefined || review.state === "approved"}
              onDecided={leaveStep}
              onStale={leaveStep}
              {...{ step, goTo }}
            />
          )}
        </JudgedPhoto>
      ) : (
        <>
          <p>{text.none}</p>
          {review && <ReviewState review={review} />}
        </>
      )}
      {!locked && step === undefined && (
        <p>
          <button class="button button-quiet" type="button" onClick={bring}>
            {text.counter}
          </button>
        </p>
      )}
      <PhotoHistory
        events={history}
        {...{ id, name, photoId }}
        more={cursor === undefined ? undefined : more}
        {...{ busy, failure }}
      />
    </>
  );
}
