/** How large a file of a decree or a request may be (decision 0060). Pure: the page checks it before it sends anything. */
export const mostEvidenceBytes = 2 * 1024 * 1024;

/** Of a request: more than one paper and its annexes (decision 0085). */
export const mostFiles = 3;
