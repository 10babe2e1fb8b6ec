import { randomUUID } from "node:crypto";
import { anEmployee } from "../support/builders.ts";
import { agencyRequests } from "./agency-requests.ts";
import { bulkChangeRequests } from "./bulk-change-requests.ts";
import { decreeRequests } from "./decree-requests.ts";
import { deskRequests } from "./desk-requests.ts";
import { aJoinedRecord, joinRequests } from "./join-requests.ts";
import { markedRequests } from "./marked-requests.ts";
import { ownDataRequests } from "./own-data-requests.ts";
import { personRequests } from "./person-requests.ts";
import { photoReviewRequests } from "./photo-review-requests.ts";
import { requestRequests } from "./request-requests.ts";
import { transferRequests } from "./transfer-requests.ts";

/** The record everybody's requests are about: of the first agency. */
export const subject = anEmployee({ id: "emp_subject", joinedRecords: [aJoinedRecord] });

const someExport = `exp_${"0".repeat(26)}`;
const somePrint = `prt_${"0".repeat(26)}`;
const someImport = `/api/officer/imports/imp_${"0".repeat(26)}`;
const someApproval = `apr_${"0".repeat(26)}`;
const someSecret = "0".repeat(22);
const account = `/api/accounts/${subject.id}`;
const person = `/api/officer/people/${subject.id}`;
const change = (revision: number) => ({ revision, requestId: randomUUID(), reason: "SK 12/2026" });

/** A request to each route that only a missing right can refuse. */
export const requests: Readonly<
  Record<
    string,
    (revision: number) => { path?: string; query?: Readonly<Record<string, string>>; body?: object }
  >
> = {
  ...ownDataRequests,
  ...photoReviewRequests(subject),
  ...requestRequests,
  "GET /api/session": () => ({}),
  "GET /api/account/history": () => ({}),
  "POST /api/account/qr/scan": () => ({ body: { secret: someSecret } }),
  "POST /api/account/qr/approve": () => ({
    body: { secret: someSecret, number: "42", code: "123456" },
  }),
  "POST /api/account/qr/refuse": () => ({ body: { secret: someSecret } }),
  "GET /api/account/authenticator": () => ({}),
  // Without a proof: ten slow hashes for each person would take the test's time.
  "POST /api/account/recovery-codes": () => ({ body: {} }),
  "POST /api/account/authenticator/replace": () => ({ body: { password: "x", code: "123456" } }),
  "POST /api/account/password": () => ({
    body: { password: "x", code: "123456", newPassword: "Kopi-Tubruk-Tanpa-Gula-7" },
  }),
  "POST /api/account/freeze": () => ({}),
  "POST /api/account/mfa-reset/cancel": () => ({}),
  "GET /api/account/contact": () => ({}),
  "POST /api/account/email": () => ({
    body: { email: "baru@contoh.example", password: "x", code: "123456" },
  }),
  "POST /api/account/email/code": () => ({}),
  "POST /api/account/email/confirm": () => ({ body: { code: "12345678" } }),
  "POST /api/account/email/cancel": () => ({}),
  "POST /api/account/phone": () => ({
    body: { phone: "0813 1111 2222", password: "x", code: "123456" },
  }),
  "POST /api/account/phone/cancel": () => ({}),
  "GET /api/account/sessions": () => ({}),
  "POST /api/account/sessions/end": () => ({ body: { id: "0123456789abcdef" } }),
  "POST /api/account/sessions/end-others": () => ({}),
  "GET /api/me/card": () => ({}),
  "GET /api/me/card/faces/{face}": () => ({ path: "/api/me/card/faces/front-landscape" }),
  "GET /api/me/card/pdf": () => ({ query: { shape: "landscape" } }),
  "GET /api/me/card/qr": () => ({}),
  "POST /api/me/card/qr/replace": () => ({ body: { requestId: randomUUID() } }),
  "POST /api/me/card/qr/pause": () => ({}),
  "POST /api/me/card/qr/resume": () => ({}),
  "POST /api/me/card/nip/open": () => ({}),
  "POST /api/me/card/nip/close": () => ({}),
  "POST /api/me/photos": () => ({}),
  "GET /api/me/photos/{photoId}": () => ({ path: "/api/me/photos/pho_1" }),
  "GET /api/me/photos/{photoId}/preview/{face}": () => ({
    path: "/api/me/photos/pho_1/preview/front-portrait",
  }),
  "POST /api/me/photos/{photoId}/confirm": () => ({ path: "/api/me/photos/pho_1/confirm" }),
  "POST /api/officer/employees/search": () => ({ body: {} }),
  "GET /api/officer/employees/{id}": () => ({ path: `/api/officer/employees/${subject.id}` }),
  "GET /api/officer/employees/{id}/history": () => ({
    path: `/api/officer/employees/${subject.id}/history`,
  }),
  "PATCH /api/officer/employees/{id}": (revision) => ({
    path: `/api/officer/employees/${subject.id}`,
    body: { ...change(revision), changes: { jabatan: "Arsiparis Terampil" } },
  }),
  "POST /api/officer/employees/{id}/qr": (revision) => ({
    path: `/api/officer/employees/${subject.id}/qr`,
    body: change(revision),
  }),
  "GET /api/officer/accounts": () => ({ query: { list: "not-activated" } }),
  "GET /api/officer/units": () => ({}),
  "GET /api/officer/unit-tree": () => ({}),
  "GET /api/officer/unit-tree/search": () => ({ query: { q: "dinas" } }),
  "POST /api/officer/unit-changes": () => ({
    body: { requestId: randomUUID(), action: "add", name: "Dinas Baru", reason: "Perda 4/2026" },
  }),
  "POST /api/officer/imports": () => ({
    body: { requestId: randomUUID(), fileName: "pegawai.csv", size: 1000 },
  }),
  "GET /api/officer/imports": () => ({}),
  "GET /api/officer/imports/{id}": () => ({ path: someImport }),
  "GET /api/officer/imports/{id}/problems": () => ({ path: `${someImport}/problems` }),
  "GET /api/officer/imports/{id}/difference": () => ({
    path: `${someImport}/difference`,
    query: { part: "new" },
  }),
  "GET /api/officer/imports/{id}/file": () => ({ path: `${someImport}/file` }),
  "POST /api/officer/imports/{id}/ask": () => ({
    path: `${someImport}/ask`,
    body: { mode: "all", reason: "SK 12/2026" },
  }),
  "POST /api/officer/imports/{id}/stop": () => ({ path: `${someImport}/stop` }),
  "POST /api/officer/prints": () => ({
    body: {
      requestId: randomUUID(),
      unitKerja: subject.unitKerja,
      kind: "cards",
      shape: "landscape",
      sheet: "card",
    },
  }),
  "GET /api/officer/prints": () => ({}),
  "GET /api/officer/reminders": () => ({ query: { list: "not-activated" } }),
  "POST /api/officer/reminders": () => ({
    body: {
      ...{ requestId: randomUUID(), list: "not-activated" },
      through: Buffer.from('["2026-11-20T03:00:00.000Z","emp_siti"]').toString("base64url"),
    },
  }),
  "GET /api/officer/reminders/{bulkId}": () => ({ path: "/api/officer/reminders/blk_1" }),
  "POST /api/officer/reminders/{bulkId}/stop": () => ({
    path: "/api/officer/reminders/blk_1/stop",
  }),
  ...deskRequests,
  "POST /api/officer/exports": () => ({ body: { requestId: randomUUID(), q: "", format: "csv" } }),
  "GET /api/officer/exports": () => ({}),
  "GET /api/officer/exports/{id}": () => ({ path: `/api/officer/exports/${someExport}` }),
  "GET /api/officer/exports/{id}/file": () => ({ path: `/api/officer/exports/${someExport}/file` }),
  "POST /api/officer/exports/{id}/ask": () => ({
    path: `/api/officer/exports/${someExport}/ask`,
    body: { requestId: randomUUID(), reason: "Diminta inspektorat" },
  }),
  "POST /api/officer/exports/{id}/prepare": () => ({
    path: `/api/officer/exports/${someExport}/prepare`,
  }),
  "GET /api/officer/prints/{printId}": () => ({ path: `/api/officer/prints/${somePrint}` }),
  "POST /api/officer/prints/{printId}/stop": () => ({
    path: `/api/officer/prints/${somePrint}/stop`,
  }),
  "POST /api/officer/prints/{printId}/resume": () => ({
    path: `/api/officer/prints/${somePrint}/resume`,
  }),
  "GET /api/officer/prints/{printId}/pdf": () => ({ path: `/api/officer/prints/${somePrint}/pdf` }),
  "POST /api/operator/role-holders/search": () => ({ body: { nip: subject.nip } }),
  "POST /api/operator/role-changes": () => ({
    body: {
      requestId: randomUUID(),
      id: subject.id,
      // Of the roles, which nobody but the first test's registration has written.
      revision: 1,
      action: "grant",
      role: "petugas",
      reason: "SK 12/2026",
    },
  }),
  "POST /api/operator/account-freezes": () => ({
    body: { requestId: randomUUID(), id: subject.id, reason: "Ponsel dicuri" },
  }),
  "GET /api/operator/approvals": () => ({}),
  "POST /api/operator/approvals/{id}/approve": () => ({
    path: `/api/operator/approvals/${someApproval}/approve`,
  }),
  "POST /api/operator/approvals/{id}/refuse": () => ({
    path: `/api/operator/approvals/${someApproval}/refuse`,
    body: { reason: "Belum ada SK" },
  }),
  "POST /api/operator/approvals/{id}/withdraw": () => ({
    path: `/api/operator/approvals/${someApproval}/withdraw`,
  }),
  "GET /api/accounts/{id}": () => ({ path: account }),
  "GET /api/officer/people/{id}/scans": () => ({ path: `${person}/scans` }),
  "GET /api/officer/people/{id}/card": () => ({ path: `${person}/card` }),
  "GET /api/officer/people/{id}/card/faces/{face}": () => ({
    path: `${person}/card/faces/front-portrait`,
  }),
  "GET /api/accounts/{id}/matters": () => ({ path: `${account}/matters` }),
  ...Object.fromEntries(
    [
      "unlock",
      "freeze",
      "unfreeze",
      "activation-mail",
      "mfa-reset/cancel",
      "email-change/cancel",
      "phone-change/cancel",
    ].map((action) => [
      `POST /api/accounts/{id}/${action}`,
      () => ({ path: `${account}/${action}`, body: { reason: "Tiket 7" } }),
    ]),
  ),
  "POST /api/accounts/{id}/unfreeze-request": () => ({
    path: `${account}/unfreeze-request`,
    body: { reason: "Tiket 7", requestId: randomUUID() },
  }),
  "POST /api/accounts/{id}/mfa-reset/code": () => ({ path: `${account}/mfa-reset/code` }),
  "POST /api/accounts/{id}/mfa-reset": () => ({
    path: `${account}/mfa-reset`,
    body: {
      mode: "absent",
      paper: "ktp",
      ticket: "T-7",
      reason: "Hilang",
      requestId: randomUUID(),
    },
  }),
  "POST /api/accounts/{id}/email-correction": (revision) => ({
    path: `${account}/email-correction`,
    body: { ...change(revision), email: "betul@contoh.example" },
  }),
  ...personRequests,
  ...decreeRequests,
  ...transferRequests,
  ...joinRequests(subject.nip),
  ...bulkChangeRequests(subject),
  ...markedRequests(subject),
  "GET /api/accounts/approvals": () => ({}),
  "POST /api/accounts/approvals/{id}/approve": () => ({
    path: `/api/accounts/approvals/${someApproval}/approve`,
  }),
  "POST /api/accounts/approvals/{id}/refuse": () => ({
    path: `/api/accounts/approvals/${someApproval}/refuse`,
    body: { reason: "Belum ada tiket" },
  }),
  "POST /api/accounts/approvals/{id}/withdraw": () => ({
    path: `/api/accounts/approvals/${someApproval}/withdraw`,
  }),
  "GET /api/operator/template": () => ({}),
  ...agencyRequests(someApproval),
  "GET /api/operator/template/faces/{face}": () => ({
    path: "/api/operator/template/faces/front-landscape",
    query: { card: "long-name" },
  }),
};
