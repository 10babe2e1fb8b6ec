/** What officers look for, and where the middle of it is. */
import { cardStatus, savedDay } from "#shared/employee/employee.ts";
import { foldWords } from "#shared/employee/folding.ts";
import { linesBeside, placesInUnit } from "#shared/employee/name-lines.ts";
import type { EmployeeQuery } from "#shared/employee/search-employees.ts";
import { isAccountTag } from "#shared/employee/tag-names.ts";
import { jakartaDay } from "#shared/runtime/clock.ts";
import { accountOf, now, rare } from "./crowd.ts";
import type { Agency } from "./world.ts";

/** Without the officer and the place, which are the agency's. */
export type Search = Omit<EmployeeQuery, "by" | "from"> & { readonly units?: readonly string[] };

const unit = ["Unit 3"];
/** A unit with nine below it. */
const branch = Array.from({ length: 10 }, (_, i) => `Unit ${i + 4}`);

/** Every filter by itself, and the pairs that are claimed (decision 0047). */
export const searches: Readonly<Record<string, Search>> = {
  everybody: { q: "" },
  "a word of one in seven": { q: "b" },
  "a word of 40 people": { q: "langka" },
  status: { q: "", status: "ended" },
  "status of 40 people": { q: "", status: "suspended" },
  kind: { q: "", kind: "PPPK" },
  "no photo": { q: "", tag: "no-photo" },
  "contract ends": { q: "", tag: "ends-soon" },
  "not activated (6 of 10)": { q: "", tag: "not-activated" },
  "frozen (40 people)": { q: "", tag: "frozen" },
  "unit of 50": { q: "", units: unit },
  "unit with 9 below": { q: "", units: branch },
  "kind + status": { q: "", kind: "PPPK", status: "active" },
  "kind + no photo": { q: "", kind: "PPPK", tag: "no-photo" },
  "kind + contract ends": { q: "", kind: "PPPK", tag: "ends-soon" },
  "status + no photo": { q: "", status: "active", tag: "no-photo" },
  "word of 40 + kind": { q: "langka", kind: "PNS" },
  "word of 40 + status": { q: "langka", status: "active" },
  "word + no photo, pages of 10": { q: "b", tag: "no-photo", limit: 10 },
  "not activated + kind": { q: "", kind: "PPPK", tag: "not-activated" },
  "not activated + status": { q: "", status: "active", tag: "not-activated" },
  "frozen + status": { q: "", status: "suspended", tag: "frozen" },
  "unit + kind": { q: "", units: branch, kind: "PPPK" },
  "unit + status": { q: "", units: branch, status: "active" },
  "unit + no photo": { q: "", units: branch, tag: "no-photo" },
  "unit + contract ends": { q: "", units: branch, tag: "ends-soon" },
  "unit + not activated": { q: "", units: branch, tag: "not-activated" },
  "unit + word": { q: "ba", units: branch },
  "two words, one of 40 people": { q: "langka ba" },
  "word + kind + status + no photo, pages of 10": {
    ...{ q: "b", kind: "PPPK", status: "active", tag: "no-photo", limit: 10 },
  },
};

/** How many people a search finds, and the place of the one in the middle as a page's cursor; none when all are on the first page. */
export function middleOf({ people, instansiId }: Agency, search: Search) {
  const places = people.flatMap((each, i) => {
    const place = fits(search, people.length, i, each)
      ? placeOf(each, instansiId, search)
      : undefined;
    return place === undefined ? [] : [place];
  });
  const middle = places.sort()[Math.floor(places.length / 2)];
  const from =
    places.length > rare && middle ? Buffer.from(middle).toString("base64url") : undefined;
  return { found: places.length, from };
}

type Person = Agency["people"][number];

function fits({ status, units, tag }: Search, size: number, i: number, person: Person): boolean {
  if (status && cardStatus(person, now) !== status) return false;
  if (units && !units.includes(person.unitKerja)) return false;
  if (!tag || !isAccountTag(tag)) return true;
  const isOver = cardStatus(person, now) === "ended";
  return !isOver && (accountOf(person, i, size).listed?.endsWith(`#${tag}`) ?? false);
}

function placeOf(person: Person, instansiId: string, search: Search): string | undefined {
  const { q, status, kind, tag, units } = search;
  const words = foldWords(q);
  const isAlone = q === "" && (status ?? kind ?? units) === undefined;
  if (tag && isAccountTag(tag) && isAlone) return `2${now.toISOString()}\t${person.id}`;
  const line = linesBeside(person, savedDay(person)).get("unit")?.listedAs ?? "";
  const tagged = tag && !isAccountTag(tag) ? { tag, today: jakartaDay(now) } : undefined;
  return placesInUnit(line, { instansiId, words, status, kind, tagged })[0];
}
