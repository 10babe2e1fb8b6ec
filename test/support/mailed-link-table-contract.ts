import { expect, test } from "vitest";
import type { MailedLink, MailedLinks } from "#shared/session/mailed-link.ts";

export function aLink(change: Partial<MailedLink> = {}): MailedLink {
  return {
    id: "l1",
    purpose: "freeze",
    employeeId: "emp_siti",
    about: "2026-11-21T03:00:00.000Z",
    endsAt: "2026-11-28T03:00:00.000Z",
    ...change,
  };
}

/** What every table of links does, the fake and the real one. `make` gives an empty table each time. */
export function mailedLinkTableContract(make: () => Promise<MailedLinks>): void {
  const now = new Date("2026-11-22T03:00:00.000Z");

  test("a link is found as it was added, and no other", async () => {
    const links = await make();
    await links.add(aLink());

    expect(await links.find("l1")).toEqual(aLink());
    expect(await links.find("l2")).toBeUndefined();
  });

  test("a link is never overwritten", async () => {
    const links = await make();
    await links.add(aLink());

    await expect(links.add(aLink({ employeeId: "emp_budi" }))).rejects.toThrow();
  });

  test("of uses at the same moment one is the first, and one that is not there has none", async () => {
    const links = await make();
    await links.add(aLink());
    const uses = await Promise.all([links.use("l1", now), links.use("l1", now)]);

    expect(uses.toSorted()).toEqual([false, true]);
    expect(await links.find("l1")).toEqual(aLink({ usedAt: now.toISOString() }));
    expect(await links.use("l2", now)).toBe(false);
    expect(await links.find("l2")).toBeUndefined();
  });
}
