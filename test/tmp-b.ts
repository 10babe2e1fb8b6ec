import { budgets, firstViewBytes } from "../web/budgets.ts";
for (const { page, limit } of budgets.slice(0,5)) console.log(page, limit, await firstViewBytes("dist/web", page), await firstViewBytes("dist/web", `en/${page}`));
