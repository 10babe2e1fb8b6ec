import { type EmployeeKind, employeeKinds } from "#shared/employee/nip.ts";
import { Cache } from "#shared/render/cache.ts";
import { measure } from "#shared/render/fonts.ts";
import { type Look, usualLook } from "./look.ts";
import { type Template, templateFor } from "./template.ts";
import { misfitsOf } from "./template-fit.ts";

/** Two kinds of the agencies that were drawn last. */
const mostKnown = 128;

/**
 * The templates of this release in the looks of agencies, each checked before a card is drawn in it. A function that draws fails at
 * its start when the template has no room for its own words. An agency's words were checked when they were saved; they are checked
 * again because the template may be a newer one.
 */
export class CheckedTemplates {
  readonly #checked = new Cache<Template>(mostKnown);

  /** @throws as `of`, of the usual look */
  constructor() {
    for (const kind of employeeKinds) this.of(usualLook, kind);
  }

  /** @throws Error naming the texts that have no room: no card of this look can be drawn whole */
  of(look: Look, kind: EmployeeKind): Template {
    return this.#checked.get(`${look.version}/${kind}`, () => {
      const template = templateFor(look, kind);
      const misfits = misfitsOf(template, measure);
      if (misfits.length > 0) throw new Error(`No card can be drawn: ${misfits.join(" ")}`);
      return template;
    });
  }
}
