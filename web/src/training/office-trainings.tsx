/** «Pengembangan kompetensi» of an agency: what it offers, or one of them with who comes. */
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { TrainingOffer } from "#shared/training/training-offer.ts";
import { call } from "../api/member-client.ts";
import { dayText } from "../clock-text.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Loading } from "../components/page-lost.tsx";
import { useLoad } from "../components/use-load.ts";
import { href } from "../language.ts";
import { lazyPart, styles } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { training } from "../messages/training.ts";
import { trainingDesk as text } from "../messages/training-desk.ts";
import { listPages } from "../officer/list-pages.ts";
import { PartLink } from "../officer/part-link.tsx";
import { StepTitle } from "../officer/step-title.tsx";
import { Told } from "../officer/told.tsx";
import { WayOut } from "../officer/way-out.tsx";
import { offerIn } from "./offer-in.ts";
import { spanOf } from "./training-text.ts";

const OfferForm = lazyPart(
  () => import("./offer-form.tsx").then((part) => part.OfferForm),
  Loading,
);
const OfficeTraining = lazyPart(
  () => import("./office-training.tsx").then((part) => part.OfficeTraining),
  Loading,
);

const UnitLearning = lazyPart(() =>
  import("./unit-learning.tsx").then((part) => part.UnitLearning),
);

// Of links to parts.
await styles(import.meta.env.ATTENDANCE_STYLES);

export function OfficeTrainings() {
  const { id, lihat } = useLocation().query;
  const offer = offerIn(id);
  if (offer) return <OfficeTraining key={offer} id={offer} />;
  const isLearning = lihat === "jp";
  return (
    <>
      <p class="lead">{text.lead}</p>
      <nav class="button-row part-links" aria-label={text.partsLabel}>
        <PartLink to={listPages.trainings} isHere={!isLearning} label={text.pageParts.offers} />
        <PartLink
          to={`${listPages.trainings}&lihat=jp`}
          isHere={isLearning}
          label={text.pageParts.learning}
        />
      </nav>
      {isLearning ? <UnitLearning /> : <AllTrainings />}
    </>
  );
}

const read = () => call("GET /api/officer/agency/trainings");

/** Long: markup, in the order of the page. */
function AllTrainings() {
  const { data, failure, reload } = useLoad(read);
  const [adding, setAdding] = useState(false);
  const [told, setTold] = useState<string>();
  // With its title: what comes after that has the focus pushes the way out down.
  const add = () => void OfferForm.preload().then(() => setAdding(true));
  if (adding)
    return (
      <section class="panel" aria-labelledby="offer-title">
        <StepTitle id="offer-title">{text.add}</StepTitle>
        <div class="narrow-form">
          <OfferForm
            title={text.add}
            offer={undefined}
            onSaved={({ programme }) => {
              setTold(text.done.added(programme.name));
              setAdding(false);
              reload();
            }}
          />
        </div>
        <WayOut leave={() => setAdding(false)}>{common.cancel}</WayOut>
      </section>
    );
  return (
    <>
      <Told message={told} />
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <section class="stacked" aria-labelledby="trainings-title">
          <h2 id="trainings-title">{text.list}</h2>
          {data.readOnly ? (
            <p class="hint">{text.readOnly}</p>
          ) : (
            <p class="button-row">
              <button class="button" type="button" onClick={add}>
                {text.add}
              </button>
            </p>
          )}
          {data.items.length === 0 && <p>{text.none}</p>}
          {data.items.map((offer) => (
            <Row key={offer.id} {...offer} />
          ))}
        </section>
      )}
    </>
  );
}

function Row({ id, programme, state, batch, closesOn, quota, ...span }: TrainingOffer) {
  return (
    <article class="panel">
      <h3>
        <a href={href(`${listPages.trainings}&id=${id}`)} translate={false}>
          {[programme.name, batch].filter(Boolean).join(", ")}
        </a>
      </h3>
      <p>
        <strong>{text.states[state]}</strong>
      </p>
      <p>
        {spanOf(span)}, {training.jp(programme.jp)}, {training.quota(quota)}
      </p>
      <p class="hint">
        {text.closes} {dayText(closesOn)}
      </p>
    </article>
  );
}
