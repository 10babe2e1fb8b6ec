import type { PhotoAsked as Asked } from "#shared/employee/photo-review.ts";
import { href } from "../language.ts";
import { photoFaults as text } from "../messages/photo-faults.ts";
import { useInstantText } from "../session/instant.tsx";

/** Why people ask the holder for a new photo or took the old one away, how to do better, and until when. */
export function PhotoAsked({ asked, withLink = false }: { asked: Asked; withLink?: boolean }) {
  const instantText = useInstantText();
  const { state, faults, note, until, overdue } = asked;
  const isRevoked = state === "revoked";
  return (
    <section class={`notice ${isRevoked ? "notice-bad" : "notice-warning"} screen-only`}>
      <h2>{isRevoked ? text.revoked : text.asked}</h2>
      <p>{isRevoked ? text.revokedText : text.askedText}</p>
      <ul>
        {faults.map((fault) => (
          <li key={fault}>{text.fixes[fault]}</li>
        ))}
      </ul>
      {note && (
        <p>
          {text.note}: <q>{note}</q>
        </p>
      )}
      {until && <p>{text[overdue ? "askedOver" : "askedStays"](instantText(until))}</p>}
      {withLink && (
        <p>
          <a href={href("/foto")}>{text.send}</a>
        </p>
      )}
    </section>
  );
}
