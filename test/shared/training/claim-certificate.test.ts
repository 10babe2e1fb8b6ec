/** Somebody has a certificate of others counted: an officer agrees, and its JP are in the ledger, each number once. */
import { expect, test } from "vitest";
import { dayOf } from "#shared/employee/employee.ts";
import { daysAfter } from "#shared/employee/retirement.ts";
import { saveDraft, withdrawRequest } from "#shared/request/ask-request.ts";
import { tellForOfficer, tellOwnRequest } from "#shared/request-kinds/tell-content.ts";
import { jpIn } from "#shared/training/learning-ledger.ts";
import { anEmployee } from "../../support/builders.ts";
import { requestWorld } from "../../support/request-world.ts";
import {
  aCertificateChange,
  aResult,
  lineOfResult,
} from "../../support/training-result-table-contract.ts";

const siti = anEmployee({ id: "emp_siti" });
const files = ["evd_1"] as const;

function world(person = siti) {
  const its = requestWorld(person);
  const today = dayOf(person, its.clock.now());
  const claim = {
    ...{ name: " Seminar  Arsip ", organiser: "UGM", number: "B.589/UGM/2026", form: "seminar" },
    ...{ from: daysAfter(today, -20), until: daysAfter(today, -19), jp: 8, note: "" },
  };
  const year = Number(claim.until.slice(0, 4));
  const send = async (change: Partial<typeof claim> = {}, key = "k") =>
    await its.submit("training-claim", { ...claim, ...change }, key, files);
  const jp = async () => jpIn(await its.results.learnt(person.id), year);
  return { ...its, today, claim, year, send, jp };
}

test("its JP count with the officer's decision, and the officer saw the year without and with them", async () => {
  const { send, agree, jp, results, requests, claim, year } = world();
  const sent = await send();
  const { note: _, ...kept } = claim;
  expect(sent).toMatchObject({
    ...{ group: "B/589/UGM/2026", files, chain: [{ role: "petugas", hours: 72 }] },
    content: { ...kept, name: "Seminar Arsip" },
  });
  expect(await jp()).toBe(0);
  const told = await tellForOfficer({ results }, sent, siti);
  expect(told).toMatchObject({ learning: { year, jp: 0, after: 8 } });

  await agree(sent.id);
  expect(await results.learnt(siti.id)).toMatchObject([
    { source: "external", number: claim.number, jp: 8, endedOn: claim.until, request: sent.id },
  ]);
  expect(await jp()).toBe(8);
  const ended = await requests.find(sent.id);
  if (!ended) throw new Error("It is gone.");
  expect(await tellForOfficer({ results }, ended, siti)).not.toHaveProperty("learning");
});

test("one number counts once, however it is spelt: it is not sent twice, open or counted", async () => {
  const { send, agree, jp } = world();
  const { id } = await send();
  const again = { number: "b-0589 UGM 2026", jp: 40 };
  await expect(send(again, "again")).rejects.toMatchObject({ code: "request-open" });
  await agree(id);

  await expect(send(again, "again")).rejects.toMatchObject({
    problems: [{ field: "number", code: "number-counted" }],
  });
  expect(await jp()).toBe(8);
});

test("a certificate of the agency that came meanwhile, also one that was withdrawn, keeps its number", async () => {
  const { send, agree, jp, results, requests, claim } = world();
  const { id } = await send();
  const { number: _, ...change } = aCertificateChange({ learner: siti.id });
  const learnt = { ...change.learnt, number: "B 589/UGM/2026", endedOn: claim.until };
  const withdrawn = { ...learnt, withdrawnOn: claim.until };
  const result = aResult({ person: siti.id });
  await results.saveResult(result, lineOfResult("a", 1), { ...change, learnt: withdrawn });

  await expect(agree(id)).rejects.toMatchObject({ code: "request-outdated" });
  expect((await requests.find(id))?.state).toBe("submitted");
  expect(await jp()).toBe(0);
});

test("a number that came into the ledger at the moment of the decision ends neither", async () => {
  const { send, agree, results, requests, claim } = world();
  const { id } = await send();
  const { number: _, ...change } = aCertificateChange({ learner: siti.id });
  const learnt = { ...change.learnt, number: claim.number, endedOn: claim.until };
  const read = results.learnt.bind(results);
  let isFirst = true;
  results.learnt = async (person) => {
    const before = await read(person);
    const row = { ...change, learnt };
    if (isFirst) await results.saveResult(aResult(), lineOfResult("a", 1), row);
    isFirst = false;
    return before;
  };

  await expect(agree(id)).rejects.toMatchObject({ code: "request-outdated" });
  expect((await requests.find(id))?.state).toBe("submitted");
  expect(await read(siti.id)).toEqual([learnt]);
});

test("it comes with its file, of what is over, and of nobody who has left", async () => {
  const { submit, send, claim, today } = world();
  await expect(submit("training-claim", claim)).rejects.toMatchObject({
    problems: [{ field: "files", code: "required" }],
  });
  await expect(send({ until: daysAfter(today, 1) })).rejects.toMatchObject({
    problems: [{ field: "until", code: "day-too-late" }],
  });
  await expect(send({ jp: 0 })).rejects.toMatchObject({
    problems: [{ field: "number", code: "malformed" }],
  });
  const left = world(anEmployee({ id: "emp_siti", kedudukanHukum: "99" }));
  await expect(left.send()).rejects.toMatchObject({ code: "card-not-active" });
});

test("a draft that is thrown away says nothing any more", async () => {
  const { api, claim, clock } = world();
  const draft = { key: "k", files: [], person: siti };
  const saved = await saveDraft(api, { ...draft, kind: "training-claim", content: claim });
  const { id, version } = saved;
  const gone = await withdrawRequest(api, { id, version, person: siti });

  expect(tellOwnRequest(gone, siti, clock.now())).toMatchObject({
    ...{ kind: "training-claim", state: "withdrawn", content: { name: "", number: "" } },
  });
  const letter = { letter: "keterangan-aktif", purpose: "KPR" };
  const other = await saveDraft(api, { ...draft, key: "l", kind: "letter", content: letter });
  const thrown = await withdrawRequest(api, { ...other, person: siti });
  expect(tellOwnRequest(thrown, siti, clock.now())).toMatchObject({ content: { purpose: "" } });
});
