import { expect, test } from "vitest";
import type { Announcement, Announcements } from "#shared/notification/announcement.ts";

export function anAnnouncement(change: Partial<Announcement> = {}): Announcement {
  return {
    ...{ instansiId: "ins_contoh", key: "2026-11-21#a", at: "2026-11-21T03:00:00.000Z" },
    ...({ kind: "circular", kinds: [], units: [], by: "emp_budi" } as const),
    words: { title: "Kartu ASN Virtual", text: "KARPEG tetap berlaku." },
    ...{ endsOn: "2026-12-31", ...change },
  };
}

/** What every table of announcements does, the fake and the real one. `make` gives an empty table each time. */
export function announcementTableContract(make: () => Promise<Announcements>): void {
  test("an announcement is there once, in its agency's list, newest first", async () => {
    const table = await make();
    const circular = {
      ...{ sender: "Kabupaten Contoh", number: "800/1", nature: "Penting", place: "Contoh" },
      ...{ day: "2026-11-21", to: ["Camat"], signerPost: "Kepala", signerName: "Sri Contoh" },
    };
    const later = anAnnouncement({ key: "2026-11-22#b", circular });
    await table.add(anAnnouncement());
    await table.add(later);
    await table.add(anAnnouncement({ instansiId: "ins_lain" }));

    expect(await table.list("ins_contoh")).toEqual([later, anAnnouncement()]);
    expect(await table.list("ins_contoh", later.key)).toEqual([anAnnouncement()]);
    expect(await table.list("ins_tidak_ada")).toEqual([]);
    expect(await table.find("ins_contoh", later.key)).toEqual(later);
    expect(await table.find("ins_lain", later.key)).toBeUndefined();
  });

  test("no key is empty", async () => {
    const table = await make();
    await expect(table.find("ins_contoh", "")).rejects.toThrow();
  });

  test("one that is there stays", async () => {
    const table = await make();
    await table.add(anAnnouncement());
    await table.end("ins_contoh", "2026-11-21#a", new Date("2026-11-23T03:00:00Z"));
    await table.add(anAnnouncement({ endsOn: "2027-01-31" }));

    expect(await table.list("ins_contoh")).toMatchObject([
      { endsOn: "2026-12-31", endedAt: "2026-11-23T03:00:00.000Z" },
    ]);
  });

  test("a request is known by what it said, and the first mark of it stands", async () => {
    const table = await make();
    const first = { id: "a", digest: "first", key: "2026-11-22#a" };

    expect(await table.mark("ins_contoh", first)).toEqual(first);
    expect(await table.mark("ins_contoh", { ...first, digest: "second" })).toEqual(first);
    expect(await table.markOf("ins_contoh", "a")).toEqual(first);
    expect(await table.markOf("ins_contoh", "b")).toBeUndefined();
    expect(await table.markOf("ins_lain", "a")).toBeUndefined();
    expect(await table.list("ins_contoh")).toEqual([]);
  });

  test("a page has fifty, and the next one begins behind it; of what runs some more are read", async () => {
    const table = await make();
    const keys = Array.from({ length: 55 }, (_, i) => `2026-11-21T03:00:${10 + i}#a`);
    for (const key of keys) await table.add(anAnnouncement({ key }));
    const first = await table.list("ins_contoh");
    const rest = await table.list("ins_contoh", first.at(-1)?.key);

    expect([...first, ...rest].map(({ key }) => key)).toEqual(keys.toReversed());
    expect(first).toHaveLength(50);
    expect(await table.running("ins_contoh", "2026-11-21")).toHaveLength(55);
  });

  test("one is ended once, and what is not there is not made", async () => {
    const table = await make();
    const at = new Date("2026-11-23T03:00:00Z");
    expect(await table.end("ins_contoh", "2026-11-21#a", at)).toBe(false);
    await table.add(anAnnouncement());
    expect(await table.end("ins_contoh", "2026-11-21#a", at)).toBe(true);
    expect(await table.end("ins_contoh", "2026-11-21#a", new Date())).toBe(false);

    const endedAt = at.toISOString();
    expect(await table.list("ins_contoh")).toEqual([anAnnouncement({ endedAt })]);
  });

  test("what runs is what was not ended and ends on this day or later, newest first", async () => {
    const table = await make();
    const [today, later] = ["2026-12-01", "2026-12-31"];
    await table.add(anAnnouncement({ key: "2026-11-20#over", endsOn: "2026-11-30" }));
    await table.add(anAnnouncement({ key: "2026-11-21#ended" }));
    await table.add(anAnnouncement({ key: "2026-11-22#last-day", endsOn: today }));
    await table.add(anAnnouncement({ key: "2026-11-23#long", endsOn: later }));
    await table.add(anAnnouncement({ key: "2026-11-24#other", instansiId: "ins_lain" }));
    await table.end("ins_contoh", "2026-11-21#ended", new Date("2026-11-23T03:00:00Z"));

    expect((await table.running("ins_contoh", today)).map(({ key }) => key)).toEqual([
      "2026-11-23#long",
      "2026-11-22#last-day",
    ]);
  });

  test("many who read at once are all counted", async () => {
    const table = await make();
    const readers = Array.from({ length: 40 }, (_, i) => `emp_${i}` as const);
    await Promise.all(readers.map((reader) => table.noteReader(anAnnouncement(), reader)));

    expect(await table.countReaders(anAnnouncement())).toBe(40);
  });

  test("a reader counts once for each announcement", async () => {
    const table = await make();
    const other = anAnnouncement({ key: "2026-11-22#b" });
    for (const reader of ["emp_siti", "emp_siti", "emp_budi"] as const)
      await table.noteReader(anAnnouncement(), reader);
    await table.noteReader(other, "emp_siti");

    expect(await table.countReaders(anAnnouncement())).toBe(2);
    expect(await table.countReaders(other)).toBe(1);
    expect(await table.countReaders(anAnnouncement({ key: "2026-11-20#c" }))).toBe(0);
    expect(await table.list("ins_contoh")).toEqual([]);
  });
}
