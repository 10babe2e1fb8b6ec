import { expect, test } from "vitest";
import { cardAnswer } from "#shared/card/card-answer.ts";
import { scan } from "#shared/card/scan.ts";
import { employeeSchema } from "#shared/employee/employee.ts";
import { fieldKeys, fieldOf } from "#shared/employee/fields.ts";
import { verifyAnswer } from "#shared/verification/verify-answer.ts";
import { id as privacy } from "../../../web/src/messages/id/privacy.ts";
import { id as labels } from "../../../web/src/messages/id/record-fields.ts";
import { id as result } from "../../../web/src/messages/id/verify-result.ts";
import { privacyPage } from "../../../web/src/verify/privacy.ts";

const { body } = privacyPage("id");

/** The part with this title. */
function part(name: keyof typeof privacy.sections): string {
  const found = body
    .split("<section>")
    .find((each) => each.includes(`>${privacy.sections[name].title}</h2>`));
  if (!found) throw new Error(`The page has no part ${name}.`);
  return found;
}

test.for(fieldKeys.filter((key) => key !== "instansiId"))(
  "the page tells of the field %s, and only where it is seen",
  (key) => {
    const [there, elsewhere] =
      fieldOf(key).card === undefined
        ? [part("record"), part("card")]
        : [part("card"), part("record")];

    expect(there).toContain(`<li>${labels[key]}</li>`);
    expect(elsewhere).not.toContain(`<li>${labels[key]}</li>`);
  },
);

test("of a record it tells all that is stored besides the catalogue's fields", () => {
  const catalogue = new Set<string>(fieldKeys);
  const others = Object.keys(employeeSchema.shape).filter((key) => !catalogue.has(key));

  expect(Object.keys(privacy.kept).toSorted()).toEqual(others.toSorted());
  for (const label of Object.values(privacy.kept))
    expect(part("kept").split(`<li>${label}</li>`)).toHaveLength(2);
});

test("of a check it tells each item that the answer has, and the photo", () => {
  const items = Object.keys(verifyAnswer.shape.card.unwrap().shape).filter(
    (key) => key !== "photo",
  );

  expect(items.toSorted()).toEqual(Object.keys(result.fields).toSorted());
  for (const label of Object.values(result.fields))
    expect(part("check")).toContain(`<li>${label}</li>`);
  expect(part("check")).toContain(`<li>${privacy.photo}</li>`);
});

test("of a card it tells what is printed and no field of the record", () => {
  const { pangkat, serial, issuedOn, checkCode } = cardAnswer.shape.text.shape;

  expect([pangkat, serial, issuedOn, checkCode]).toHaveLength(privacy.card.length);
  for (const label of privacy.card) expect(part("card")).toContain(`<li>${label}</li>`);
});

test("of a scan it tells all that is kept", () => {
  const kept = Object.keys(scan.shape).filter((key) => key !== "employeeId");

  expect(kept.toSorted()).toEqual(Object.keys(privacy.scans).toSorted());
  for (const label of Object.values(privacy.scans))
    expect(part("scans")).toContain(`<li>${label}</li>`);
});

test("each part says basis, who sees it and how long, in both languages", () => {
  for (const page of [body, privacyPage("en").body]) {
    const parts = page.split("<section>").slice(1, -1);
    expect(parts).toHaveLength(Object.keys(privacy.sections).length);
    for (const each of parts)
      expect(each.match(/<dt>[^<]+<\/dt><dd>[^<]{4,}<\/dd>/g)).toHaveLength(3);
  }
});
