import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { photo as text } from "../messages/photo.ts";
import { ownMemory } from "../photo/own-memory.ts";
import { PhotoGuide } from "../photo/photo-guide.tsx";
import { FileButton, PictureChooser, useLostCamera } from "../photo/picture-chooser.tsx";
import { ownNetwork } from "../photo/send-photo.ts";
import { Cancelled, isBusy, Late, Sending } from "../photo/sending.tsx";
import { usePhoto } from "../photo/use-photo.ts";

const OwnPhotoAsked = lazyPart(() =>
  import("../card/own-photo-asked.tsx").then((part) => part.OwnPhotoAsked),
);

/** What came of a photo, once something has. */
const outcome = () => import("../photo/photo-outcome.tsx");
const AcceptedPhoto = lazyPart(() => outcome().then((part) => part.AcceptedPhoto));
const RefusedPhoto = lazyPart(() => outcome().then((part) => part.RefusedPhoto));

/** It comes once a picture is chosen that needs it. */
const Studio = lazyPart(() => import("../studio/studio.tsx").then((part) => part.Studio));

/** Long: markup, in the order of the page. */
export function PhotoPage() {
  const { route } = useLocation();
  const { state, choose, confirm, again, cancel, lookAgain, mend, send, picture } = usePhoto({
    ...{ memory: ownMemory, network: ownNetwork },
    onConfirmed: () => route(href("/kartu")),
  });
  useTitle(common.pages.photo, ["refused", "failed", "unreadable"].includes(state.step));
  const busy = isBusy(state);
  const isCameraLost = useLostCamera();
  const [isAsked, setAsked] = useAsked();
  const another = <FileButton busy={false} isQuiet label={text.another} choose={choose} />;
  return (
    <>
      <Heading>{common.pages.photo}</Heading>
      <OwnPhotoAsked onKnown={setAsked} />
      {/* What people want comes first, and nothing that is seen moves when it comes. */}
      <div class="photo-page" data-waits={isAsked === undefined}>
        <div>
          <p class="lead">{text.lead}</p>
          <PictureChooser
            busy={busy}
            isDone={["accepted", "studio", "refused", "cancelled"].includes(state.step)}
            isCameraLost={isCameraLost}
            choose={choose}
          />
          <Outcome busy={busy}>
            <Sending {...{ state, cancel }} />
            {state.step === "cancelled" && <Cancelled again={again} mend={() => mend("check")} />}
            {state.step === "unreadable" && (
              <p class="notice notice-bad" role="alert" tabIndex={-1} ref={takeFocus}>
                {text.unreadable[state.why]}
              </p>
            )}
            {state.step === "late" && <Late lookAgain={() => lookAgain(state.photoId)} />}
            {state.step === "failed" && <FailureNotice failure={state.failure} retry={again} />}
            {state.step === "refused" && (
              <RefusedPhoto rules={state.rules} {...{ mend, again, another }} />
            )}
            {state.step === "studio" && (
              <Studio
                key={state.file}
                file={state.file}
                isFound={state.isFound}
                staysBelow={state.isFound && isCameraLost}
                at={state.at}
                keeping={picture.keeping}
                step={picture.step}
                begun={picture.begun()}
                onEdit={picture.edit}
                another={another}
                send={send}
              />
            )}
            {state.step === "accepted" && (
              <AcceptedPhoto
                warning={isAsked && state.isFound ? text.acceptedBefore : undefined}
                photo={state.photo}
                failure={state.failure}
                use={() => confirm(state.photo)}
              />
            )}
          </Outcome>
        </div>
        <PhotoGuide />
      </div>
    </>
  );
}

/** Whether people want a new photo; undefined until it is known. Who has waited so long sees the page all the same. */
function useAsked() {
  const [isAsked, setAsked] = useState<boolean>();
  useEffect(() => {
    const timer = setTimeout(() => setAsked((known) => known ?? false), longestWaitMs);
    return () => clearTimeout(timer);
  }, []);
  return [isAsked, setAsked] as const;
}

const longestWaitMs = 2_000;

/** Where it is said what became of a photo. Its room stays while the next one is on its way: what is below stands still. */
function Outcome({ busy, children }: { busy: boolean; children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  const room = useRef(0);
  useLayoutEffect(() => {
    if (!busy) room.current = box.current?.offsetHeight ?? 0;
  });
  return (
    <div
      class="photo-outcome"
      ref={box}
      {...(busy && { style: { minHeight: `${room.current}px` } })}
    >
      {children}
    </div>
  );
}

/** What has come takes the focus, and with it the view. */
const takeFocus = (element: HTMLElement | null) => element?.focus();
