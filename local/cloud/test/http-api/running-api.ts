import { runningCloud } from "../assembly/running-cloud.ts";
import { arnOf, lambda, role, writeAssembly } from "../assembly/write-assembly.ts";

const host = (apiId: object) => ({
  "Fn::Join": ["", [apiId, ".execute-api.", { Ref: "AWS::Region" }, ".amazonaws.com"]],
});
/** CachingDisabled and AllViewerExceptHostHeader. */
const everything = {
  CachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
  OriginRequestPolicyId: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
};

/** An API behind a distribution, whose functions are named in the routes. */
export async function runningApi({
  routes,
  code,
  permitted = true,
  timeout,
  api = {},
  fn = {},
  resources = {},
  origin = {},
}: {
  routes: Record<string, string>;
  code: Record<string, string>;
  permitted?: boolean;
  timeout?: number;
  /** Properties of the API, of its functions and of the origin, and further resources. */
  api?: object;
  fn?: Record<string, unknown>;
  origin?: object;
  resources?: Parameters<typeof writeAssembly>[0][string]["resources"];
}) {
  const functions = Object.keys(code).flatMap((name) => [
    [name, lambda(name, "Role", fn)],
    [
      `${name}Integration`,
      {
        Type: "AWS::ApiGatewayV2::Integration",
        Properties: {
          ApiId: { Ref: "Api" },
          IntegrationType: "AWS_PROXY",
          IntegrationUri: arnOf(name),
          PayloadFormatVersion: "2.0",
          TimeoutInMillis: timeout,
        },
      },
    ],
    [
      `${name}Permission`,
      {
        Type: "AWS::Lambda::Permission",
        Properties: {
          Action: "lambda:InvokeFunction",
          FunctionName: arnOf(name),
          Principal: "apigateway.amazonaws.com",
          SourceArn: {
            "Fn::Sub": `arn:aws:execute-api:*:*:\${Api}/*/${permitted ? "*" : "PUT/*"}`,
          },
        },
      },
    ],
  ]);
  const keys = Object.entries(routes).map(([key, name], index) => [
    `Route${index}`,
    {
      Type: "AWS::ApiGatewayV2::Route",
      Properties: {
        ApiId: { Ref: "Api" },
        RouteKey: key,
        Target: { "Fn::Sub": `integrations/\${${name}Integration}` },
      },
    },
  ]);
  const assembly = writeAssembly(
    {
      S: {
        resources: {
          Role: role(),
          Api: {
            Type: "AWS::ApiGatewayV2::Api",
            Properties: { Name: "api", ProtocolType: "HTTP", ...api },
          },
          ...Object.fromEntries([...functions, ...keys]),
          ...resources,
          Site: {
            Type: "AWS::CloudFront::Distribution",
            Properties: {
              DistributionConfig: {
                Enabled: true,
                Origins: [
                  { Id: "api", DomainName: host({ Ref: "Api" }), CustomOriginConfig: origin },
                ],
                DefaultCacheBehavior: {
                  TargetOriginId: "api",
                  AllowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"],
                  ...everything,
                },
              },
            },
          },
        },
        outputs: { SiteUrl: { Value: "https://kartu.example.go.id" } },
      },
    },
    Object.fromEntries(Object.entries(code).map(([name, text]) => [name, { "index.cjs": text }])),
  );
  const cloud = await runningCloud(assembly);
  return { cloud, get: (path: string, init?: RequestInit) => fetch(cloud.siteUrl + path, init) };
}
