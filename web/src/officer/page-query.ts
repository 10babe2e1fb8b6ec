/**
 * The query of the page's address, as the router gives it to the page. `useLocation` tells it too, but of the page that comes
 * next already, while that is still on its way and this one is still shown.
 */
export type PageQuery = Readonly<Record<string, string | undefined>>;
