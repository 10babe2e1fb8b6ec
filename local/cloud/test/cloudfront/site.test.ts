// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${…}` is how CloudFormation writes substitutions.
import { expect, test } from "vitest";
import { runningCloud } from "../assembly/running-cloud.ts";
import { writeAssembly } from "../assembly/write-assembly.ts";

const optimized = "658327ea-f89d-4fab-a63d-7e88639e58f6";
const big = `<html><body>${"lorem ipsum ".repeat(200)}</body></html>`;

const viewerCode = `
  function handler(event) {
    const request = event.request;
    if (request.uri === "/old") return { statusCode: 301, headers: { location: { value: "/" } } };
    if (event.response) { event.response.headers["x-page"] = { value: request.uri }; return event.response; }
    if (request.uri === "/v/TOKEN") request.uri = "/index.html";
    if (request.uri === "/node") request.uri = "/" + typeof process + typeof require;
    return request;
  }`;

const csp =
  "default-src 'none'; style-src 'self'; connect-src 'self' https://s-web.s3.ap-southeast-3.amazonaws.com; upgrade-insecure-requests";

/** A site in a bucket behind a distribution. */
function siteAssembly({
  mayRead = true,
  config = {},
}: {
  mayRead?: boolean;
  config?: object;
} = {}) {
  return writeAssembly(
    {
      S: {
        resources: {
          Web: { Type: "AWS::S3::Bucket" },
          Files: {
            Type: "Custom::CDKBucketDeployment",
            Properties: {
              ServiceToken: "x",
              SourceBucketNames: ["assets"],
              SourceObjectKeys: ["web.zip"],
              DestinationBucketName: { Ref: "Web" },
            },
          },
          Policy: {
            Type: "AWS::S3::BucketPolicy",
            Properties: {
              Bucket: { Ref: "Web" },
              PolicyDocument: {
                Statement: {
                  Effect: "Allow",
                  Action: "s3:GetObject",
                  Principal: { Service: "cloudfront.amazonaws.com" },
                  Resource: "arn:aws:s3:::s-web/*",
                  Condition: {
                    StringEquals: {
                      "AWS:SourceArn": mayRead
                        ? {
                            "Fn::Sub": "arn:aws:cloudfront::${AWS::AccountId}:distribution/${Site}",
                          }
                        : "arn:aws:cloudfront::000000000000:distribution/ANOTHER",
                    },
                  },
                },
              },
            },
          },
          Access: {
            Type: "AWS::CloudFront::OriginAccessControl",
            Properties: {
              OriginAccessControlConfig: {
                Name: "oac",
                OriginAccessControlOriginType: "s3",
                SigningBehavior: "always",
                SigningProtocol: "sigv4",
              },
            },
          },
          Viewer: {
            Type: "AWS::CloudFront::Function",
            Properties: {
              Name: "viewer",
              AutoPublish: true,
              FunctionCode: viewerCode,
              FunctionConfig: { Runtime: "cloudfront-js-2.0" },
            },
          },
          Headers: {
            Type: "AWS::CloudFront::ResponseHeadersPolicy",
            Properties: {
              ResponseHeadersPolicyConfig: {
                Name: "headers",
                SecurityHeadersConfig: {
                  ContentSecurityPolicy: { ContentSecurityPolicy: csp, Override: true },
                  StrictTransportSecurity: { AccessControlMaxAgeSec: 63072000, Override: true },
                  ContentTypeOptions: { Override: true },
                },
              },
            },
          },
          Site: {
            Type: "AWS::CloudFront::Distribution",
            Properties: {
              DistributionConfig: {
                Enabled: true,
                DefaultRootObject: "index.html",
                Origins: [
                  {
                    Id: "web",
                    DomainName: { "Fn::GetAtt": ["Web", "RegionalDomainName"] },
                    OriginAccessControlId: { Ref: "Access" },
                    S3OriginConfig: {},
                  },
                ],
                DefaultCacheBehavior: {
                  TargetOriginId: "web",
                  CachePolicyId: optimized,
                  Compress: true,
                  ResponseHeadersPolicyId: { Ref: "Headers" },
                  FunctionAssociations: ["viewer-request", "viewer-response"].map((EventType) => ({
                    EventType,
                    FunctionARN: { "Fn::GetAtt": ["Viewer", "FunctionARN"] },
                  })),
                },
                ...config,
              },
            },
          },
        },
      },
    },
    { web: { "index.html": big, "404.html": "<p>none</p>", "logo.png": "png" } },
  );
}

test("a page comes from the bucket with the policy's headers for this machine", async () => {
  const { siteUrl, endpoint } = await runningCloud(siteAssembly());

  const response = await fetch(siteUrl);

  expect([response.status, await response.text()]).toEqual([200, big]);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "text/html",
    "x-content-type-options": "nosniff",
    "content-security-policy": `default-src 'none'; style-src 'self'; connect-src 'self' ${endpoint}`,
  });
  expect(response.headers.has("strict-transport-security")).toBe(false);
});

test("the viewer's function rewrites, redirects, adds a header and knows nothing of Node", async () => {
  const { siteUrl } = await runningCloud(siteAssembly());

  const rewritten = await fetch(`${siteUrl}/v/TOKEN`);
  const redirected = await fetch(`${siteUrl}/old`, { redirect: "manual" });
  const node = await fetch(`${siteUrl}/node`);

  expect([rewritten.status, rewritten.headers.get("x-page")]).toEqual([200, "/index.html"]);
  expect([redirected.status, redirected.headers.get("location")]).toEqual([301, "/"]);
  // There is no object "undefinedundefined".
  expect(node.status).toBe(403);
});

test.each([
  ["br, gzip", "br"],
  ["gzip", "gzip"],
  ["identity", null],
])("a page for a viewer that accepts %s is sent as %s", async (acceptEncoding, encoding) => {
  const { siteUrl } = await runningCloud(siteAssembly());

  const response = await fetch(siteUrl, { headers: { "accept-encoding": acceptEncoding } });

  expect(response.headers.get("content-encoding")).toBe(encoding);
  expect(await response.text()).toBe(big);
});

test("a page that is known is not sent again, and HEAD sends none", async () => {
  const { siteUrl } = await runningCloud(siteAssembly());
  const etag = (await fetch(siteUrl)).headers.get("etag") ?? "";

  const again = await fetch(siteUrl, { headers: { "if-none-match": etag } });
  const head = await fetch(siteUrl, { method: "HEAD", headers: { "accept-encoding": "identity" } });

  expect([again.status, await again.text()]).toEqual([304, ""]);
  expect([head.status, head.headers.get("content-length")]).toEqual([200, String(big.length)]);
});

test("a method the behaviour does not allow is refused", async () => {
  const { siteUrl } = await runningCloud(siteAssembly());

  expect((await fetch(siteUrl, { method: "POST" })).status).toBe(403);
});

test("an origin's error may have a page of its own", async () => {
  const CustomErrorResponses = [
    { ErrorCode: 403, ResponseCode: 404, ResponsePagePath: "/404.html" },
  ];
  const { siteUrl } = await runningCloud(siteAssembly({ config: { CustomErrorResponses } }));

  const response = await fetch(`${siteUrl}/nothing.html`);

  expect([response.status, await response.text()]).toEqual([404, "<p>none</p>"]);
});

test("a bucket that does not name the distribution is not read", async () => {
  const { siteUrl, reports } = await runningCloud(siteAssembly({ mayRead: false }));

  expect((await fetch(siteUrl)).status).toBe(403);
  expect(reports.join()).toContain(
    "cloudfront.amazonaws.com is not authorized to perform: s3:GetObject",
  );
});

test("a decorated page lets its own style through its policy and nothing else", async () => {
  const { siteUrl } = await runningCloud(siteAssembly(), {
    decorateHtml: (html, path) => html.replace("</body>", `<style>b{}</style>${path}</body>`),
  });

  const response = await fetch(siteUrl);

  expect(await response.text()).toContain("<style>b{}</style>/</body>");
  const policy = response.headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/style-src 'self' 'sha256-[\w+/=]+'/);
  expect(policy).not.toContain("unsafe");
});

test("a script that decorates a page may connect to the one origin that is said, besides those of the page", async () => {
  const decorationOrigin = "http://localhost:1";
  const { siteUrl } = await runningCloud(siteAssembly(), {
    decorateHtml: (html) => html.replace("</body>", "<script>1</script></body>"),
    decorationOrigin,
  });

  const policy = (await fetch(siteUrl)).headers.get("content-security-policy") ?? "";

  expect(policy).toMatch(/script-src [^;]*'sha256-[\w+/=]+'/);
  expect(policy).toMatch(/connect-src [^;]*http:\/\/localhost:1(;|$)/);
});

test("other pages are served on an address of their own", async () => {
  const cloud = await runningCloud(siteAssembly(), {
    extraRoutes: (_, response) => response.end("mails"),
  });

  expect(await (await fetch(`${cloud.extraUrl}/mails`)).text()).toBe("mails");
  expect((await fetch(`${cloud.siteUrl}/mails`)).status).toBe(403);
});
