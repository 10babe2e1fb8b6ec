import { officer as text } from "../messages/officer.ts";
import type { FieldDifference } from "./employee-change.ts";

/** Old and new side by side. */
export function DifferenceTable(props: {
  caption: string;
  differences: readonly FieldDifference[];
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div class="table-scroll" tabIndex={0}>
      <table>
        <caption class="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.field}</th>
            <th scope="col">{text.before}</th>
            <th scope="col">{text.after}</th>
          </tr>
        </thead>
        <tbody>
          {props.differences.map(({ field, from, to }) => (
            <tr key={field}>
              <th scope="row">{text.fields[field]}</th>
              <td>
                <del>{from || text.empty}</del>
              </td>
              <td>
                <ins>{to || text.empty}</ins>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
