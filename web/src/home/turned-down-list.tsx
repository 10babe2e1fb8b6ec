import { useState } from "preact/hooks";
import type { OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { href } from "../language.ts";
import { ownHome as text } from "../messages/own-home.ts";
import { ownRequests } from "../messages/own-requests.ts";
import { requests as words } from "../messages/requests.ts";
import { Said, Way } from "../request/said.tsx";
import { Instant } from "../session/instant.tsx";
import { putAway, putAwayHere, turnedDownOf } from "./turned-down.ts";
import { nameOf } from "./waiting.ts";

/** @returns the requests that are told here, and how one of them is put away */
export function useTurnedDown(requests: readonly OwnRequest[] = []) {
  const [away, setAway] = useState(putAwayHere);
  const shown = turnedDownOf(requests, { now: Date.now(), putAway: away });
  const hide = (id: OwnRequest["id"]) => {
    putAway(id, requests);
    setAway(putAwayHere());
  };
  return { shown, hide };
}

/** Why each was turned down, how that is mended, and its form with everything that was typed. */
export function TurnedDownList({ shown, hide }: ReturnType<typeof useTurnedDown>) {
  return (
    <>
      {shown.map((request) => (
        <section class="notice notice-warning" key={request.id} data-turned-down>
          <h3>
            <a href={href(`/pengajuan?id=${request.id}`)}>{nameOf(request)}</a>:{" "}
            {words.states[request.state].toLowerCase()}
          </h3>
          {request.state === "rejected" ? (
            <Said request={request} act="rejected" way={ownRequests.again} isQuiet />
          ) : (
            <>
              <p>{text.expired}</p>
              <Way request={request} isQuiet>
                {ownRequests.again}
              </Way>
            </>
          )}
          <p class="hint">
            {words.since} <Instant at={request.since} />
          </p>
          <p>
            <button class="link-button" type="button" onClick={() => hide(request.id)}>
              {text.putAway}
            </button>
          </p>
        </section>
      ))}
    </>
  );
}
