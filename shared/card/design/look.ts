/** What an agency changes of the template: the look of its cards is read when they are drawn (decision 0041). */
import type { Agency } from "#shared/agency/agency.ts";
import { digestOf, templateVersion } from "./template.ts";

export interface Look extends Pick<Agency, "emblem" | "palette" | "texts"> {
  /**
   * Names the drawings in this look: "t1-594804d3" in the usual one, "t1-594804d3.7f3a9c12" in an agency's. The second part is a
   * digest of what the agency changes, and of its id: no two agencies share it.
   */
  readonly version: string;
}

/** Of cards whose agency is not known. */
export const usualLook: Look = { version: templateVersion, texts: {} };

/** The look of an agency's cards. Its name and its zone are not in it: the name is printed from the record, the zone is not printed. */
export function lookOf(agency: Agency | undefined): Look {
  if (!agency) return usualLook;
  const { id, emblem, palette, texts } = agency;
  const words = Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1));
  const digest = digestOf([id, emblem ?? "", palette ?? "", words]);
  return {
    version: `${templateVersion}.${digest}`,
    ...(emblem !== undefined && { emblem }),
    ...(palette !== undefined && { palette }),
    texts,
  };
}

/** Finds the look of an agency's cards. */
export interface Looks {
  of(instansiId: string): Promise<Look>;
}

/** The looks that agencies have now. @param agencies whose `find` decides how old an answer may be */
export function looksOf(agencies: { find(id: string): Promise<Agency | undefined> }): Looks {
  return { of: async (instansiId) => lookOf(await agencies.find(instansiId)) };
}
