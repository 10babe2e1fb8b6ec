/** What stands in front of the API: CloudFront adds a header to every request that goes through it, with a value nobody else knows. */
export interface Edge {
  /** @param value of the header, as it arrived. @returns whether the request came through CloudFront */
  sent(value: string | undefined): Promise<boolean>;
}

/** Its name. CloudFront allows none that begins with "X-Edge-" («Add custom headers to origin requests», Developer Guide). */
export const edgeHeader = "x-kartu-edge";
