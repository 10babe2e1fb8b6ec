import { expect, test } from "vitest";
import { tableRights, whoMay } from "./permissions.ts";

test("an upload is read and deleted by its validation alone; a confirmed photo or a card is deleted once its person has left", () => {
  expect(whoMay("s3:DeleteObject")).toEqual(["photo-intake", "leaver-eraser"]);
  expect(whoMay("s3:DeleteObject", "/incoming/*")).toEqual(["photo-intake"]);
  expect(whoMay("s3:GetObject", "/incoming/*")).toEqual(["photo-intake"]);
  for (const files of ["/photos/*", "/small-photos/*", "/cards/*"])
    expect(whoMay("s3:DeleteObject", files)).toEqual(["leaver-eraser"]);
  // Of the own photo, and of one that is brought to the counter.
  for (const files of ["/photos/*", "/small-photos/*"])
    expect(whoMay("s3:PutObject", files)).toEqual(["holder-api", "person-api"]);
});

test("of an upload the holder's function writes its place in the sample, and nothing else", () => {
  expect(tableRights("holder-api", "phototable")).toEqual(["Get", "Put", "Update pho_* id drawn"]);
});

test("files of decrees are brought and opened by one function, and go with the person alone", () => {
  expect(whoMay("s3:PutObject", "/uploads/*")).toEqual(["evidence-api"]);
  expect(whoMay("s3:GetObject", "/uploads/*")).toEqual(["evidence-api"]);
  expect(whoMay("s3:PutObject", "/evidence/*")).toEqual(["evidence-api"]);
  expect(whoMay("s3:GetObject", "/evidence/*")).toEqual(["evidence-api"]);
  expect(whoMay("s3:DeleteObject", "/evidence/*")).toEqual(["leaver-eraser"]);
});
