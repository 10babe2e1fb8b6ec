import { useState } from "preact/hooks";
import { ErrorBoundary, LocationProvider, Route, Router } from "preact-iso";
import { ownPages } from "./addresses.ts";
import { PageFrame } from "./components/page-frame.tsx";
import { PageLost } from "./components/page-lost.tsx";
import { href, language } from "./language.ts";
import { guestPage, memberPage, officePage, ownPage } from "./lazy-page.ts";

const HomePage = guestPage(async () => (await import("./pages/home.tsx")).HomePage);
const LoginPage = guestPage(async () => (await import("./pages/login.tsx")).LoginPage);
const CodePage = guestPage(async () => (await import("./pages/code.tsx")).CodePage);
const EnrolmentPage = guestPage(async () => (await import("./pages/enrolment.tsx")).EnrolmentPage);
const ResetPage = guestPage(async () => (await import("./pages/reset.tsx")).ResetPage);
const NotMePage = guestPage(async () => (await import("./pages/not-me.tsx")).NotMePage);
const CardPage = memberPage(async () => (await import("./pages/card.tsx")).CardPage);
const PhotoPage = ownPage(async () => (await import("./pages/photo.tsx")).PhotoPage);
const AccountPage = ownPage(async () => (await import("./pages/account.tsx")).AccountPage);
const EmployeesPage = officePage(async () => (await import("./pages/employees.tsx")).EmployeesPage);
const EmployeePage = officePage(async () => (await import("./pages/employee.tsx")).EmployeePage);
const UnitPrintPage = officePage(
  async () => (await import("./pages/unit-print.tsx")).UnitPrintPage,
);
const TemplatePreviewPage = officePage(
  async () => (await import("./pages/template-preview.tsx")).TemplatePreviewPage,
);
const RolesPage = officePage(async () => (await import("./pages/roles.tsx")).RolesPage);
const NotFoundPage = guestPage(async () => (await import("./pages/not-found.tsx")).NotFoundPage);

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
            <Route path={href("/masuk/mfa")} component={EnrolmentPage} />
            <Route path={href("/aktivasi")} component={ResetPage} />
            <Route path={href("/bukan-saya")} component={NotMePage} />
            <Route path={href("/kartu")} component={CardPage} />
            <Route path={href("/foto")} component={PhotoPage} />
            <Route path={href("/akun")} component={AccountPage} />
            <Route path={href("/petugas")} component={EmployeesPage} />
            <Route path={href("/petugas/pegawai")} component={EmployeePage} />
            <Route path={href("/petugas/cetak")} component={UnitPrintPage} />
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
