/** The file of an announcement: judged, kept, announced, downloaded (decision 0093). */
import { describe, expect, test } from "vitest";
import { acceptAttachment, offerAttachment } from "#shared/evidence/attachment.ts";
import { judgeEvidence } from "#shared/evidence/judge-evidence.ts";
import { announce, ownAnnouncements } from "#shared/notification/announce.ts";
import type { AnnouncementBody } from "#shared/notification/announcement.ts";
import {
  asDownload,
  openAttachmentInReach,
  openOwnAttachment,
} from "#shared/notification/open-attachment.ts";
import { AgenciesInMemory } from "../../support/agencies-in-memory.ts";
import { AnnouncementsInMemory } from "../../support/announcements-in-memory.ts";
import { anEmployee } from "../../support/builders.ts";
import { hmacKey } from "../../support/call-api.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { EvidenceInMemory } from "../../support/evidence-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";

const siti = anEmployee();
const pppk = anEmployee({ id: "emp_pppk", kind: "PPPK" });
const person = anEmployee({ id: "emp_budi" });
const budi = {
  ...{ employeeId: person.id, instansiId: siti.instansiId, units: undefined },
  employee: person,
};

const body = (change: Partial<AnnouncementBody>): AnnouncementBody => ({
  ...({ kind: "schedule", kinds: [], units: [], endsOn: "2026-11-30" } as const),
  words: { title: "Jadwal", text: "Terlampir." },
  ...{ requestId: "6f9619ff-8b86-4d11-b42d-00c04fc964ff", ...change },
});

describe("the file of an announcement", () => {
  const pdf = Buffer.from("%PDF-1.7\n1 0 obj\nendobj\n%%EOF");
  async function attached(bytes = pdf) {
    const announcements = new AnnouncementsInMemory();
    const clock = new FakeClock("2026-11-21T03:00:00.000Z");
    const employees = new EmployeesInMemory(siti);
    const agencies = new AgenciesInMemory();
    const api = {
      announcements,
      agencies,
      employees,
      limits: new LimitsInMemory(),
      hmacKey,
      clock,
    };
    const files = new EvidenceInMemory();
    const evidence = { ...api, files, judge: judgeEvidence };
    const { upload } = await offerAttachment(evidence, budi);
    files.uploads.set(`${budi.employeeId}/${upload}`, bytes);
    return { ...evidence, attachment: await acceptAttachment(evidence, { upload, by: budi }) };
  }

  test("is kept as it came, and its group and the officers in reach download it", async () => {
    const { attachment, ...api } = await attached();
    await announce(api, budi, body({ kinds: ["PNS"], attachment }));
    const [made] = await ownAnnouncements(api, siti);
    const key = made?.key ?? "";

    expect(made?.attachment).toEqual({ file: attachment.file, size: pdf.length });
    expect((await openOwnAttachment(api, siti, key)).bytes).toEqual(pdf);
    expect((await openAttachmentInReach(api, budi, key)).bytes).toEqual(pdf);
    await expect(openOwnAttachment(api, pppk, key)).rejects.toThrow("No such attachment");
    const elsewhere = { ...budi, instansiId: "ins_lain" };
    await expect(openAttachmentInReach(api, elsewhere, key)).rejects.toThrow("No such attachment");
    const ofUnit = { ...budi, units: ["Dinas Lain"] };
    await expect(openAttachmentInReach(api, ofUnit, key)).rejects.toThrow("No such attachment");
  });

  test("is announced within a day or two of its coming; later its page hears that it has to come again", async () => {
    const { attachment, ...api } = await attached();
    api.clock.advance({ hours: 72 });
    await expect(announce(api, budi, body({ attachment }))).rejects.toMatchObject({
      problems: [{ field: "attachment", code: "file-proof-ended" }],
    });
    const forged = { ...attachment, proof: `99999.${attachment.proof.split(".")[1]}` };
    await expect(announce(api, budi, body({ attachment: forged }))).rejects.toMatchObject({
      problems: [{ field: "attachment", code: "malformed" }],
    });
    expect(await ownAnnouncements(api, siti)).toEqual([]);
  });

  test("is announced once by a request that comes again when the proof has ended", async () => {
    const { attachment, ...api } = await attached();
    await announce(api, budi, body({ attachment }));
    api.clock.advance({ hours: 72 });
    await announce(api, budi, body({ attachment }));
    await announce(api, budi, body({ attachment: { ...attachment, proof: "another" } }));

    expect(await ownAnnouncements(api, siti)).toHaveLength(1);
  });

  test("is downloaded and never shown as a page of ours", async () => {
    const { headers } = asDownload({ type: "application/pdf", salt: "", bytes: pdf });

    expect(headers).toEqual({
      "content-type": "application/pdf",
      "content-disposition": 'attachment; filename="lampiran-pengumuman.pdf"',
      "content-security-policy": "sandbox; default-src 'none'",
    });
  });

  test("is a PDF by its content, whatever it is called", async () => {
    const refused = (bytes: string) => attached(Buffer.from(bytes, "latin1"));
    const code = (of: string) => ({ problems: [{ field: "attachment", code: of }] });

    await expect(refused("<html>")).rejects.toMatchObject(code("file-unknown"));
    await expect(refused("%PDF-1.7 cut")).rejects.toMatchObject(code("file-damaged"));
    await expect(refused("%PDF-1.7\n1 0 obj\n/Encrypt 2 0 R\n%%EOF")).rejects.toMatchObject(
      code("file-encrypted"),
    );
  });

  test("is announced by who brought it for this agency alone, as it was judged", async () => {
    const { attachment, ...api } = await attached();
    const refusal = { problems: [{ field: "attachment", code: "malformed" }] };
    const asked = body({ attachment });
    const bigger = body({ attachment: { ...attachment, size: 1 } });

    await expect(announce(api, { ...budi, employeeId: "emp_x" }, asked)).rejects.toMatchObject(
      refusal,
    );
    await expect(announce(api, budi, bigger)).rejects.toMatchObject(refusal);
    await announce(api, budi, asked);
  });

  test("whose time is over, or whose content is another one's, is not there", async () => {
    const { attachment, ...api } = await attached();
    await announce(api, budi, body({ attachment }));
    const [made] = await ownAnnouncements(api, siti);
    const open = () => openOwnAttachment(api, siti, made?.key ?? "");
    const name = { instansiId: siti.instansiId, file: attachment.file };
    await api.files.put(name, { type: "application/pdf", salt: "other", bytes: pdf });

    await expect(open()).rejects.toThrow("another file's content");
    api.files = new EvidenceInMemory();
    await expect(open()).rejects.toThrow("no such file");
  });
});
