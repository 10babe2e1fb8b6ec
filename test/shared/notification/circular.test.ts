/** A circular as a letter: what its file says, who opens it, what is refused. */
import { describe, expect, test } from "vitest";
import { printedEmblem } from "#shared/card/design/printed-emblem.ts";
import { emblemNames } from "#shared/card/design/template.ts";
import { announce, ownAnnouncements } from "#shared/notification/announce.ts";
import { type AnnouncementBody, announcementBody } from "#shared/notification/announcement.ts";
import type { CircularBody } from "#shared/notification/circular.ts";
import { circularDraft } from "#shared/notification/circular-draft.ts";
import { CircularTypesetter } from "#shared/notification/circular-typesetter.ts";
import {
  drawCircularInReach,
  drawOwnCircular,
  previewCircular,
} from "#shared/notification/read-circular.ts";
import { AgenciesInMemory } from "../../support/agencies-in-memory.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { AnnouncementsInMemory } from "../../support/announcements-in-memory.ts";
import { anEmployee } from "../../support/builders.ts";
import { hmacKey } from "../../support/call-api.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { rasterise } from "../card/pdf/rasterise.ts";
import { pagesOf, readPdf } from "../card/pdf/read-pdf.ts";
import { inOrder, markedContents, readStructure } from "../card/pdf/read-structure.ts";

const siti = anEmployee();
const officer = anEmployee({ id: "emp_budi" });
const budi = {
  ...{ employeeId: officer.id, instansiId: siti.instansiId, units: undefined },
  employee: officer,
};
const draft = circularDraft(siti.instansi, "https://kartu.example.go.id");
const circular = {
  ...{ number: "800/123/BKPSDM/2026", nature: "Penting", enclosure: "1 eksemplar" },
  ...{ place: "Contoh", day: "2026-11-21", to: ["Kepala Perangkat Daerah", "Camat"] },
  ...{ signerPost: "Kepala BKPSDM", signerName: "Dra. Sri Contoh, M.Si." },
  office: "Jalan Contoh Nomor 1",
};
const agency = anAgency({ address: "Jalan Contoh Raya Nomor 1, Kota Contoh" });
const typesetter = new CircularTypesetter(printedEmblem);

const body = (change: Partial<AnnouncementBody> = {}): AnnouncementBody => ({
  ...({ kind: "circular", kinds: [], units: [], endsOn: "2026-11-30" } as const),
  ...{ words: draft, circular, requestId: "6f9619ff-8b86-4d11-b42d-00c04fc964ff", ...change },
});

function setUp() {
  const clock = new FakeClock("2026-11-21T03:00:00.000Z");
  const drawCircular = (letter: Parameters<CircularTypesetter["set"]>[0]) => typesetter.set(letter);
  return {
    ...{ announcements: new AnnouncementsInMemory(), limits: new LimitsInMemory() },
    ...{ employees: new EmployeesInMemory(siti), agencies: new AgenciesInMemory(agency), hmacKey },
    ...{ clock, drawCircular },
  };
}

function spoken(file: Buffer): string[] {
  return inOrder(readStructure(readPdf(file)))
    .filter(({ kids }) => kids.length === 0)
    .map(({ role, actualText, lines }) => `${role}: ${actualText ?? lines.join(" ")}`);
}

const letterOf = (change: object = {}) => ({
  words: draft,
  circular: { ...circular, sender: siti.instansi, ...change },
});

test("its letter is heard in its order: head, number and «hal», addressees, the numbered text, who signs; and no signature is claimed", async () => {
  const file = await typesetter.set(letterOf());
  const said = spoken(file);

  expect(said).toEqual([
    ...[`P: ${siti.instansi}`, "P: Jalan Contoh Nomor 1", "H1: Surat Edaran"],
    "P: Contoh, 21 November 2026",
    ...["Lbl: Nomor", "LBody: 800/123/BKPSDM/2026", "Lbl: Sifat", "LBody: Penting"],
    ...["Lbl: Lampiran", "LBody: 1 eksemplar", "Lbl: Hal", "LBody: Kartu ASN Virtual"],
    ...["P: Yth.", "Lbl: 1.", "LBody: Kepala Perangkat Daerah", "Lbl: 2.", "LBody: Camat"],
    `P: Bersama ini disampaikan hal-hal berikut tentang Kartu ASN Virtual di lingkungan ${siti.instansi}:`,
    ...draft.text
      .split("\n")
      .slice(1, 9)
      .flatMap((rule, i) => [`Lbl: ${i + 1}.`, `LBody: ${rule.slice(3)}`]),
    "P: Demikian disampaikan untuk dilaksanakan.",
    ...["P: Kepala BKPSDM", "P: Dra. Sri Contoh, M.Si."],
    "P: Surat ini tidak memuat tanda tangan elektronik.",
  ]);
  const pdf = readPdf(file);
  const [page, ...others] = pagesOf(pdf);
  expect(others).toEqual([]);
  expect(page && markedContents(pdf, page).length).toBeGreaterThan(30);
  expect((await typesetter.set(letterOf())).equals(file)).toBe(true);
});

test("the longest fields and the widest paragraphs are drawn whole, on more pages", async () => {
  const wide = "W".repeat(160);
  const long = {
    ...{ number: "W".repeat(60), to: Array.from({ length: 20 }, () => wide), office: wide },
    ...{ signerPost: wide, signerName: wide, sender: wide },
  };
  const paragraphs = ["W".repeat(1200), `1. ${"W".repeat(1197)}`, "W ".repeat(600).trim()];
  const file = await typesetter.set({
    words: { title: "W".repeat(120), text: paragraphs.join("\n") },
    circular: { ...circular, ...long },
  });

  expect(pagesOf(readPdf(file)).length).toBeGreaterThan(2);
  const said = spoken(file);
  expect(said).toContain(`P: ${paragraphs[0]}`);
  expect(said).toContain(`LBody: ${"W".repeat(1197)}`);
  expect(said).toContain(`P: ${paragraphs[2]}`);
  expect(said.filter((each) => each === `LBody: ${wide}`)).toHaveLength(20);
});

test("the text about the card says what the seed's circular says, with the agency's name and the site", () => {
  const { text } = circularDraft("Kabupaten Contoh", "https://kartu.example.go.id");

  expect(text.match(/^\d\. /gm)).toHaveLength(8);
  expect(text).toContain("diunduh sendiri oleh pemegangnya di kartu.example.go.id");
  expect(text).toContain("tidak lagi disampaikan kepada Kabupaten Contoh");
  expect(announcementBody.safeParse(body()).success).toBe(true);
});

test("its head has the agency's emblem and address as its settings have them; a kept letter keeps them, and older ones have none", async () => {
  const api = setUp();
  const { office, ...plain } = circular;
  await announce(api, budi, body({ circular: plain }));
  const [made] = await ownAnnouncements(api, siti);
  expect(made?.circular).toMatchObject({ emblem: "truntum", office: agency.address });
  const moved = { ...agency, address: "Jalan Baru", emblem: "kawung" };
  const later = { ...api, agencies: new AgenciesInMemory(moved) };
  const headOf = (file: Buffer) =>
    inOrder(readStructure(readPdf(file)))
      .filter(({ kids }) => kids.length === 0)
      .slice(0, 3)
      .map(({ alternative, lines }) => alternative ?? lines.join(" "));
  const drawn = await drawCircularInReach(later, budi, made?.key ?? "");
  const emblem = `Lambang ${siti.instansi}`;
  expect(headOf(drawn)).toEqual([emblem, siti.instansi, agency.address]);
  const preview = async (letter: CircularBody, from = later) =>
    headOf(await previewCircular(from, budi, { words: draft, circular: letter }));
  expect(await preview(plain)).toEqual([emblem, siti.instansi, "Jalan Baru"]);
  // What was typed for this letter is said instead.
  expect(await preview(circular)).toEqual([emblem, siti.instansi, office]);
  // Of before, and of an agency without settings: the name alone.
  expect(headOf(await typesetter.set(letterOf()))[0]).toBe(siti.instansi);
  const unknown = { ...api, agencies: new AgenciesInMemory() };
  expect((await preview(plain, unknown))[0]).toBe(siti.instansi);
});

test("each emblem of the template is drawn on paper in its place, with room for the longest head beside it", async () => {
  const wide = "W".repeat(160);
  for (const emblem of ["", "tidak ada", ...emblemNames]) {
    const head = { sender: "W".repeat(120), office: wide, emblem };
    const file = await typesetter.set(letterOf(head));
    expect(spoken(file)).toContain(`P: ${wide}`);
    for await (const { gray, width } of rasterise(file, { dpi: 72 })) {
      // Points from the left top: the middle of the emblem's dark ground near its edge, and the white room around it.
      const at = (x: number, y: number) => gray[y * width + x] ?? 0;
      const [left, radius] = [56.7, 34];
      expect(at(Math.round(left + radius * 0.4), Math.round(left + radius))).not.toBe(255);
      expect(at(Math.round(left + 2 * radius + 6), Math.round(left + radius))).toBe(255);
      expect(at(Math.round(left - 3), Math.round(left + radius))).toBe(255);
      break;
    }
  }
});

describe("who opens it", () => {
  test("its group, the officers in whose reach it is, and the file is the one that was looked at before", async () => {
    const api = setUp();
    const seen = await previewCircular(api, budi, { words: draft, circular });
    await announce(api, budi, body({ kinds: ["PNS"] }));
    const [made] = await ownAnnouncements(api, siti);
    const key = made?.key ?? "";

    expect((await drawOwnCircular(api, siti, key)).equals(seen)).toBe(true);
    expect((await drawCircularInReach(api, budi, key)).equals(seen)).toBe(true);
    const stranger = anEmployee({ id: "emp_x", kind: "PPPK" });
    await expect(drawOwnCircular(api, stranger, key)).rejects.toThrow("No such circular");
    const ofUnit = { ...budi, units: ["Dinas Lain"] };
    await expect(drawCircularInReach(api, ofUnit, key)).rejects.toThrow("No such circular");
    const elsewhere = { ...budi, instansiId: "ins_lain" };
    await expect(drawCircularInReach(api, elsewhere, key)).rejects.toThrow("No such circular");
  });

  test("an announcement without a letter has no file, and who asks too often waits", async () => {
    const api = setUp();
    const { circular: _, ...plain } = body();
    await announce(api, budi, plain);
    const [made] = await ownAnnouncements(api, siti);
    const key = made?.key ?? "";

    for (let i = 0; i < 60; i++)
      await expect(drawOwnCircular(api, siti, key)).rejects.toThrow("No such circular");
    await expect(drawOwnCircular(api, siti, key)).rejects.toMatchObject({
      code: "too-many-attempts",
    });
  });

  test("it keeps the name that its agency had", async () => {
    const api = setUp();
    await announce(api, budi, body());
    const [made] = await ownAnnouncements(api, { ...siti, instansi: "Nama Baru" });

    expect(made?.circular?.sender).toBe(siti.instansi);
  });
});

test("a paragraph that has no room on a page is refused, before it is sent and when it is looked at", async () => {
  const api = setUp();
  const words = { title: "Kartu", text: "a".repeat(1201) };
  const refusal = { problems: [{ field: "text", code: "too-long", params: { max: 1200 } }] };

  await expect(announce(api, budi, body({ words }))).rejects.toMatchObject(refusal);
  await expect(previewCircular(api, budi, { words, circular })).rejects.toMatchObject(refusal);
  const { circular: _, ...plain } = body({ words });
  await announce(api, budi, plain);
  expect(await ownAnnouncements(api, siti)).toHaveLength(1);
});

test.each<[string, object]>([
  ["a letter of another kind", { kind: "rules" }],
  ["nobody addressed", { circular: { ...circular, to: [] } }],
  ["too many addressed", { circular: { ...circular, to: Array(21).fill("Camat") } }],
  ["a day that no calendar has", { circular: { ...circular, day: "2026-02-30" } }],
  ["a number of two lines", { circular: { ...circular, number: "1\n2" } }],
  ["a sender of the officer's own", { circular: { ...circular, sender: "Lain" } }],
])("a body with %s is none", (_, change) => {
  expect(announcementBody.safeParse({ ...body(), ...change }).success).toBe(false);
});
