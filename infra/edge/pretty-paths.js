import cf from "cloudfront";

/**
 * CloudFront function of the pages, before a request (rewrites its path) and after an answer (sets its status).
 * While the site is closed for maintenance every page is the page that says so, with status 503 (decision 0030).
 *
 *   /v/TOKEN, /V/TOKEN   the page that checks a card; a QR writes all in capitals
 *   /v/TOKEN?polos       to the form without a script: a page without one can say nothing else of its own address
 *   /kartu, /kartu/      /kartu/index.html
 *   /pindai              to /pindai/
 *   anything there is not  /404.html with status 404
 *   /.well-known/…       the list of keys, which an operator puts there (kartu kunci-kartu), and the status lists, of status-publisher
 *   /assets/NAME-HASH.js goes through: pages of the release before may still ask for its files
 *
 * and the same below /en. Error pages of a distribution would replace the errors of /api/ too, so this function makes the 404.
 * Synthesis fills in `pages` and `files`: every HTML file of the Indonesian site, which the English one has as well, and the other files outside
 * /assets/.
 *
 * ECMAScript 5.1 with `const` and `let`, which is what runtime 2.0 has besides a few methods of later editions; it is not V8.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 */
const switches = cf.kvs();
const pages = [];
const files = [];
/** They are not of the build: what programs of others ask for, and what a deployment says to the page that scans. */
const published =
  /^\/(\.well-known\/kartu-asn\/(kunci\.json|status\/\d{1,5})|pindai\/setelan\.json)$/;
/** How the build names its files. For any other address below /assets/ people get our page, not the bucket's XML. */
const hashed = /^(\/assets\/[\w.-]+|(\/en)?\/pindai\/qr-worker)-[\w-]{8}\.\w+$/;

function pageOf(uri) {
  const match = /^(\/en)(\/|$)/.exec(uri);
  const language = match ? match[1] : "";
  const path = uri.slice(language.length);
  if (/^\/v\/[^/]+\/?$/i.test(path)) return `${language}/v/index.html`;
  if (published.test(uri) || hashed.test(uri) || files.indexOf(uri) >= 0) return uri;
  const page = /\.html$/i.test(path) ? path : `${path.replace(/\/$/, "")}/index.html`;
  return `${language}${pages.indexOf(page) >= 0 ? page : "/404.html"}`;
}

/** The card's token stands in the page's address, and the form's page is the API's. */
function plainForm(scanned) {
  const language = scanned[1] ? "&lang=en" : "";
  return {
    statusCode: 302,
    statusDescription: "Found",
    headers: {
      location: { value: `/api/verify/plain?token=${encodeURIComponent(scanned[2])}${language}` },
      "cache-control": { value: "no-store" },
      "referrer-policy": { value: "no-referrer" },
    },
  };
}

/** Kept for a year: without the network the browser leads on by itself, to the page that works there. */
function withSlash(uri) {
  return {
    statusCode: 301,
    statusDescription: "Moved Permanently",
    headers: {
      location: { value: `${uri}/` },
      "cache-control": { value: "public, max-age=31536000" },
    },
  };
}

/** A store that cannot be read closes nothing. */
async function isClosed() {
  try {
    return await switches.exists("pemeliharaan");
  } catch (_error) {
    return false;
  }
}

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
async function handler(event) {
  const request = event.request;
  const response = event.response;
  const page = pageOf(request.uri);
  const closed = /\.html$/.test(page) && (await isClosed());
  if (!response) {
    // Below it lies what works without the network: a service worker's scope begins with its own folder.
    if (/^(\/en)?\/pindai$/.test(request.uri)) return withSlash(request.uri);
    const scanned = /^(\/en)?\/v\/([^/]+)\/?$/i.exec(request.uri);
    if (scanned && !closed && request.querystring.polos) return plainForm(scanned);
    request.uri = closed ? `${/^\/en\//.test(page) ? "/en" : ""}/pemeliharaan/index.html` : page;
    return request;
  }
  // A 304 stays: the browser has the page with its status already.
  if (response.statusCode !== 200) return response;
  if (closed) {
    response.statusCode = 503;
    response.statusDescription = "Service Unavailable";
    response.headers["retry-after"] = { value: "120" };
    response.headers["cache-control"] = { value: "no-store" };
  } else if (/\/404\.html$/.test(page)) {
    response.statusCode = 404;
    response.statusDescription = "Not Found";
  }
  return response;
}
