import type { OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { leaveWords } from "../messages/leave-words.ts";
import { ownReasons } from "../messages/own-reasons.ts";
import { ownRequests as own } from "../messages/own-requests.ts";
import { requests as text } from "../messages/requests.ts";
import { Instant } from "../session/instant.tsx";

interface TrailProps extends Pick<OwnRequest, "trail"> {
  /** Who did what, where the reader is not who asked. */
  readonly by?: typeof own.by;
}

/** What happened to a request, in its order, each step with when, who, and why. */
export function Trail({ trail, by: whose = own.by }: TrailProps) {
  return (
    <section class="panel" aria-labelledby="trail-title">
      <h2 id="trail-title">{text.trail}</h2>
      <ol class="trail">
        {trail.map(({ act, at, by, code, verdict, reason }) => (
          <li key={`${at} ${act}`}>
            <strong>{text.acts[act]}</strong>, {whose[by]}, <Instant at={at} />
            {verdict && <div>{leaveWords.verdicts[verdict]}</div>}
            {code && act === "rejected" && <div>{text.reasons[code]}</div>}
            {reason && <div translate={false}>{reason}</div>}
            {code && (
              <div class="hint">
                {(act === "rejected" ? ownReasons.mend : ownReasons.asked)[code]}
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
