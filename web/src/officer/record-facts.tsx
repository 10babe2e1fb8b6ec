import { kedudukanHukumName } from "#shared/employee/kedudukan-hukum.ts";
import type { EmployeeAnswer } from "#shared/http/contract.ts";
import { dayText } from "../clock-text.ts";
import { href } from "../language.ts";
import { officer as text } from "../messages/officer.ts";

/** What an officer cannot change here, and the legal position. */
export function RecordFacts({ employee }: { employee: EmployeeAnswer }) {
  const { kind, nip, unitKerja, instansi, tmt, kedudukanHukum, hasPhoto } = employee;
  const facts: readonly (readonly [string, string])[] = [
    [text.fields.nip, nip],
    [text.fields.kind, kind],
    [text.fields.unitKerja, unitKerja],
    [text.fields.instansi, instansi],
    [text.fields.tmt, dayText(tmt)],
    [text.fields.kedudukanHukum, kedudukanHukumName(kedudukanHukum) ?? kedudukanHukum],
    [text.fields.photoId, hasPhoto ? text.photo.yes : text.photo.no],
  ];
  return (
    <section class="panel" aria-labelledby="record-title">
      <h2 id="record-title">{text.record}</h2>
      <dl class="card-facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={href(`/petugas/cetak?unit=${encodeURIComponent(unitKerja)}`)}>{text.printUnit}</a>
      </p>
    </section>
  );
}
