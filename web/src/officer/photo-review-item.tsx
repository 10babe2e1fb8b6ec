import { useCallback, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { AwaitingPhoto } from "#shared/photo/review-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { photoReviews as text } from "../messages/photo-reviews.ts";
import { JudgedPhoto } from "./judged-photo.tsx";
import { PhotoDecisions, type PhotoStep } from "./photo-decisions.tsx";

interface PhotoReviewItemProps {
  readonly item: AwaitingPhoto;
  /** «Foto 2 dari 25+». */
  readonly place: string;
  readonly readOnly: boolean;
  readonly onDecided: (message: string) => void;
  readonly onStale: (message: string) => void;
  readonly move: (by: 1 | -1) => void;
}

/**
 * One photo of the queue. Its keys work while the focus is inside, and not where something is typed: so nothing is decided from elsewhere
 * (WCAG 2.1.4). Long: markup, in the order of the page.
 */
export function PhotoReviewItem({ item, place, readOnly, move, ...told }: PhotoReviewItemProps) {
  const { employeeId: id, name, nip, jabatan, unitKerja, own } = item;
  const load = useCallback(
    () => call("GET /api/officer/people/{id}/photo", { params: { id } }),
    [id],
  );
  const { data, failure, reload } = useLoad(load);
  const [step, goTo] = useState<PhotoStep>();
  const box = useRef<HTMLElement>(null);
  const photoId = data?.photoId;
  const mayDecide = !readOnly && !own && photoId !== undefined && !data?.locked;
  const onKeyDown = (event: KeyboardEvent) => {
    const press = keys[event.key];
    if (step || event.ctrlKey || event.metaKey || event.altKey || !press) return;
    event.preventDefault();
    if (press === "next" || press === "previous") move(press === "next" ? 1 : -1);
    else if (mayDecide)
      box.current?.querySelector<HTMLElement>(`[data-decision="${press}"]`)?.click();
  };
  useLayoutEffect(() => {
    box.current?.querySelector<HTMLElement>("h2")?.focus();
  }, [id]);
  return (
    <section class="panel" aria-labelledby="review-title" ref={box} onKeyDown={onKeyDown}>
      <h2 id="review-title" tabIndex={-1} translate={false}>
        {name}
      </h2>
      <p class="hint">
        {place} · <span translate={false}>{`${nip}, ${jabatan}, ${unitKerja}`}</span> ·{" "}
        <a href={href(`/petugas/pegawai?id=${id}`)}>{text.open}</a>
      </p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {own && <p class="notice notice-info">{text.own}</p>}
      {data && photoId && (
        <JudgedPhoto id={id} name={name} answer={{ ...data, photoId }} withCard>
          {mayDecide && (
            <PhotoDecisions
              seen={{ id, name, photoId, reviewedAt: data.review?.at }}
              look="button"
              isRevocationAsked={data.revocationAsked}
              isApproved={data.review?.state === "approved"}
              onDecided={told.onDecided}
              onStale={(message) => {
                goTo(undefined);
                told.onStale(message);
                reload();
              }}
              {...{ step, goTo }}
            />
          )}
        </JudgedPhoto>
      )}
    </section>
  );
}

const keys: Readonly<Record<string, "next" | "previous" | "approve" | "ask" | undefined>> = {
  ...{ ArrowRight: "next", ArrowLeft: "previous" },
  ...{ s: "approve", S: "approve", m: "ask", M: "ask" },
};
