import { expect, test } from "vitest";
import type { Cards, CardToken } from "#shared/card/card.ts";

const day = "2026-11-21";
const pointer = {
  revision: 3,
  contentHash: "c3",
  templateVersion: "t1",
  backs: "backs/t1/b",
  files: ["front-portrait.webp"],
  checkCode: "7K2Q9MXB",
  shortened: [],
};
const token: CardToken = {
  employeeId: "emp_siti",
  contentHash: "c3",
  serial: "A20100000001",
  issuedOn: day,
};

/** What every card table does, the fake and the real one. `make` gives an empty table each time. */
export function cardTableContract(make: () => Promise<Cards>): void {
  test("a holder's number and day of issue are given once", async () => {
    const cards = await make();

    expect(await cards.find("emp_siti")).toBeUndefined();
    const first = await cards.issue("emp_siti", "A2010", day);
    expect(first).toEqual({ serial: "A20100000001", issuedOn: day });
    expect(await cards.issue("emp_siti", "B2024", "2027-01-01")).toEqual(first);
    expect(await cards.find("emp_siti")).toEqual(first);
  });

  test("an issue says nothing of the drawing that the pointer shows", async () => {
    const cards = await make();
    const first = await cards.issue("emp_siti", "A2010", day);
    await cards.point("emp_siti", pointer);

    expect(await cards.issue("emp_siti", "A2010", day)).toEqual(first);
  });

  test("numbers are counted by letter and year", async () => {
    const cards = await make();
    const serials: string[] = [];
    for (const [id, series] of [
      ["emp_1", "A2010"],
      ["emp_2", "A2010"],
      ["emp_3", "A2011"],
      ["emp_4", "B2010"],
    ] as const)
      serials.push((await cards.issue(id, series, day)).serial);

    expect(serials).toEqual(["A20100000001", "A20100000002", "A20110000001", "B20100000001"]);
  });

  test("twenty first issues at once get twenty numbers without a gap", async () => {
    const cards = await make();
    const issues = await Promise.all(
      Array.from({ length: 20 }, (_, i) => cards.issue(`emp_${i}`, "A2010", day)),
    );

    expect(issues.map(({ serial }) => serial).sort()).toEqual(
      Array.from({ length: 20 }, (_, i) => `A2010${String(i + 1).padStart(7, "0")}`),
    );
  });

  test("one holder asked for many times at once has one number, and the next holder the next", async () => {
    const cards = await make();
    const issues = await Promise.all(
      Array.from({ length: 5 }, () => cards.issue("emp_siti", "A2010", day)),
    );

    expect(new Set(issues.map(({ serial }) => serial))).toEqual(new Set(["A20100000001"]));
    expect((await cards.issue("emp_budi", "A2010", day)).serial).toBe("A20100000002");
  });

  test("the pointer moves only forward, and keeps the number", async () => {
    const cards = await make();
    await cards.issue("emp_siti", "A2010", day);

    expect(await cards.point("emp_siti", pointer)).toBe(true);
    expect(await cards.point("emp_siti", { ...pointer, revision: 2, contentHash: "c2" })).toBe(
      false,
    );
    expect(await cards.find("emp_siti")).toEqual({
      serial: "A20100000001",
      issuedOn: day,
      ...pointer,
    });
  });

  test("the same record's pointer moves to a new template", async () => {
    const cards = await make();
    await cards.issue("emp_siti", "A2010", day);
    await cards.point("emp_siti", pointer);

    expect(await cards.point("emp_siti", { ...pointer, templateVersion: "t2" })).toBe(true);
    expect(await cards.find("emp_siti")).toMatchObject({ templateVersion: "t2" });
  });

  test("the pointer names the signature of the drawing that it shows, and forgets it with the drawing", async () => {
    const cards = await make();
    await cards.issue("emp_siti", "A2010", day);
    const signed = { signature: "0a1b2c3d4e5f", signedBy: "0a1b", signedUntil: "2028-11-21" };
    await cards.point("emp_siti", { ...pointer, ...signed });
    expect(await cards.find("emp_siti")).toMatchObject(signed);

    await cards.noteFile("emp_siti", pointer, "of-the-unsigned.pdf");
    await cards.noteFile("emp_siti", { ...pointer, signature: "another" }, "of-another.pdf");
    await cards.noteFile("emp_siti", { ...pointer, ...signed }, "a4.pdf");
    expect((await cards.find("emp_siti"))?.files).toEqual([...pointer.files, "a4.pdf"]);

    await cards.point("emp_siti", pointer);
    expect(await cards.find("emp_siti")).not.toHaveProperty("signature");
    expect(await cards.find("emp_siti")).not.toHaveProperty("signedBy");
    expect(await cards.find("emp_siti")).not.toHaveProperty("signedUntil");
  });

  test("the pointer keeps the sealed token of its card, and forgets it with the card", async () => {
    const cards = await make();
    await cards.issue("emp_siti", "A2010", day);
    const signed = { signature: "0a1b2c3d4e5f", signedBy: "0a1b", signedUntil: "2028-11-21" };
    await cards.point("emp_siti", { ...pointer, ...signed, sealedToken: "s3" });
    expect(await cards.find("emp_siti")).toMatchObject({ ...signed, sealedToken: "s3" });

    await cards.point("emp_siti", { ...pointer, sealedToken: "s4" });
    expect((await cards.find("emp_siti"))?.sealedToken).toBe("s4");
    await cards.point("emp_siti", { ...pointer, ...signed });
    expect(await cards.find("emp_siti")).toEqual({
      ...{ serial: "A20100000001", issuedOn: day },
      ...pointer,
      ...signed,
    });
  });

  test("a file is noted once, and only in the drawing that the pointer shows", async () => {
    const cards = await make();
    await cards.noteFile("emp_siti", pointer, "back-portrait.png");
    expect(await cards.find("emp_siti")).toBeUndefined();
    await cards.issue("emp_siti", "A2010", day);
    await cards.noteFile("emp_siti", pointer, "back-portrait.png");
    expect(await cards.find("emp_siti")).not.toHaveProperty("files");

    await cards.point("emp_siti", pointer);
    await Promise.all(
      ["a4.pdf", "a4.pdf"].map((name) => cards.noteFile("emp_siti", pointer, name)),
    );
    await cards.noteFile("emp_siti", { ...pointer, templateVersion: "t2" }, "card.pdf");
    await cards.noteFile("emp_siti", { ...pointer, contentHash: "c2" }, "card.pdf");
    await cards.noteFile("emp_siti", { ...pointer, backs: "backs/t1/other" }, "card.pdf");
    const noted = await cards.find("emp_siti");
    expect(noted?.files).toEqual([...pointer.files, "a4.pdf"]);

    await cards.point("emp_siti", { ...pointer, revision: 4 });
    expect((await cards.find("emp_siti"))?.files).toEqual(pointer.files);
  });

  test("the shape that is viewed stays when the pointer moves, and makes nobody a card", async () => {
    const cards = await make();
    await cards.noteView("emp_siti", "landscape");
    expect(await cards.find("emp_siti")).toBeUndefined();
    await cards.issue("emp_siti", "A2010", day);
    await cards.noteView("emp_siti", "portrait");
    await cards.noteView("emp_siti", "landscape");
    await cards.point("emp_siti", pointer);

    expect(await cards.find("emp_siti")).toMatchObject({ ...pointer, viewed: "landscape" });
  });

  test("who has no number has no pointer", async () => {
    const cards = await make();

    expect(await cards.point("emp_siti", pointer)).toBe(false);
    expect(await cards.find("emp_siti")).toBeUndefined();
  });

  test("a token is found by its hash, and can be added again", async () => {
    const cards = await make();
    await cards.addToken("ab12", token);
    await cards.addToken("ab12", token);

    expect(await cards.findToken("ab12")).toEqual(token);
    expect(await cards.findToken("cd34")).toBeUndefined();
  });
}
