/** How large a file of a decree may be (decision 0060). Pure: the page checks it before it sends anything. */
export const mostEvidenceBytes = 2 * 1024 * 1024;
