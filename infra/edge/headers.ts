import { Duration } from "aws-cdk-lib";
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";
import type { Settings } from "../settings.ts";
import {
  contentSecurityPolicy,
  nothingPolicy,
  type UploadOrigins,
  wasmWorkerPolicy,
} from "./content-security-policy.ts";

/** Whether the site is a subdomain of our zone. Without a zone in the settings we do not know. */
function isBelowItsZone({ domain, hostedZoneName }: SiteName): boolean {
  return hostedZoneName !== undefined && domain !== hostedZoneName;
}

type SiteName = Pick<Settings, "domain" | "hostedZoneName">;

/** On the zone's own name, includeSubDomains would break other services below it that have no TLS (RFC 6797, 14.2). */
const everywhere = (site: SiteName): ResponseSecurityHeadersBehavior => ({
  strictTransportSecurity: {
    accessControlMaxAge: Duration.days(730),
    includeSubdomains: isBelowItsZone(site),
    override: true,
  },
  contentTypeOptions: { override: true },
});

interface PageKind {
  readonly id: string;
  /** Whether the page may ask for the camera. */
  readonly camera: boolean;
}

/** Security headers of the pages. */
export class PageHeaders extends ResponseHeadersPolicy {
  constructor(
    scope: Construct,
    site: SiteName,
    { origins, id, camera }: PageKind & { readonly origins: UploadOrigins },
  ) {
    super(scope, id, {
      comment: `Kartu ASN: ${camera ? "the page that scans cards" : "pages"}`,
      securityHeadersBehavior: {
        ...everywhere(site),
        contentSecurityPolicy: {
          contentSecurityPolicy: contentSecurityPolicy(origins),
          override: true,
        },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        // With "no-referrer" browsers would send "Origin: null" for a form, and the origin check would refuse it.
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: "cross-origin-opener-policy", value: "same-origin", override: true },
          { header: "cross-origin-resource-policy", value: "same-origin", override: true },
          {
            header: "permissions-policy",
            value: `camera=${camera ? "(self)" : "()"}, geolocation=(), microphone=(), payment=(), usb=()`,
            override: true,
          },
        ],
      },
    });
  }
}

/** Security headers of the scripts of the workers that compile, which need more than pages, and get less besides. */
export class WasmWorkerHeaders extends ResponseHeadersPolicy {
  constructor(scope: Construct, site: SiteName) {
    super(scope, "studio-worker-headers", {
      comment: "Kartu ASN: the studio's worker",
      securityHeadersBehavior: {
        ...everywhere(site),
        contentSecurityPolicy: { contentSecurityPolicy: wasmWorkerPolicy(), override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: "cross-origin-resource-policy", value: "same-origin", override: true },
        ],
      },
    });
  }
}

/** Headers of what is published for programs of others: every page of every site may read it. No cookie is asked for, and none is sent with it. */
export class PublishedHeaders extends ResponseHeadersPolicy {
  constructor(scope: Construct, site: SiteName) {
    super(scope, "published-headers", {
      comment: "Kartu ASN: the list of keys and the status lists",
      corsBehavior: {
        accessControlAllowOrigins: ["*"],
        accessControlAllowMethods: ["GET", "HEAD"],
        accessControlAllowHeaders: ["*"],
        accessControlAllowCredentials: false,
        originOverride: true,
      },
      securityHeadersBehavior: {
        ...everywhere(site),
        contentSecurityPolicy: { contentSecurityPolicy: nothingPolicy(), override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: "cross-origin-resource-policy", value: "cross-origin", override: true },
        ],
      },
    });
  }
}

/** What the edge adds to the API's answers; the functions set the rest themselves. */
export class ApiHeaders extends ResponseHeadersPolicy {
  constructor(scope: Construct, site: SiteName) {
    super(scope, "api-headers", {
      comment: "Kartu ASN: API",
      securityHeadersBehavior: everywhere(site),
    });
  }
}

/**
 * The headers that reach the API: those it reads, and the viewer's address and province as CloudFront knows them. A policy takes ten. We cannot send all headers:
 * with Host, API Gateway would look for a custom domain; without it, CloudFront adds no address.
 */
export class ViewerHeaders extends OriginRequestPolicy {
  constructor(scope: Construct) {
    super(scope, "viewer-headers", {
      comment: "Kartu ASN: what the API reads",
      cookieBehavior: OriginRequestCookieBehavior.all(),
      queryStringBehavior: OriginRequestQueryStringBehavior.all(),
      headerBehavior: OriginRequestHeaderBehavior.allowList(
        "CloudFront-Viewer-Address",
        "CloudFront-Viewer-Country-Region-Name",
        "Content-Type",
        "If-None-Match",
        "Origin",
        "Sec-Fetch-Site",
        "User-Agent",
        "X-Accept-Encoding",
        "X-Kartu",
        "X-Kartu-Person",
      ),
    });
  }
}
