import type { ComponentType } from "preact";
import { useState } from "preact/hooks";
import { ErrorBoundary, LocationProvider, Route, Router } from "preact-iso";
import { englishPages, indonesianPages } from "./addresses.ts";
import { PageFrame } from "./components/page-frame.tsx";
import { PageLost } from "./components/page-lost.tsx";
import { href, language } from "./language.ts";
import { guestPage, homePage, memberPage, officePage, ownPage } from "./lazy-page.ts";
import type { PageQuery } from "./officer/page-query.ts";

type Page = ComponentType<{ readonly query: PageQuery }>;

/** The agencies of operators, and the own one of officers. */
const agenciesPage: Page = officePage(() =>
  import("./pages/agencies.tsx").then((page) => page.AgenciesPage),
);

/** By the page's path without its language. */
const pages: Readonly<Record<string, Page>> = {
  "/": homePage(() => import("./pages/home.tsx").then((page) => page.HomePage)),
  "/masuk": guestPage(() => import("./pages/login.tsx").then((page) => page.LoginPage)),
  "/masuk/kode": guestPage(() => import("./pages/code.tsx").then((page) => page.CodePage)),
  "/masuk/qr": guestPage(() => import("./pages/qr-login.tsx").then((page) => page.QrLoginPage)),
  "/masuk/mfa": guestPage(() => import("./pages/enrolment.tsx").then((page) => page.EnrolmentPage)),
  "/aktivasi": guestPage(() => import("./pages/reset.tsx").then((page) => page.ResetPage)),
  "/bukan-saya": guestPage(() => import("./pages/not-me.tsx").then((page) => page.NotMePage)),
  "/bantuan/ponsel-hilang": guestPage(() =>
    import("./pages/lost-phone.tsx").then((page) => page.LostPhonePage),
  ),
  "/bantuan/loket": guestPage(() =>
    import("./pages/lost-phone.tsx").then((page) => page.LostPhoneDeskPage),
  ),
  "/kontak": guestPage(() => import("./pages/not-found.tsx").then((page) => page.CampaignPage)),
  "/kartu": memberPage(() => import("./pages/card.tsx").then((page) => page.CardPage)),
  "/qr": guestPage(() => import("./pages/qr-approval.tsx").then((page) => page.QrApprovalPage)),
  "/foto": ownPage(() => import("./pages/photo.tsx").then((page) => page.PhotoPage)),
  "/akun": ownPage(() => import("./pages/account.tsx").then((page) => page.AccountPage)),
  "/akun/data": ownPage(() => import("./pages/own-data.tsx").then((page) => page.OwnDataPage)),
  "/pengajuan": ownPage(() => import("./pages/requests.tsx").then((page) => page.RequestsPage)),
  "/petugas": officePage(() => import("./pages/employees.tsx").then((page) => page.EmployeesPage)),
  "/petugas/beranda": officePage(() => import("./pages/desk.tsx").then((page) => page.DeskPage)),
  "/petugas/mutu": officePage(() => import("./pages/desk.tsx").then((page) => page.QualityPage)),
  "/petugas/pegawai": officePage(() =>
    import("./pages/employee.tsx").then((page) => page.EmployeePage),
  ),
  "/petugas/pegawai/baru": officePage(() =>
    import("./pages/new-person.tsx").then((page) => page.NewPersonPage),
  ),
  "/petugas/akun": officePage(() =>
    import("./pages/account-lists.tsx").then((page) => page.AccountListsPage),
  ),
  "/petugas/pengajuan": officePage(() =>
    import("./pages/request-queue.tsx").then((page) => page.RequestQueuePage),
  ),
  "/petugas/foto": officePage(() => import("./pages/desk.tsx").then((page) => page.PhotoPage)),
  "/petugas/impor": officePage(() =>
    import("./pages/imports.tsx").then((page) => page.ImportsPage),
  ),
  "/petugas/unit": officePage(() => import("./pages/units.tsx").then((page) => page.UnitsPage)),
  "/petugas/cetak": officePage(() =>
    import("./pages/unit-print.tsx").then((page) => page.UnitPrintPage),
  ),
  "/petugas/instansi": agenciesPage,
  "/operator/instansi": agenciesPage,
  "/petugas/pejabat": agenciesPage,
  "/petugas/ekspor": officePage(() =>
    import("./pages/exports.tsx").then((page) => page.ExportsPage),
  ),
  "/petugas/sk": officePage(() => import("./pages/decrees.tsx").then((page) => page.DecreesPage)),
  "/petugas/persetujuan": officePage(() =>
    import("./pages/approvals.tsx").then((part) => part.ApprovalsPage),
  ),
  "/operator/beranda": officePage(() =>
    import("./pages/template-preview.tsx").then((page) => page.OperatorHomePage),
  ),
  "/operator/pratinjau": officePage(() =>
    import("./pages/template-preview.tsx").then((page) => page.TemplatePreviewPage),
  ),
  "/operator/peran": officePage(() => import("./pages/roles.tsx").then((page) => page.RolesPage)),
};
const NotFoundPage = guestPage(() =>
  import("./pages/not-found.tsx").then((page) => page.NotFoundPage),
);

export function App() {
  const [broken, setBroken] = useState(false);
  if (broken) return <PageLost />;
  return (
    <LocationProvider scope={language === "en" ? englishPages : indonesianPages}>
      <ErrorBoundary
        onError={(error) => {
          setBroken(true);
          // It stays visible in the browser's console.
          setTimeout(() => {
            throw error;
          });
        }}
      >
        <PageFrame>
          <Router onRouteChange={focusHeading}>
            {Object.entries(pages).map(([path, page]) => (
              <Route key={path} path={href(path)} component={page} />
            ))}
            <Route default component={NotFoundPage} />
          </Router>
        </PageFrame>
      </ErrorBoundary>
    </LocationProvider>
  );
}

/** The heading of a new page takes the focus, so that screen readers announce it like a full load. */
function focusHeading(): void {
  document.querySelector<HTMLElement>("h1")?.focus();
}
