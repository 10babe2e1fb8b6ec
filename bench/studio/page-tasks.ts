/** The photo's page while its worker works: what holds up a finger, in a browser that the kernel holds to a part of a CPU. */
import { demoPassword } from "../../local/demo/demo-login.ts";
import { demoPeople } from "../../local/demo/people.ts";
import type { DemoCloud } from "../../local/start/demo-cloud.ts";
import { launchBrowser } from "../../test/support/browser.ts";
import { nextCodeOf } from "../../test/support/next-code.ts";
import { descendants, holdTo } from "./quota.ts";

interface Studied {
  readonly cloud: DemoCloud;
  /** A file's path. */
  readonly picture: string;
}

export interface PageTasks {
  /** Of each task of the page above 50 ms (W3C, «Long Tasks API»), in milliseconds. */
  readonly tasks: readonly number[];
  /** Whether the kernel held the browser to its share. */
  readonly isHeld: boolean;
}

const watch = `globalThis.tasks = [];
  new PerformanceObserver((list) =>
    tasks.push(...list.getEntries().map(({ duration }) => duration)),
  ).observe({ entryTypes: ["longtask"] });`;

/**
 * A holder at a phone's width chooses a picture, frames it, removes its background and has it judged.
 * @param share of a CPU that the whole browser has from the choice on; at 1 as much as it likes
 */
export async function pageTasks({ cloud, picture }: Studied, share: number): Promise<PageTasks> {
  const before = descendants();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    page.setDefaultTimeout(180_000);
    const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
    const nip = nipOfHolder();
    await page.goto(`${cloud.siteUrl}/masuk`);
    await page.locator("#nip").fill(nip);
    await page.locator("#password").fill(demoPassword);
    await press("Login");
    await page.waitForURL("**/masuk/kode");
    await page.locator("#code").fill(nextCodeOf(cloud, nip));
    await press("Masuk");
    await page.waitForURL("**/kartu");
    await page.goto(`${cloud.siteUrl}/foto`, { waitUntil: "networkidle" });
    await page.evaluate(watch);
    const processes = descendants().filter((pid) => !before.includes(pid));
    const quota = share < 1 ? holdTo(share, processes) : undefined;
    await page.locator('input[type="file"]:not([capture])').first().setInputFiles(picture);
    await page.locator(".stage canvas").waitFor();
    await press("Putar 90°");
    await press("Kembali ke awal");
    await press("Lanjut");
    await press("Hapus latar");
    await page.locator('[data-drawn="true"]').waitFor();
    await press("Lanjut");
    await page.getByRole("button", { name: "Kirim untuk diperiksa" }).waitFor();
    const tasks = await page.evaluate<number[]>("tasks");
    quota?.end();
    return { tasks, isHeld: share === 1 || quota !== undefined };
  } finally {
    await browser.close();
  }
}

function nipOfHolder(): string {
  const person = demoPeople().find(({ role }) => role === "Pemegang kartu, PNS");
  if (!person) throw new Error("The demo has no holder.");
  return person.employee.nip;
}
