import type { EmployeeKind } from "#shared/employee/nip.ts";
import { measure } from "#shared/render/fonts.ts";
import { ownLooks, type Template, templateFor } from "./template.ts";
import { misfitsOf } from "./template-fit.ts";

const kinds = ["PNS", "PPPK"] as const;

/**
 * The templates of this release, looked at before a card is drawn in one: whoever draws says when it starts which of them
 * has no room for its own words. Made once for all that draw, because it measures every word.
 */
export class CheckedTemplates {
  /** @throws Error naming each template that cannot be drawn whole, and what of it has no room */
  constructor() {
    const looks = ["", ...ownLooks.map(({ instansiId }) => instansiId)];
    const misfits = looks.flatMap((look) =>
      kinds.flatMap((kind) => misfitsOf(templateFor(look, kind), measure)),
    );
    if (misfits.length > 0) throw new Error(`No card can be drawn: ${misfits.join(" ")}`);
  }

  of(instansiId: string, kind: EmployeeKind): Template {
    return templateFor(instansiId, kind);
  }
}
