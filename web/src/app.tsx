import { useState } from "preact/hooks";
import { ErrorBoundary, LocationProvider, Route, Router } from "preact-iso";
import { ownPages } from "./addresses.ts";
import { PageFrame } from "./components/page-frame.tsx";
import { PageLost } from "./components/page-lost.tsx";
import { href, language } from "./language.ts";
import { guestPage, homePage, memberPage, officePage, ownPage } from "./lazy-page.ts";

const HomePage = homePage(() => import("./pages/home.tsx").then((page) => page.HomePage));
const LoginPage = guestPage(() => import("./pages/login.tsx").then((page) => page.LoginPage));
const CodePage = guestPage(() => import("./pages/code.tsx").then((page) => page.CodePage));
const QrLoginPage = guestPage(() =>
  import("./pages/qr-login.tsx").then((page) => page.QrLoginPage),
);
const EnrolmentPage = guestPage(() =>
  import("./pages/enrolment.tsx").then((page) => page.EnrolmentPage),
);
const ResetPage = guestPage(() => import("./pages/reset.tsx").then((page) => page.ResetPage));
const NotMePage = guestPage(() => import("./pages/not-me.tsx").then((page) => page.NotMePage));
const CardPage = memberPage(() => import("./pages/card.tsx").then((page) => page.CardPage));
const PhotoPage = ownPage(() => import("./pages/photo.tsx").then((page) => page.PhotoPage));
const AccountPage = ownPage(() => import("./pages/account.tsx").then((page) => page.AccountPage));
const QrApprovalPage = guestPage(() =>
  import("./pages/qr-approval.tsx").then((page) => page.QrApprovalPage),
);
const EmployeesPage = officePage(() =>
  import("./pages/employees.tsx").then((page) => page.EmployeesPage),
);
const EmployeePage = officePage(() =>
  import("./pages/employee.tsx").then((page) => page.EmployeePage),
);
const AccountListsPage = officePage(() =>
  import("./pages/account-lists.tsx").then((page) => page.AccountListsPage),
);
const ImportsPage = officePage(() =>
  import("./pages/imports.tsx").then((page) => page.ImportsPage),
);
const UnitsPage = officePage(() => import("./pages/units.tsx").then((page) => page.UnitsPage));
const UnitPrintPage = officePage(() =>
  import("./pages/unit-print.tsx").then((page) => page.UnitPrintPage),
);
const ExportsPage = officePage(() =>
  import("./pages/exports.tsx").then((page) => page.ExportsPage),
);
const ApprovalsPage = officePage(() =>
  import("./pages/approvals.tsx").then((part) => part.ApprovalsPage),
);
const TemplatePreviewPage = officePage(() =>
  import("./pages/template-preview.tsx").then((page) => page.TemplatePreviewPage),
);
const AgenciesPage = officePage(() =>
  import("./pages/agencies.tsx").then((page) => page.AgenciesPage),
);
const RolesPage = officePage(() => import("./pages/roles.tsx").then((page) => page.RolesPage));
const LostPhonePage = guestPage(() =>
  import("./pages/lost-phone.tsx").then((page) => page.LostPhonePage),
);
const LostPhoneDeskPage = guestPage(() =>
  import("./pages/lost-phone.tsx").then((page) => page.LostPhoneDeskPage),
);
const NotFoundPage = guestPage(() =>
  import("./pages/not-found.tsx").then((page) => page.NotFoundPage),
);

/** Long: a table, one line for each page. */
export function App() {
  const [broken, setBroken] = useState(false);
  if (broken) return <PageLost />;
  return (
    <LocationProvider scope={ownPages[language]}>
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
            <Route path={href("/")} component={HomePage} />
            <Route path={href("/masuk")} component={LoginPage} />
            <Route path={href("/masuk/kode")} component={CodePage} />
            <Route path={href("/masuk/qr")} component={QrLoginPage} />
            <Route path={href("/masuk/mfa")} component={EnrolmentPage} />
            <Route path={href("/aktivasi")} component={ResetPage} />
            <Route path={href("/bukan-saya")} component={NotMePage} />
            <Route path={href("/bantuan/ponsel-hilang")} component={LostPhonePage} />
            <Route path={href("/bantuan/loket")} component={LostPhoneDeskPage} />
            <Route path={href("/kartu")} component={CardPage} />
            <Route path={href("/qr")} component={QrApprovalPage} />
            <Route path={href("/foto")} component={PhotoPage} />
            <Route path={href("/akun")} component={AccountPage} />
            <Route path={href("/petugas")} component={EmployeesPage} />
            <Route path={href("/petugas/pegawai")} component={EmployeePage} />
            <Route path={href("/petugas/akun")} component={AccountListsPage} />
            <Route path={href("/petugas/impor")} component={ImportsPage} />
            <Route path={href("/petugas/unit")} component={UnitsPage} />
            <Route path={href("/petugas/cetak")} component={UnitPrintPage} />
            <Route path={href("/petugas/instansi")} component={AgenciesPage} />
            <Route path={href("/operator/instansi")} component={AgenciesPage} />
            <Route path={href("/petugas/ekspor")} component={ExportsPage} />
            <Route path={href("/petugas/persetujuan")} component={ApprovalsPage} />
            <Route path={href("/operator/pratinjau")} component={TemplatePreviewPage} />
            <Route path={href("/operator/peran")} component={RolesPage} />
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
