import type { Page } from "playwright-core";
import type { ImportProblem } from "#shared/import/import-problem.ts";

interface Judged {
  readonly rows: number;
  readonly people: number;
  readonly problems: readonly ImportProblem[];
}

/**
 * What the site's own worker finds in files, under the site's own security policy. The page must be open and have chosen no file:
 * a policy's name is given once.
 */
export async function judgedInBrowser(page: Page, paths: readonly string[]): Promise<Judged[]> {
  await page.evaluate(`(() => {
    const input = document.createElement("input");
    Object.assign(input, { type: "file", multiple: true, id: "for-the-worker" });
    document.body.append(input);
  })()`);
  await page.locator("#for-the-worker").setInputFiles(paths);
  return page.evaluate(`(async () => {
    const scripts = performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.endsWith(".js"));
    const texts = await Promise.all(scripts.map((name) => fetch(name).then((file) => file.text())));
    const [address] = /\\/assets\\/import-worker-\\w+\\.js/.exec(texts.join(" "));
    const policy = trustedTypes.createPolicy("kartu", { createScriptURL: () => address });
    const judge = async (file) => {
      const worker = new Worker(policy.createScriptURL(address));
      const ask = (message) => new Promise((resolve, reject) => {
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.onmessage = ({ data }) => data.say === "progress" || resolve(data);
        worker.postMessage(message);
      });
      const { summary } = await ask({ say: "judge", ask: 0, file, year: ${new Date().getFullYear()} });
      const { page } = await ask({ say: "problems", ask: 1, query: { from: 0, limit: 1_000_000 } });
      worker.terminate();
      return { rows: summary.rows, people: summary.people, problems: page.items };
    };
    const found = [];
    for (const file of document.getElementById("for-the-worker").files) found.push(await judge(file));
    return found;
  })()`);
}
