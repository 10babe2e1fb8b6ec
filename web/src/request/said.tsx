import type { ComponentChildren } from "preact";
import type { OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { href } from "../language.ts";
import { ownReasons } from "../messages/own-reasons.ts";
import { requests } from "../messages/requests.ts";

interface SaidProps {
  readonly request: OwnRequest;
  readonly act: OwnRequest["trail"][number]["act"];
  /** What can be done about it, without typing anything again. */
  readonly way: string;
  /** Of more than one on its page: one button at most is the primary one. */
  readonly isQuiet?: boolean | undefined;
  readonly children?: ComponentChildren;
}

/** What an officer said, how to mend it, and the way on. */
export function Said({ request, act, way, isQuiet, children }: SaidProps) {
  const { code, reason } = request.trail.filter((each) => each.act === act).at(-1) ?? {};
  return (
    <>
      <p>
        {children} <span translate={false}>{reason}</span>
      </p>
      {code && act === "rejected" && (
        <p>
          {requests.reasons[code]}. {ownReasons.mend[code]}
        </p>
      )}
      {code && act !== "rejected" && <p>{ownReasons.asked[code]}</p>}
      <Way {...{ request, isQuiet }}>{way}</Way>
    </>
  );
}

/** To the form, with what was asked in it. A form of a campaign has none here. */
export function Way({
  request: { id, kind },
  isQuiet = false,
  children,
}: Pick<SaidProps, "request" | "isQuiet" | "children">) {
  if (kind === "contact") return null;
  return (
    <p>
      <a
        class={isQuiet ? "button button-quiet" : "button"}
        href={href(`/pengajuan?id=${id}&langkah=isian`)}
      >
        {children}
      </a>
    </p>
  );
}
