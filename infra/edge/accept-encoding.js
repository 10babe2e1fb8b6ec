/**
 * CloudFront function of the API, before a request: says in a header of ours which encodings the browser takes.
 *
 * Where nothing is cached CloudFront neither compresses nor passes Accept-Encoding on, and an origin request policy that
 * names it is refused ("The parameter Headers contains Accept-Encoding that is not allowed").
 */
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request;
  const accepted = request.headers["accept-encoding"];
  // What a viewer says in our name does not count.
  request.headers["x-accept-encoding"] = { value: accepted ? accepted.value : "identity" };
  return request;
}
