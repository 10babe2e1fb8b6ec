/** What the build calls: every page of this bundle's language as HTML. */
import prerender, { locationStub } from "preact-iso/prerender";
import { App } from "./app.tsx";
import { titleOf } from "./components/use-title.ts";
import { href } from "./language.ts";
import { common } from "./messages/common.ts";
import { home } from "./messages/home.ts";
import { lostPhone } from "./messages/lost-phone.ts";
import { notMe } from "./messages/not-me.ts";
import { officePages } from "./messages/office-pages.ts";
import { operatorPages } from "./messages/operator-pages.ts";
import { type PageTitle, type RenderedPage, routes } from "./routes.ts";

const titles = {
  ...{ ...common.pages, ...officePages, ...operatorPages },
  ...{ notMe: notMe.title, lostPhoneDesk: lostPhone.deskTitle },
} satisfies Record<PageTitle, string>;

/** Renders one page after the other: the location they read is global. */
export async function renderPages(): Promise<RenderedPage[]> {
  const pages: RenderedPage[] = [];
  for (const route of routes) {
    locationStub(href(route.path));
    const { html } = await prerender(<App />);
    pages.push({
      route,
      title: titleOf(titles[route.title]),
      description: home.lead,
      // preact-iso marks prerendered pages with an empty script; ours hydrate a known element instead.
      body: html.replace('<script type="isodata"></script>', ""),
    });
  }
  return pages;
}
