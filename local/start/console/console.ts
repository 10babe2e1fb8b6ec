/**
 * The dev console: what people have beside the product (a mailbox, the codes their phones would show), and what operators see (events,
 * queues, logs), and the clock. Served on a port of its own, so that the product's origin never gives it out.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Cloud } from "../../cloud/cloud.ts";
import { alarmStates } from "../../cloud/cloudwatch/alarms.ts";
import { pathOf, queryOf } from "../../cloud/http-api/http-message.ts";
import { alarmsPage } from "./alarms.ts";
import { clockPage, moveClock } from "./clock.ts";
import { codesPage } from "./codes.ts";
import { eventsPage, logsPage } from "./logs.ts";
import { mailboxPage } from "./mailbox.ts";
import { type ConsolePage, htmlOf } from "./page.ts";
import { queueStates } from "./queue-states.ts";
import { queuesPage } from "./queues.ts";

type Observed = Pick<Cloud, "mails" | "logs" | "clock" | "services">;

/** @param cloud undefined until it has started */
export function serveConsole(cloud: () => Observed | undefined): RequestListener {
  return (request, response) => {
    const running = cloud();
    if (!running) {
      response.writeHead(503, { "retry-after": "1" }).end();
      return;
    }
    // Not by `URL`, which throws for «//»: any page of a browser on this machine may ask for that.
    const target = request.url ?? "/";
    const pathname = pathOf({ target });
    const searchParams = new URLSearchParams(queryOf({ target }));
    if (request.method === "POST" && pathname === "/clock") {
      void move(request, response, running);
      return;
    }
    const pages = pagesOf(running);
    const page = pages.find(({ path }) => path === pathname);
    if (page) answer(response, htmlOf(page, pages, searchParams));
    else response.writeHead(302, { location: "/mailbox" }).end();
  };
}

function pagesOf({ mails, logs, clock, services }: Observed): ConsolePage[] {
  return [
    mailboxPage(mails),
    codesPage({
      softwareTokens: () => services.cognito.softwareTokens(),
      now: () => clock.millis(),
    }),
    eventsPage(logs),
    queuesPage(() => queueStates(services)),
    alarmsPage(() => alarmStates(services, logs())),
    logsPage(logs),
    clockPage(clock),
  ];
}

/** Another page of the browser can send a form here as well: only the console's own may move the clock. */
async function move(
  request: IncomingMessage,
  response: ServerResponse,
  { clock }: Observed,
): Promise<void> {
  const { origin, host } = request.headers;
  if (origin !== `http://${host}`) {
    response.writeHead(403).end();
    return;
  }
  let body = "";
  for await (const chunk of request) body += chunk;
  const isKnown = moveClock(clock, new URLSearchParams(body).get("move") ?? "");
  if (isKnown) response.writeHead(303, { location: "/clock" }).end();
  else response.writeHead(400).end();
}

function answer(response: ServerResponse, html: string): void {
  response
    .writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" })
    .end(html);
}
