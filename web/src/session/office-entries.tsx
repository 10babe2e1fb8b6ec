import type { Role } from "#shared/access/role.ts";
import { common } from "../messages/common.ts";
import { officeMenu } from "../messages/office-menu.ts";
import { officePages } from "../messages/office-pages.ts";
import { operatorPages } from "../messages/operator-pages.ts";
import { listPages, pagesOf } from "../officer/list-pages.ts";
import { worksWithRecords } from "./first-page.ts";
import { MenuEntry } from "./menu-entry.tsx";
import { MoreEntries } from "./more-entries.tsx";

interface OfficeEntriesProps {
  readonly page: string;
  readonly roles: readonly Role[];
}

/** What the menu has for who has a role: each day's work at one press, in one line of a desk. */
export function OfficeEntries({ page, roles }: OfficeEntriesProps) {
  if (worksWithRecords(roles)) return <OfficerEntries page={page} roles={roles} />;
  if (!roles.includes("operator")) return null;
  return (
    <>
      <MenuEntry page={page} path="/operator/beranda" icon="home" label={common.pages.desk} />
      <OperatorEntries page={page} />
    </>
  );
}

function OfficerEntries({ page, roles }: OfficeEntriesProps) {
  const { pages } = common;
  const { more, shortPhotos, announcements } = officeMenu;
  return (
    <>
      <MenuEntry page={page} path="/petugas/beranda" icon="home" label={pages.desk} />
      <MenuEntry page={page} path="/petugas" icon="people" label={pages.employees} />
      <MenuEntry page={page} path={listPages.requests} icon="check" label={officePages.requests} />
      <MenuEntry page={page} path={listPages.photos} icon="camera" label={shortPhotos} />
      {decidesOrAsks(roles) && (
        <MenuEntry page={page} path="/petugas/persetujuan" icon="check" label={pages.approvals} />
      )}
      <MoreEntries label={more}>
        {roles.includes("petugas") && (
          <MenuEntry page={page} path="/petugas/beranda?bagian=pengumuman" label={announcements} />
        )}
        {lessUsedOf(roles).map((each) => (
          <MenuEntry key={each} page={page} path={listPages[each]} label={officePages[each]} />
        ))}
        {roles.includes("operator") && <OperatorEntries page={page} />}
      </MoreEntries>
    </>
  );
}

/** Those of a whole agency stand on the officers' first page: the session does not say whose officer somebody is. */
function lessUsedOf(roles: readonly Role[]) {
  const open = pagesOf(roles.includes("petugas") ? {} : { readOnly: true });
  return open.filter((each) => each !== "requests" && each !== "photos");
}

function OperatorEntries({ page }: Pick<OfficeEntriesProps, "page">) {
  const { roles, templatePreview } = operatorPages;
  return (
    <>
      <MenuEntry page={page} path="/operator/peran" icon="people" label={roles} />
      <MenuEntry page={page} path="/operator/pratinjau" icon="search" label={templatePreview} />
    </>
  );
}

/** Whether one of the roles asks for what two people decide in an agency, or decides it. */
function decidesOrAsks(roles: readonly Role[]): boolean {
  return roles.includes("petugas") || roles.includes("penyetuju");
}
