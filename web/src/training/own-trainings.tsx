/** What the own agency offers, and where its reader stands. */
import type { LearningAnswer } from "#shared/training/result-answers.ts";
import type { TrainingOffer } from "#shared/training/training-offer.ts";
import { call } from "../api/member-client.ts";
import { dayText } from "../clock-text.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { training as text } from "../messages/training.ts";
import { spanOf, standingOf } from "./training-text.ts";

async function read() {
  const [places, offers, learning] = await Promise.all([
    call("GET /api/me/training-places"),
    call("GET /api/me/trainings"),
    call("GET /api/me/learning"),
  ]);
  return { places: places.items, offers: offers.items, years: learning.years };
}

/** Long: markup, in the order of the page. */
export function OwnTrainings() {
  const { data, failure, reload } = useLoad(read);
  return (
    <>
      <p class="lead">{text.lead}</p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <>
          <Learning years={data.years} />
          <section aria-labelledby="own-title">
            <h2 id="own-title">{text.own}</h2>
            {data.places.length === 0 && <p>{text.noOwn}</p>}
            {data.places.map(({ offer, place }) => (
              <Row key={offer.id} offer={offer}>
                {offer.state === "called-off" ? text.calledOff : standingOf(place)}
              </Row>
            ))}
          </section>
          <section aria-labelledby="offers-title">
            <h2 id="offers-title">{text.offered}</h2>
            {data.offers.length === 0 && <p>{text.noOffers}</p>}
            {data.offers.map((offer) => (
              <Row key={offer.id} offer={offer}>
                {`${text.facts.closes} ${dayText(offer.closesOn)}`}
              </Row>
            ))}
          </section>
        </>
      )}
    </>
  );
}

/** JP of each year against its target, and what they come from. */
function Learning({ years }: LearningAnswer) {
  return (
    <section class="panel" aria-labelledby="learning-title">
      <h2 id="learning-title">{text.learning}</h2>
      {years.map(({ year, jp, target, short, exempt, entries }) => (
        <div key={year}>
          <p>
            <strong>{text.year(year, jp, target)}</strong>,{" "}
            {exempt ? text.exempt[exempt] : short > 0 ? text.short(short) : text.enough}
          </p>
          {entries.length > 0 && (
            <ul>
              {entries.map((each) => (
                <li key={each.number}>
                  {each.request ? (
                    <a href={href(`/pengajuan?id=${each.request}`)}>
                      {text.entry(each.name, each.jp, each.number)}
                    </a>
                  ) : (
                    text.entry(each.name, each.jp, each.number)
                  )}
                  {each.withdrawnOn && `. ${text.certificate.withdrawn}`}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
      <p>
        <a class="button button-quiet" href={href("/pengajuan?baru=sertifikat")}>
          {text.claim}
        </a>
      </p>
    </section>
  );
}

interface RowProps {
  readonly offer: TrainingOffer;
  readonly children: string;
}

function Row({ offer, children }: RowProps) {
  const { programme, quota, place } = offer;
  return (
    <article class="panel">
      <h3>
        <a href={href(`/pengajuan?bagian=pelatihan&id=${offer.id}`)} translate={false}>
          {programme.name}
        </a>
      </h3>
      <p>
        {spanOf(offer)}, <span translate={false}>{place}</span>
      </p>
      <p>
        {text.jp(programme.jp)}, {text.quota(quota)}
      </p>
      <p>
        <strong>{children}</strong>
      </p>
    </article>
  );
}
