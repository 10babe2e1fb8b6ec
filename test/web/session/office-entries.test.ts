import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { OfficeEntries } from "../../../web/src/session/office-entries.tsx";

const photos = 'href="/petugas/foto"';

test.each(["petugas", "penyetuju", "auditor"] as const)(
  "a %s finds the photos that wait in the menu, an operator does not",
  (role) => {
    const menuOf = (roles: readonly (typeof role | "holder" | "operator")[], page = "/kartu") =>
      renderToString(h(OfficeEntries, { page, roles }));

    expect(menuOf(["holder", role])).toContain(photos);
    expect(menuOf(["holder", role], "/petugas/foto")).toContain(`${photos} aria-current="page"`);
    expect(menuOf(["holder", "operator"])).not.toContain("foto");
  },
);

test.each(["petugas", "penyetuju", "auditor"] as const)(
  "the requests of people are one press away from a %s, and what is needed less often two",
  (role) => {
    const menu = renderToString(h(OfficeEntries, { page: "/kartu", roles: ["holder", role] }));

    expect(menu).toContain('href="/petugas/pengajuan"');
    expect(menu).toContain('aria-expanded="false"');
    expect(menu).not.toContain('href="/petugas/sk"');
  },
);
