import { budgets, firstViewBytes } from "/work/wt/desk/web/budgets.ts";
import { buildWeb } from "/work/wt/desk/web/build.ts";
await buildWeb("/tmp/desk-site");
for (const { page, limit } of budgets) { const s = Math.max(await firstViewBytes("/tmp/desk-site", page), await firstViewBytes("/tmp/desk-site", `en/${page}`)); if (limit - s < 900 || /beranda|mutu/.test(page)) console.log(page, s, limit - s); }
process.exit(0);
