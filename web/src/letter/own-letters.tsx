/** «Surat saya»: the letters about whoever reads. */
import type { OwnLetter } from "#shared/letter/own-letters.ts";
import { fileAddress } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { letterWords } from "../messages/letter-words.ts";
import { ownLetters as text } from "../messages/own-letters.ts";
import { Instant } from "../session/instant.tsx";
import { LetterFile } from "./letter-file.tsx";

const read = () => call("GET /api/officer/agency/own-letters");

export function OwnLetters() {
  const { data, failure, reload } = useLoad(read);
  return (
    <>
      <p class="lead">{text.lead}</p>
      <p class="button-row">
        <a class="button" href={href("/pengajuan?baru=surat")}>
          {text.begin}
        </a>
      </p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <section aria-labelledby="own-letters">
          <h2 id="own-letters">{text.list}</h2>
          {data.items.length === 0 && <p>{text.none}</p>}
          {data.items.map((each) => (
            <Row key={each.id} {...each} />
          ))}
          {data.hasOlder && <p class="hint">{text.older}</p>}
        </section>
      )}
    </>
  );
}

function Row({ id, kind, hal, state, since, number, reason }: OwnLetter) {
  const params = { id };
  return (
    <article class="panel">
      <h3>
        {letterWords.kinds[kind]}
        {hal && (
          <>
            : <span translate={false}>{hal}</span>
          </>
        )}
      </h3>
      <p>
        <strong>{text.states[state]}</strong>, <Instant at={since} />
      </p>
      {number !== undefined && (
        <p translate={false}>
          {text.number} {number}
        </p>
      )}
      {reason !== undefined && (
        <p>
          {text.reason}: <span translate={false}>{reason}</span>
        </p>
      )}
      {state === "signed" && number !== undefined && (
        <LetterFile
          address={fileAddress("GET /api/officer/agency/own-letters/{id}/file", { params })}
          label={text.file(number)}
        />
      )}
    </article>
  );
}
