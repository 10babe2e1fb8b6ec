/** Uploads and their outcomes, each holder's newest one, and checks of cards. */
import { CaptchaTable } from "#shared/captcha/captcha-table.ts";
import { recordOf } from "#shared/card/scan.ts";
import { ScanTable } from "#shared/card/scan-table.ts";
import { PhotoTable } from "#shared/photo/photo-table.ts";
import { reportId, reportRecord } from "#shared/photo/reported-photo.ts";
import { ReportedPhotoTable } from "#shared/photo/reported-photo-table.ts";
import { suspicionId, suspicionRecord } from "#shared/suspect-card/suspected-card.ts";
import { SuspectedCardTable } from "#shared/suspect-card/suspected-card-table.ts";
import { at, type Sample } from "./sample.ts";

export const photoSamples: Readonly<Record<string, Sample>> = {
  upload: {
    table: "photo-table",
    key: /^pho_/,
    write: async (tables) => {
      const table = new PhotoTable(tables.db, await tables.name("photo-table"));
      const requested = { id: "pho_1", employeeId: "emp_siti", requestedAt: at } as const;
      await table.expect({ ...requested, instansiId: "ins_contoh" });
      const measurement = { unit: "share", measured: 0.5, wanted: 0.25, bound: "max" } as const;
      const rules = [
        { rule: "size", verdict: "passed" },
        { rule: "transparency", verdict: "warned", code: "too-little-person", measurement },
      ] as const;
      const digests = { photoDigest: "d1", smallPhotoDigest: "d2" };
      await table.decide(requested, { accepted: true, rules }, digests);
    },
    read: async (tables) =>
      new PhotoTable(tables.db, await tables.name("photo-table")).find("pho_1"),
  },
  "latest-photo": {
    table: "photo-table",
    key: /^(latest#|pho_2)/,
    write: async (tables) => {
      const table = new PhotoTable(tables.db, await tables.name("photo-table"));
      const requested = {
        employeeId: "emp_siti",
        instansiId: "ins_contoh",
        requestedAt: at,
      } as const;
      await table.expect({ id: "pho_2", ...requested });
      await table.decide({ id: "pho_2", ...requested }, { accepted: false, rules: [] });
    },
    read: async (tables) => {
      const table = new PhotoTable(tables.db, await tables.name("photo-table"));
      return {
        latest: await table.latest("emp_siti"),
        refused: await table.refused("ins_contoh", { limit: 2 }),
      };
    },
  },
  scan: {
    table: "captcha-table",
    key: /^cap_scan/,
    write: async (tables) => {
      const table = new CaptchaTable(tables.db, await tables.name("captcha-table"));
      const made = {
        employeeId: "emp_siti",
        at,
        result: "valid",
        way: "qr",
        region: "Jawa Barat",
      } as const;
      await table.use({ id: "cap_scan", endsAt: 0 }, recordOf(made, "cap_scan"));
    },
    read: async (tables) =>
      new ScanTable(tables.db, await tables.name("captcha-table")).of("emp_siti", {
        limit: 2,
        now: new Date(at),
      }),
  },
  "reported-photo": {
    table: "captcha-table",
    key: /^report#pho_/,
    write: async (tables) => {
      const table = new CaptchaTable(tables.db, await tables.name("captcha-table"));
      const report = { employeeId: "emp_siti", photoId: "pho_1", reportedAt: at } as const;
      const used = reportRecord(report);
      await table.use({ id: reportId(report), endsAt: used.endsAt }, used);
    },
    read: async (tables) =>
      new ReportedPhotoTable(tables.db, await tables.name("captcha-table")).untaken(2),
  },
  "suspected-card": {
    table: "captcha-table",
    key: /^report#emp_/,
    write: async (tables) => {
      const table = new CaptchaTable(tables.db, await tables.name("captcha-table"));
      const report = { employeeId: "emp_siti", cause: "altered", reportedAt: at } as const;
      const used = suspicionRecord(report);
      await table.use({ id: suspicionId(report), endsAt: used.endsAt }, used);
    },
    read: async (tables) =>
      new SuspectedCardTable(tables.db, await tables.name("captcha-table")).untaken(2),
  },
};
