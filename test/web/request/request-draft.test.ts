import { afterEach, beforeEach, expect, test } from "vitest";
import { page } from "../../../web/src/api/client.ts";
import { requestForm as text } from "../../../web/src/messages/request-form.ts";
import {
  changedIn,
  draftOf,
  forgetDraft,
  forgetThrownAway,
  keepDraft,
  keepNames,
  namedFiles,
  newDraft,
  sentFiles,
} from "../../../web/src/request/request-draft.ts";

const fields = [
  { field: "gelarBelakang", value: "S.Kom." },
  { field: "name", value: "Siti Rahma" },
  { field: "birthDate", value: "1980-01-01" },
];

beforeEach(() => {
  page.person = "emp_siti";
});
afterEach(() => {
  forgetDraft("name");
  forgetDraft("birth");
  delete page.person;
});

test("each part of the record has a draft of its own, of who typed it", () => {
  const [name, birth] = [newDraft(), newDraft()];
  keepDraft("name", name);
  keepDraft("birth", birth);
  forgetDraft("birth");

  expect(draftOf("name")).toEqual(name);
  expect(draftOf("birth")).toBeUndefined();
  page.person = "emp_budi";
  expect(draftOf("name")).toBeUndefined();
});

test("what was thrown away at the service is gone here, and nothing else", () => {
  keepDraft("name", { ...newDraft(), id: "req_1" });
  keepDraft("birth", newDraft());
  forgetThrownAway("req_1");

  expect(draftOf("name")).toBeUndefined();
  expect(draftOf("birth")).toBeDefined();
});

test("a file that was sent keeps the name that it has here, for who chose it", () => {
  keepNames([{ file: "evd_1", proof: "proof", name: "ijazah.pdf" }]);

  const names = () =>
    namedFiles({
      files: [
        { file: "evd_1", proof: "proof" },
        { file: "evd_2", proof: "proof" },
      ],
    }).map(({ name }) => name);
  expect(names()).toEqual(["ijazah.pdf", text.file(2)]);
  page.person = "emp_budi";
  expect(names()).toEqual([text.file(1), text.file(2)]);
});

test("a key names one request, in the service's alphabet", () => {
  expect(newDraft().key).toMatch(/^[0-9a-z]{20,60}$/);
  expect(newDraft().key).not.toBe(newDraft().key);
});

test("only what differs from the record is asked for; an emptied field is", () => {
  const values = { gelarBelakang: " S.Kom., M.T. ", name: "Siti Rahma", birthDate: "" };

  expect(changedIn({ values }, fields)).toEqual({ gelarBelakang: "S.Kom., M.T.", birthDate: "" });
  expect(changedIn({ values: {} }, fields)).toEqual({});
});

test("a file's name stays on the device", () => {
  const file = { file: "evd_1", proof: "proof" } as const;

  expect(sentFiles({ files: [{ ...file, name: "ijazah Siti.pdf" }] })).toEqual([file]);
});
