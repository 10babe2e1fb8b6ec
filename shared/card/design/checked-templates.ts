import { type EmployeeKind, employeeKinds } from "#shared/employee/nip.ts";
import { measure } from "#shared/render/fonts.ts";
import { ownLooks, type Template, templateFor } from "./template.ts";
import { misfitsOf } from "./template-fit.ts";

/**
 * The templates of this release, checked before a card is drawn. A function that draws fails at its start when a template has
 * no room for its own words. It is made once for all that draw, because it measures every word.
 */
export class CheckedTemplates {
  /** @throws Error naming each template that cannot be drawn whole, and which of its texts have no room */
  constructor() {
    const looks = ["", ...ownLooks.map(({ instansiId }) => instansiId)];
    const misfits = looks.flatMap((look) =>
      employeeKinds.flatMap((kind) => misfitsOf(templateFor(look, kind), measure)),
    );
    if (misfits.length > 0) throw new Error(`No card can be drawn: ${misfits.join(" ")}`);
  }

  of(instansiId: string, kind: EmployeeKind): Template {
    return templateFor(instansiId, kind);
  }
}
