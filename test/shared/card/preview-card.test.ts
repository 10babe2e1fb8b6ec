import { expect, test } from "vitest";
import type { CardContent, Face } from "#shared/card/card-content.ts";
import { isSpecimen } from "#shared/card/card-token.ts";
import { previewCard } from "#shared/card/preview-card.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { anEmployee } from "../../support/builders.ts";
import { siteUrl } from "../../support/call-api.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aPhoto } from "../../support/photo-bucket-contract.ts";
import { PhotoObjectsInMemory } from "../../support/photo-objects-in-memory.ts";

const siti = anEmployee();
const photo = { ...aPhoto, employeeId: siti.id, photoId: "pho_new" } as const;

async function preview(...employees: Employee[]) {
  const bucket = new PhotoObjectsInMemory(new FakeClock());
  const drawn: { content: CardContent; photo: string }[] = [];
  const draw = (content: CardContent, photo: Buffer, faces: readonly Face[]) => {
    drawn.push({ content, photo: photo.toString() });
    return faces.map((face) => ({ face, png: Buffer.from(face) }));
  };
  const dependencies = {
    ...{ employees: new EmployeesInMemory(...employees), bucket, draw, siteUrl },
    looks: { of: async () => ({ version: "t1", texts: { finder: "Hubungi kami." } }) },
  };
  await previewCard(dependencies, photo, Buffer.from("the new photo"));
  return { bucket, drawn };
}

test("both fronts are drawn with the new photo and the record's words", async () => {
  const { bucket, drawn } = await preview(siti);

  expect(bucket.keys).toEqual([
    `previews/emp_siti/pho_new/${photo.photoDigest}/front-landscape.png`,
    `previews/emp_siti/pho_new/${photo.photoDigest}/front-portrait.png`,
  ]);
  expect(drawn).toMatchObject([
    {
      photo: "the new photo",
      content: {
        text: { name: "Siti Rahma, S.Kom." },
        look: { texts: { finder: "Hubungi kami." } },
      },
    },
  ]);
});

test("a preview has no number, and its QR says that it is none", async () => {
  const { drawn } = await preview(siti);

  expect(drawn[0]?.content.issue).toBeUndefined();
  const [, code = ""] = drawn[0]?.content.qrText.split("/V/") ?? [];
  expect(isSpecimen(code)).toBe(true);
});

test("who has no photo yet sees a preview too, in a pattern of its own", async () => {
  const first = await preview(anEmployee({ photoId: undefined }));
  const second = await preview(siti);

  expect(first.drawn[0]?.content).toEqual(second.drawn[0]?.content);
});

test("of nobody nothing is drawn", async () => {
  expect((await preview()).drawn).toEqual([]);
});
