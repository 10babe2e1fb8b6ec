import { expect, test } from "vitest";
import { backgroundFields } from "#shared/employee/background-fields.ts";
import { cardFields, employeeSchema } from "#shared/employee/employee.ts";
import {
  editableFields,
  fieldKeys,
  isOptional,
  printedFields,
  takesTwo,
} from "#shared/employee/fields.ts";
import { employeeChangeRequest } from "#shared/employee/record-requests.ts";

test("an officer changes these, in the form's order", () => {
  expect(editableFields).toEqual([
    "name",
    "gelarDepan",
    "gelarBelakang",
    "golongan",
    "jabatan",
    "unitKerja",
    "email",
    "phone",
    "contractEnd",
    ...Object.keys(backgroundFields),
  ]);
  expect(Object.keys(employeeChangeRequest.shape.changes.shape)).toEqual(editableFields);
});

test("a change of these draws", () => {
  expect(cardFields.toSorted()).toEqual([
    "contractEnd",
    "gelarBelakang",
    "gelarDepan",
    "golongan",
    "instansi",
    "instansiId",
    "jabatan",
    "kind",
    "name",
    "nip",
    "photoId",
    "qrGeneration",
    "tmt",
    "unitKerja",
  ]);
});

test("these stand on a card as they stand in the record", () => {
  expect(printedFields).toEqual(["instansi", "golongan", "jabatan", "unitKerja", "contractEnd"]);
});

test("two people change these alone", () => {
  expect(fieldKeys.filter(takesTwo)).toEqual([
    ...["kedudukanHukum", "diedOn", "name", "gelarDepan", "gelarBelakang", "golongan", "email"],
    "contractEnd",
  ]);
});

test("a stored record may lack these alone", () => {
  expect(fieldKeys.filter(isOptional)).toEqual([
    "diedOn",
    "gelarDepan",
    "gelarBelakang",
    "golongan",
    "email",
    "phone",
    "contractEnd",
    ...["nik", "birthPlace", "birthDate", "sex", "tmtCpns", "jabatanKind", "karpeg", "bup"],
  ]);
  for (const key of fieldKeys)
    expect(employeeSchema.shape[key].safeParse(undefined).success, key).toBe(isOptional(key));
});
