/** What travels between web/ and template-preview: types only, as in contract.ts. For operators alone: 403 `forbidden`. */

/** GET /api/operator/template: what there is to look at. */
export interface TemplateAnswer {
  readonly templateVersion: string;
  /** Those that have something their own way; all others look as usual. */
  readonly agencies: readonly { readonly instansiId: string; readonly name: string }[];
  /** Ids of the extreme cards; they key the titles. */
  readonly cards: readonly string[];
}

// GET /api/operator/template/faces/{face}?card={id}&agency={instansiId}: WebP, with ETag / If-None-Match (304). Without
// `agency` the usual look. 404 for a card or an agency that is not in the answer above.
