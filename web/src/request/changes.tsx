import { requests as text } from "../messages/requests.ts";
import { fieldName, valueText } from "../officer/value-text.ts";

interface ChangesProps {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly old: Readonly<Record<string, string | undefined>>;
}

/** Old and new side by side, or one above the other where there is no room. */
export function Changes({ values, old }: ChangesProps) {
  return (
    <>
      {Object.entries(values).map(([field, value]) => (
        <section key={field}>
          <h3>{fieldName(field)}</h3>
          <dl class="own-record">
            <div>
              <dt>{text.before}</dt>
              <dd translate={false}>
                <del>{valueText(field, old[field])}</del>
              </dd>
            </div>
            <div>
              <dt>{text.after}</dt>
              <dd translate={false}>
                <ins>{valueText(field, value)}</ins>
              </dd>
            </div>
          </dl>
        </section>
      ))}
    </>
  );
}
