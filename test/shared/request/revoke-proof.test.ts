/** Officers withdraw the proofs of a request: who may, once, and what everybody reads then. */
import { expect, test } from "vitest";
import type { GrantedRole } from "#shared/access/role.ts";
import { documentHash } from "#shared/document/document-token.ts";
import { initialsOf } from "#shared/document/initials.ts";
import { issueDocument } from "#shared/document/issue-document.ts";
import { numberOf } from "#shared/request/request.ts";
import { proofKind, revokeProof } from "#shared/request/revoke-proof.ts";
import { lookUpDocument, tellDocument } from "#shared/verification/verify-document.ts";
import { anEntry } from "../../support/audit-table-contract.ts";
import { anEmployee } from "../../support/builders.ts";
import { hmacKey } from "../../support/call-api.ts";
import { DocumentsInMemory, RevokedProofsInMemory } from "../../support/documents-in-memory.ts";
import { requestWorld } from "../../support/request-world.ts";
import { aRequest } from "../../support/requests.ts";
import { aGrant } from "../../support/roles-in-memory.ts";

const siti = anEmployee({ id: "emp_siti", unitKerja: "Dinas A" });
const reason = "Bukti dipakai orang lain";

async function proven() {
  const world = requestWorld(siti);
  const documents = new DocumentsInMemory();
  const { history } = world.employees;
  const revokedProofs = new RevokedProofsInMemory(documents, history);
  const request = aRequest({ id: "req_7q2mk9xdfa0000000000000000", unitKerja: siti.unitKerja });
  await world.requests.save({ before: undefined, after: request, lines: [], standing: [] });
  const number = numberOf(request);
  const issue = (content = "diajukan") =>
    issueDocument(
      { documents, clock: world.clock, hmacKey, siteUrl: "https://kartu.example.go.id" },
      {
        ...{ kind: proofKind, number, subject: "Perubahan data pegawai: diajukan", content },
        ...{ initials: initialsOf(siti.name), personId: siti.id },
      },
    );
  const check = async ({ address }: { readonly address: string }) => {
    const token = address.split("/").at(-1) ?? "";
    return tellDocument(await lookUpDocument({ documents }, token), "2026-12-01T00:00:00.000Z");
  };
  const revoke = (...roles: readonly [GrantedRole, unit?: string][]) =>
    revokeProof(
      { ...world, revokedProofs },
      {
        ...{ id: request.id, reason },
        by: {
          ...{ employeeId: "emp_oka", instansiId: siti.instansiId },
          roles: roles.map(([role, unitKerja]) =>
            aGrant(role, { ...(unitKerja && { unitKerja }) }),
          ),
        },
      },
    );
  return { ...world, documents, request, issue, check, revoke, history };
}

test("every proof of the request is withdrawn from then on, also one of another state, and none is issued any more", async () => {
  const { issue, check, revoke, clock, history, request } = await proven();
  const [first, second] = [await issue(), await issue("disetujui")];
  expect(await check(first)).toMatchObject({ result: "document", document: { initials: "S.R." } });
  clock.advance({ days: 1 });
  const revokedAt = await revoke(["petugas"]);

  expect(revokedAt).toBe(clock.now().toISOString());
  for (const each of [first, second]) {
    const answer = await check(each);
    expect(answer).toMatchObject({ result: "document-revoked", document: { revokedAt } });
    // Nothing of why, nor by whom.
    expect(JSON.stringify(answer)).not.toMatch(/orang lain|emp_/);
  }
  await expect(issue()).rejects.toMatchObject({ code: "document-revoked" });
  await expect(issue("ditolak")).rejects.toMatchObject({ code: "document-revoked" });
  expect(history.at(-1)).toMatchObject({
    ...{ action: "own-request-proof-revoked", actor: { role: "officer", id: "emp_oka" } },
    ...{ subjectId: "account#emp_siti", reason, matterId: request.id, holderTold: true },
  });
});

test("a proof that is registered at the same moment is withdrawn with the others", async () => {
  const { documents, check, revoke, issue } = await proven();
  const known = await issue();
  await revoke(["petugas"]);
  // Its function had looked before, and wrote after.
  const hash = documentHash(`d${"0".repeat(20)}`);
  await documents.add(hash, { ...known.document, personId: siti.id });
  expect(await documents.find(hash)).toHaveProperty("revokedAt");
  expect(await check(known)).toMatchObject({ result: "document-revoked" });
});

test("of two who withdraw at once one does, with one line; the other one is told, and the day stays", async () => {
  const { revoke, history, clock, documents, request } = await proven();
  const both = await Promise.allSettled([revoke(["petugas"]), revoke(["penyetuju"])]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "document-revoked" },
  });
  const papers = { kind: proofKind, number: numberOf(request) };
  const since = await documents.revokedAt(papers);
  clock.advance({ days: 1 });
  await expect(revoke(["petugas"])).rejects.toMatchObject({ code: "document-revoked" });
  expect(await documents.revokedAt(papers)).toBe(since);
  expect(history.filter(({ action }) => action === "own-request-proof-revoked")).toHaveLength(1);
});

test("a line of the history that stands in the place is stepped over", async () => {
  const { revoke, history, clock } = await proven();
  const revision = clock.now().getTime();
  history.push(anEntry({ subjectId: "account#emp_siti", revision }));
  await revoke(["petugas"]);
  expect(history.at(-1)).toMatchObject({ revision: revision + 1 });
});

test("what nobody asked for has no proofs to withdraw", async () => {
  const { revoke, requests, request, documents } = await proven();
  const unasked = { ...request, unasked: true as const, version: request.version + 1 };
  await requests.save({ before: request, after: unasked, lines: [], standing: [] });
  await expect(revoke(["petugas"])).rejects.toMatchObject({ code: "not-found" });
  expect(documents.revoked.size).toBe(0);
});

test("rights are those of who decides there now: no auditor, no other unit, nobody's own", async () => {
  const { revoke, employees, request, documents, history, ...world } = await proven();
  await expect(revoke(["auditor"])).rejects.toMatchObject({ code: "not-found" });
  await expect(revoke(["auditor"], ["petugas", "Dinas B"])).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(revoke(["petugas", "Dinas B"])).rejects.toMatchObject({ code: "not-found" });
  await expect(revoke()).rejects.toMatchObject({ code: "not-found" });
  const revokedProofs = new RevokedProofsInMemory(documents, history);
  const own = { employeeId: siti.id, instansiId: siti.instansiId, roles: [aGrant("petugas")] };
  await expect(
    revokeProof({ ...world, employees, revokedProofs }, { id: request.id, by: own, reason }),
  ).rejects.toMatchObject({ code: "own-record" });
  await expect(
    revokeProof(
      { ...world, employees, revokedProofs },
      { id: request.id, by: { ...own, employeeId: "emp_oka" }, reason: "  " },
    ),
  ).rejects.toMatchObject({ problems: [{ field: "reason", code: "required" }] });
  expect(documents.revoked.size).toBe(0);
});

test.each([
  ["Siti Rahma", "S.R."],
  ["siti", "S."],
  ["Muhammad Arif Budi Santoso", "M.A.B."],
  ["(Alm) 'Abdul  é", "A.A.É."],
  ["9 -", ""],
])("the initials of «%s» are «%s»", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
