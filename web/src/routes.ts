/** Every prerendered page. Path names are Indonesian in both languages. */
import type { Common } from "./messages/id/common.ts";
import type { OfficePages } from "./messages/id/office-pages.ts";
import type { OperatorPages } from "./messages/id/operator-pages.ts";

/** The last two have their words with the page itself: no other one tells them. */
export type PageTitle =
  | keyof Common["pages"]
  | keyof OfficePages
  | keyof OperatorPages
  | "notMe"
  | "lostPhoneDesk";

interface PageRoute {
  readonly path: string;
  readonly title: PageTitle;
  /** The page's own module, from src/. */
  readonly module: string;
}

/** A page as the build writes it. */
export interface RenderedPage {
  readonly route: PageRoute;
  readonly title: string;
  readonly description: string;
  readonly body: string;
}

export const routes: readonly PageRoute[] = [
  { path: "/", title: "home", module: "pages/home.tsx" },
  { path: "/masuk", title: "login", module: "pages/login.tsx" },
  { path: "/masuk/kode", title: "code", module: "pages/code.tsx" },
  { path: "/masuk/qr", title: "qr", module: "pages/qr-login.tsx" },
  { path: "/masuk/mfa", title: "enrolment", module: "pages/enrolment.tsx" },
  { path: "/aktivasi", title: "reset", module: "pages/reset.tsx" },
  { path: "/kontak", title: "campaigns", module: "pages/not-found.tsx" },
  { path: "/bukan-saya", title: "notMe", module: "pages/not-me.tsx" },
  { path: "/bantuan/ponsel-hilang", title: "lostPhone", module: "pages/lost-phone.tsx" },
  { path: "/bantuan/loket", title: "lostPhoneDesk", module: "pages/lost-phone.tsx" },
  { path: "/kartu", title: "card", module: "pages/card.tsx" },
  { path: "/akun", title: "account", module: "pages/account.tsx" },
  { path: "/akun/data", title: "ownData", module: "pages/own-data.tsx" },
  { path: "/pengajuan", title: "ownRequests", module: "pages/requests.tsx" },
  { path: "/qr", title: "qr", module: "pages/qr-approval.tsx" },
  { path: "/foto", title: "photo", module: "pages/photo.tsx" },
  { path: "/petugas/beranda", title: "desk", module: "pages/desk.tsx" },
  { path: "/petugas/mutu", title: "quality", module: "pages/desk.tsx" },
  { path: "/petugas", title: "employees", module: "pages/employees.tsx" },
  { path: "/petugas/pegawai", title: "employee", module: "pages/employee.tsx" },
  { path: "/petugas/pegawai/baru", title: "newPerson", module: "pages/new-person.tsx" },
  { path: "/petugas/akun", title: "accountLists", module: "pages/account-lists.tsx" },
  { path: "/petugas/pengajuan", title: "requests", module: "pages/request-queue.tsx" },
  { path: "/petugas/foto", title: "photos", module: "pages/desk.tsx" },
  { path: "/petugas/impor", title: "imports", module: "pages/imports.tsx" },
  { path: "/petugas/unit", title: "units", module: "pages/units.tsx" },
  { path: "/petugas/cetak", title: "unitPrint", module: "pages/unit-print.tsx" },
  { path: "/petugas/instansi", title: "agency", module: "pages/agencies.tsx" },
  { path: "/petugas/pejabat", title: "posts", module: "pages/agencies.tsx" },
  { path: "/petugas/ekspor", title: "exports", module: "pages/exports.tsx" },
  { path: "/petugas/sk", title: "decrees", module: "pages/decrees.tsx" },
  { path: "/petugas/persetujuan", title: "approvals", module: "pages/approvals.tsx" },
  { path: "/operator/beranda", title: "desk", module: "pages/template-preview.tsx" },
  {
    path: "/operator/pratinjau",
    title: "templatePreview",
    module: "pages/template-preview.tsx",
  },
  { path: "/operator/instansi", title: "agency", module: "pages/agencies.tsx" },
  { path: "/operator/peran", title: "roles", module: "pages/roles.tsx" },
  { path: "/404", title: "notFound", module: "pages/not-found.tsx" },
];
