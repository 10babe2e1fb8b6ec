import { expect, test } from "vitest";
import type { AnnouncementBody } from "#shared/notification/announcement.ts";
import { Refusal } from "../../../web/src/api/client.ts";
import { checkAnnouncement } from "../../../web/src/desk/check-announcement.ts";

const said = {
  ...({ kind: "rules", kinds: [], units: [], endsOn: "2026-12-31" } as const),
  ...{ words: { title: "a", text: "b" }, requestId: "6f9619ff-8b86-4d11-b42d-00c04fc964ff" },
};
const file = new File(["%PDF-1.7"], "lampiran.pdf");
const attached = { file, proven: { file: "evd_1", size: 8, proof: "old" } } as const;
const again = { file: "evd_2", size: 8, proof: "new" } as const;

function refusal(code: "file-proof-ended" | "malformed"): Refusal {
  const problems = [{ field: "attachment", code }];
  return new Refusal({ status: 422, code: "invalid-input", reference: "", problems });
}

function service(code: Parameters<typeof refusal>[0], sent: typeof again | string = again) {
  const asked: (string | undefined)[] = [];
  const files: File[] = [];
  const preview = async ({ attachment }: AnnouncementBody) => {
    asked.push(attachment?.proof);
    if (attachment?.proof === "old") throw refusal(code);
    return { people: 3 };
  };
  const send = async (each: File) => {
    files.push(each);
    return sent;
  };
  return { asked, files, preview, send };
}

test("a file whose proof has ended is sent once more by itself, and asked about as it is then", async () => {
  const api = service("file-proof-ended");
  const found = await checkAnnouncement(said, attached, api);

  expect(api).toMatchObject({ asked: ["old", "new"], files: [file] });
  expect(found).toMatchObject({
    checked: { people: 3, body: { attachment: again } },
    attached: { file, proven: again },
  });
});

test("what cannot be sent again, or is refused for another reason, is told", async () => {
  const lost = service("file-proof-ended", "lost");
  await expect(checkAnnouncement(said, attached, lost)).rejects.toBeInstanceOf(Refusal);
  const wrong = service("malformed");
  await expect(checkAnnouncement(said, attached, wrong)).rejects.toBeInstanceOf(Refusal);
  expect(wrong.files).toEqual([]);
  const none = service("malformed");
  expect((await checkAnnouncement(said, undefined, none)).checked.people).toBe(3);
});
