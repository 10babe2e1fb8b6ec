/** A holder asks for a surat keterangan; the officer who agrees has its draft. */
import { expect, test } from "vitest";
import { letterOf } from "#shared/letter-request/letter-request.ts";
import { anEmployee } from "../../support/builders.ts";
import { aRule, lineOfRule } from "../../support/decider-rule-table-contract.ts";
import { aPost, lineOfPost } from "../../support/post-table-contract.ts";
import { requestWorld } from "../../support/request-world.ts";

const siti = anEmployee({ id: "emp_siti" });
const asked = { letter: "keterangan-aktif", purpose: " pengajuan  KPR ", note: "Bank Contoh" };

async function signed(made: ReturnType<typeof requestWorld>) {
  const { posts, rules } = made.deciding;
  const post = aPost({ id: "pst_kepala", title: "Kepala BKPSDM", holder: "emp_oka" });
  await posts.save(post, undefined, lineOfPost(post));
  const rule = aRule({ target: "agency", superior: post.id, ppk: post.id, grants: [] });
  await rules.save(rule, lineOfRule(rule));
}

test("what is asked for is kept, and its draft begins with the officer's decision, once", async () => {
  const made = requestWorld(siti);
  const request = await made.submit("letter", asked);
  expect(request).toMatchObject({
    ...{ state: "submitted", group: "keterangan-aktif", chain: [{ role: "petugas", hours: 72 }] },
    content: { letter: "keterangan-aktif", purpose: "pengajuan KPR", note: "Bank Contoh" },
  });
  await expect(made.agree(request.id)).rejects.toMatchObject({ code: "no-signer" });
  expect(await made.letters.find(letterOf(request))).toBeUndefined();

  await signed(made);
  await made.agree(request.id);
  expect((await made.requests.find(request.id))?.state).toBe("approved");
  expect(await made.letters.find(letterOf(request))).toMatchObject({
    ...{
      state: "draft",
      request: request.id,
      revision: 1,
      steps: [{ to: "draft", by: "emp_oka" }],
    },
    words: {
      ...{ kind: "keterangan-aktif", hal: "Keterangan aktif bekerja", people: ["emp_siti"] },
      ...{ purpose: "pengajuan KPR", post: "pst_kepala", text: "" },
    },
  });
  await expect(made.agree(request.id)).rejects.toMatchObject({ status: 409 });
});

test("of keperluan lain the asker says what is to be stated, and it is the draft's text", async () => {
  const made = requestWorld(siti);
  await signed(made);
  const other = { letter: "keterangan", purpose: "visa", note: "Bekerja di BKPSDM sejak 2010." };
  const { id } = await made.submit("letter", other);
  await made.agree(id);
  expect((await made.letters.find(letterOf({ id })))?.words.text).toBe(other.note);
});

test("what cannot be written is not asked for, each fault by its field; of each kind one is open", async () => {
  const made = requestWorld(siti);
  await expect(made.submit("letter", { letter: "keterangan", purpose: " " })).rejects.toMatchObject(
    {
      problems: [
        { field: "purpose", code: "required" },
        { field: "note", code: "required" },
      ],
    },
  );
  await expect(made.submit("letter", { letter: "tugas", purpose: "x" })).rejects.toMatchObject({
    problems: [{ field: "purpose", code: "malformed" }],
  });
  await made.submit("letter", asked);
  await expect(made.submit("letter", asked, "again")).rejects.toMatchObject({
    code: "request-open",
  });
});

test("who is suspended asks for no statement of active service, and for another one", async () => {
  const made = requestWorld(anEmployee({ id: "emp_siti", kedudukanHukum: "04" }));
  await expect(made.submit("letter", asked)).rejects.toMatchObject({
    problems: [{ field: "letter", code: "person-not-active" }],
  });
  const other = { letter: "keterangan", purpose: "bank", note: "Diberhentikan sementara." };
  expect((await made.submit("letter", other)).state).toBe("submitted");
});
