/** The oldest browsers the pages are written for (issue 8). Older ones are told so by base.css, which needs no script. */
export const oldestBrowsers = ["chrome90", "firefox100", "safari15"];
