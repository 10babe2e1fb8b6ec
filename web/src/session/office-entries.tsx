import type { Role } from "#shared/access/role.ts";
import { common } from "../messages/common.ts";
import { officePages } from "../messages/office-pages.ts";
import { listPages } from "../officer/list-pages.ts";
import { worksWithRecords } from "./first-page.ts";
import { MenuEntry } from "./menu-entry.tsx";

/** What the menu has for who has a role. */
export function OfficeEntries({ page, roles }: { page: string; roles: readonly Role[] }) {
  const { pages } = common;
  return (
    <>
      {worksWithRecords(roles) && (
        <>
          <MenuEntry page={page} path="/petugas/beranda" icon="home" label={pages.desk} />
          <MenuEntry page={page} path="/petugas" icon="people" label={pages.employees} />
          <MenuEntry page={page} path={listPages.photos} icon="camera" label={officePages.photos} />
        </>
      )}
      {decidesOrAsks(roles) && (
        <MenuEntry page={page} path="/petugas/persetujuan" icon="check" label={pages.approvals} />
      )}
      {roles.includes("operator") && (
        <>
          {!worksWithRecords(roles) && (
            <MenuEntry page={page} path="/operator/beranda" icon="home" label={pages.desk} />
          )}
          <MenuEntry page={page} path="/operator/peran" icon="people" label={pages.roles} />
          <MenuEntry
            page={page}
            path="/operator/pratinjau"
            icon="search"
            label={pages.templatePreview}
          />
        </>
      )}
    </>
  );
}

/** Whether one of the roles asks for what two people decide in an agency, or decides it. */
function decidesOrAsks(roles: readonly Role[]): boolean {
  return roles.includes("petugas") || roles.includes("penyetuju");
}
