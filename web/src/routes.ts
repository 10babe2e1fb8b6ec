/** Every prerendered page. Path names are Indonesian in both languages. */
import type { GuidePlace } from "./guide/chapters.ts";
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
  /** Where the guide tells of it. */
  readonly guide: GuidePlace;
}

/** A page as the build writes it. */
export interface RenderedPage {
  readonly route: PageRoute;
  readonly title: string;
  readonly description: string;
  readonly body: string;
}

export const routes: readonly PageRoute[] = [
  { path: "/", title: "home", module: "pages/home.tsx", guide: "tujuan" },
  { path: "/masuk", title: "login", module: "pages/login.tsx", guide: "masuk#login" },
  { path: "/masuk/kode", title: "code", module: "pages/code.tsx", guide: "masuk#login" },
  { path: "/masuk/qr", title: "qr", module: "pages/qr-login.tsx", guide: "masuk#qr" },
  {
    path: "/masuk/mfa",
    title: "enrolment",
    module: "pages/enrolment.tsx",
    guide: "aktivasi#autentikator",
  },
  { path: "/aktivasi", title: "reset", module: "pages/reset.tsx", guide: "aktivasi#sandi" },
  { path: "/kontak", title: "campaigns", module: "pages/not-found.tsx", guide: "aktivasi#surel" },
  { path: "/bukan-saya", title: "notMe", module: "pages/not-me.tsx", guide: "pemulihan#dicuri" },
  {
    path: "/bantuan/ponsel-hilang",
    title: "lostPhone",
    module: "pages/lost-phone.tsx",
    guide: "pemulihan#ponsel",
  },
  {
    path: "/bantuan/loket",
    title: "lostPhoneDesk",
    module: "pages/lost-phone.tsx",
    guide: "petugas#akun",
  },
  { path: "/kartu", title: "card", module: "pages/card.tsx", guide: "unduh" },
  { path: "/akun", title: "account", module: "pages/account.tsx", guide: "akun#akun" },
  { path: "/akun/data", title: "ownData", module: "pages/own-data.tsx", guide: "akun#data" },
  { path: "/pengajuan", title: "ownRequests", module: "pages/requests.tsx", guide: "pengajuan" },
  { path: "/qr", title: "qr", module: "pages/qr-approval.tsx", guide: "masuk#qr" },
  { path: "/foto", title: "photo", module: "pages/photo.tsx", guide: "membuat" },
  { path: "/petugas/beranda", title: "desk", module: "pages/desk.tsx", guide: "petugas#beranda" },
  { path: "/petugas/mutu", title: "quality", module: "pages/desk.tsx", guide: "petugas#beranda" },
  { path: "/petugas", title: "employees", module: "pages/employees.tsx", guide: "petugas#pegawai" },
  {
    path: "/petugas/pegawai",
    title: "employee",
    module: "pages/employee.tsx",
    guide: "petugas#pegawai",
  },
  {
    path: "/petugas/pegawai/baru",
    title: "newPerson",
    module: "pages/new-person.tsx",
    guide: "petugas#pegawai",
  },
  {
    path: "/petugas/akun",
    title: "accountLists",
    module: "pages/account-lists.tsx",
    guide: "petugas#akun",
  },
  {
    path: "/petugas/pengajuan",
    title: "requests",
    module: "pages/request-queue.tsx",
    guide: "petugas#antrean",
  },
  { path: "/petugas/foto", title: "photos", module: "pages/desk.tsx", guide: "petugas#antrean" },
  {
    path: "/petugas/impor",
    title: "imports",
    module: "pages/imports.tsx",
    guide: "petugas#banyak",
  },
  { path: "/petugas/unit", title: "units", module: "pages/units.tsx", guide: "petugas#banyak" },
  {
    path: "/petugas/cetak",
    title: "unitPrint",
    module: "pages/unit-print.tsx",
    guide: "petugas#banyak",
  },
  {
    path: "/petugas/instansi",
    title: "agency",
    module: "pages/agencies.tsx",
    guide: "petugas#layanan",
  },
  {
    path: "/petugas/pejabat",
    title: "posts",
    module: "pages/agencies.tsx",
    guide: "petugas#layanan",
  },
  {
    path: "/petugas/ekspor",
    title: "exports",
    module: "pages/exports.tsx",
    guide: "petugas#banyak",
  },
  { path: "/petugas/sk", title: "decrees", module: "pages/decrees.tsx", guide: "petugas#pegawai" },
  {
    path: "/petugas/persetujuan",
    title: "approvals",
    module: "pages/approvals.tsx",
    guide: "petugas#antrean",
  },
  {
    path: "/operator/beranda",
    title: "desk",
    module: "pages/template-preview.tsx",
    guide: "operator",
  },
  {
    path: "/operator/pratinjau",
    title: "templatePreview",
    module: "pages/template-preview.tsx",
    guide: "operator#peran",
  },
  {
    path: "/operator/instansi",
    title: "agency",
    module: "pages/agencies.tsx",
    guide: "operator#peran",
  },
  { path: "/operator/peran", title: "roles", module: "pages/roles.tsx", guide: "operator#peran" },
  { path: "/404", title: "notFound", module: "pages/not-found.tsx", guide: "tujuan" },
];
