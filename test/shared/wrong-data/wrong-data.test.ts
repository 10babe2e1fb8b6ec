/** A holder reports a datum as wrong: three days, wherever the person goes, and «Diperbaiki» only once it is another one. */
import { expect, test } from "vitest";
import { reviseRequest } from "#shared/request/ask-request.ts";
import { handOver } from "#shared/request/move-request.ts";
import { anEmployee } from "../../support/builders.ts";
import { change } from "../../support/employees-in-memory.ts";
import { requestWorld } from "../../support/request-world.ts";

const siti = anEmployee({ id: "emp_siti", birthPlace: "Bandung" });
const report = { field: "birthPlace", right: " Cirebon ", note: "Akta" };
const hourMs = 3_600_000;

test("what was reported is kept beside what the record said, with three days to answer", async () => {
  const sent = await requestWorld(siti).submit("wrong-data", report);

  expect(sent.content).toEqual({
    ...{ field: "birthPlace", stood: "Bandung", right: "Cirebon", note: "Akta" },
  });
  expect(Date.parse(sent.dueAt ?? "") - Date.parse(sent.since)).toBe(72 * hourMs);
});

test("it is approved once the record says something else, and not before", async () => {
  const world = requestWorld(siti);
  const { id } = await world.submit("wrong-data", report);
  await expect(world.agree(id)).rejects.toMatchObject({ code: "request-not-made" });
  await change(world.employees, await world.now(), { birthPlace: "Kota Cirebon" }, world.clock);
  await world.agree(id);

  expect((await world.requests.find(id))?.state).toBe("approved");
});

test("mended while a question waits it ends all the same, whatever the answer is", async () => {
  for (const right of [" Cirebon ", "Kabupaten Cirebon"]) {
    const world = requestWorld(siti);
    const { id } = await world.submit("wrong-data", report);
    await world.decide(id, { act: "clarify", code: "other", reason: "Kota atau kabupaten?" });
    await change(world.employees, await world.now(), { birthPlace: "Cirebon" }, world.clock);
    const { version = 0 } = (await world.requests.find(id)) ?? {};
    const person = await world.now();
    const answer = { content: { ...report, right }, files: [], reason: "Kota" };
    const revised = await reviseRequest(world.api, { id, version, person, ...answer });
    expect(revised.content).toMatchObject({ stood: "Bandung", right: right.trim() });
    await world.agree(id);
    expect((await world.requests.find(id))?.state).toBe("approved");
  }
});

test("an answer in other words than the one that another device has sent is refused, the same one is that one", async () => {
  const world = requestWorld(siti);
  const { id } = await world.submit("wrong-data", report);
  await world.decide(id, { act: "clarify", code: "other", reason: "Nomor akta?" });
  const { version = 0 } = (await world.requests.find(id)) ?? {};
  const person = await world.now();
  const answer = (reason: string) =>
    reviseRequest(world.api, { id, version, person, content: report, files: [], reason });
  const sent = await answer("Nomor 7.");
  expect(await answer("Nomor 7.")).toEqual(sent);
  await expect(answer("Nomor 12.")).rejects.toMatchObject({ code: "request-moved" });
});

test("its time goes on in another agency: what is left, and not three more days", async () => {
  const world = requestWorld(siti);
  const sent = await world.submit("wrong-data", report);
  const at = new Date(Date.parse(sent.since) + 50 * hourMs);
  const moved = handOver(sent, { at, instansiId: "ins_lain", unitKerja: "Dinas B" });

  expect(moved).toMatchObject({ instansiId: "ins_lain", state: "submitted", dueAt: sent.dueAt });
});

test("it says what is right, which is not what stands; of a field one is open", async () => {
  const world = requestWorld(siti);
  for (const [right, code] of [
    [" ", "required"],
    ["Bandung", "nothing-changed"],
  ] as const)
    await expect(world.submit("wrong-data", { ...report, right })).rejects.toMatchObject({
      problems: [{ field: "right", code }],
    });
  await expect(world.submit("wrong-data", { ...report, field: "email" })).rejects.toMatchObject({
    problems: [{ code: "malformed" }],
  });
  await world.submit("wrong-data", report);
  await expect(world.submit("wrong-data", report, "again")).rejects.toMatchObject({
    code: "request-open",
  });
  const other = { ...report, field: "jabatan", right: "Auditor" };
  expect((await world.submit("wrong-data", other, "jabatan")).state).toBe("submitted");
});

test("who has left reports too: the data are still held", async () => {
  const world = requestWorld({ ...siti, kedudukanHukum: "99" });

  expect((await world.submit("wrong-data", report)).state).toBe("submitted");
});

test("what came with papers is neither asked about nor refused as a report", async () => {
  const world = requestWorld(siti);
  const { id } = await world.submit("wrong-data", report);
  for (const act of ["clarify", "reject"] as const)
    await expect(
      world.decide(id, { act, code: "unproven", reason: "Tidak ada" }),
    ).rejects.toMatchObject({
      problems: [{ field: "code", code: "unknown-choice" }],
    });
});
