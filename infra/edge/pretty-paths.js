/**
 * CloudFront function of the pages, before a request (rewrites its path) and after an answer (sets its status).
 *
 *   /v/TOKEN, /V/TOKEN   the page that checks a card; a QR writes all in capitals
 *   /kartu, /kartu/      /kartu/index.html
 *   a page there is not  /404.html with status 404
 *
 * and the same below /en. Error pages of a distribution would replace the errors of /api/ too, so the 404 is made here.
 * `pages` is written in at synthesis: every HTML file of the site.
 */
const pages = [];

function pageOf(uri) {
  const [, language = ""] = /^(\/en)(\/|$)/.exec(uri) || [];
  const path = uri.slice(language.length);
  if (/^\/v\/[^/]+\/?$/i.test(path)) return `${language}/v/index.html`;
  const isFile = /\.[a-z0-9]+$/i.test(path);
  if (isFile && !path.endsWith(".html")) return uri;
  const page = isFile ? uri : `${uri.replace(/\/$/, "")}/index.html`;
  return pages.includes(page) ? page : `${language}/404.html`;
}

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const { request, response } = event;
  const page = pageOf(request.uri);
  if (!response) {
    request.uri = page;
    return request;
  }
  // Not to a 304: that answer is about a 404 the browser has already.
  if (page.endsWith("/404.html") && response.statusCode === 200) {
    response.statusCode = 404;
    response.statusDescription = "Not Found";
  }
  return response;
}
