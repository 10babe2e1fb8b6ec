/** Every prerendered page. Path names are Indonesian in both languages. */
import type { Common } from "./messages/id/common.ts";

interface PageRoute {
  readonly path: string;
  readonly title: keyof Common["pages"];
  /** The page's own module, from src/. */
  readonly module: string;
  /** Only for people who are signed in. */
  readonly member: boolean;
}

/** A page as the build writes it. */
export interface RenderedPage {
  readonly route: PageRoute;
  readonly title: string;
  readonly description: string;
  readonly body: string;
}

export const routes: readonly PageRoute[] = [
  { path: "/", title: "home", module: "pages/home.tsx", member: false },
  { path: "/masuk", title: "login", module: "pages/login.tsx", member: false },
  { path: "/masuk/kode", title: "code", module: "pages/code.tsx", member: false },
  { path: "/masuk/mfa", title: "enrolment", module: "pages/enrolment.tsx", member: false },
  { path: "/aktivasi", title: "activation", module: "pages/activation.tsx", member: false },
  { path: "/kartu", title: "card", module: "pages/card.tsx", member: true },
  { path: "/foto", title: "photo", module: "pages/photo.tsx", member: true },
  { path: "/petugas", title: "employees", module: "pages/employees.tsx", member: true },
  { path: "/petugas/pegawai", title: "employee", module: "pages/employee.tsx", member: true },
  { path: "/petugas/cetak", title: "unitPrint", module: "pages/unit-print.tsx", member: true },
  {
    path: "/operator/pratinjau",
    title: "templatePreview",
    module: "pages/template-preview.tsx",
    member: true,
  },
  { path: "/404", title: "notFound", module: "pages/not-found.tsx", member: false },
];
