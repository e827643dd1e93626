import type { FieldMapping } from '../../importer.ts'

/** A value of RIS: its name in CSL, and the field of a card. */
export interface RisFieldRow extends FieldMapping {
  readonly csl?: string
}

/** Of several tags for one value of CSL the first that an entry has counts. */
export const RIS_FIELDS: readonly RisFieldRow[] = [
  { from: 'TY', to: 'type', note: 'such as `paper` of `JOUR`' },
  { from: 'ID', to: '—', note: 'only the report tells it, but with --map key=id or key=extra.NAME' },
  { from: 'TI', to: 'title', csl: 'title' },
  { from: 'T1', to: 'title', csl: 'title' },
  { from: 'CT', to: 'title', csl: 'title' },
  { from: 'ST', to: 'label', csl: 'title-short' },
  { from: 'AU', to: 'authors', note: '`Family, Given, Suffix`; without a comma as it is' },
  { from: 'A1', to: 'authors' },
  { from: 'DA', to: 'published', note: 'of `DA`, `PY` and `Y1` the most exact' },
  { from: 'PY', to: 'published' },
  { from: 'Y1', to: 'published' },
  { from: 'Y2', to: 'accessed' },
  {
    from: 'JF',
    to: 'venue',
    csl: 'container-title',
    note: 'of the venue with that name; else the report tells the name',
  },
  { from: 'T2', to: 'venue', csl: 'container-title', note: 'the same' },
  { from: 'JO', to: 'venue', csl: 'container-title', note: 'the same' },
  { from: 'BT', to: 'venue', csl: 'container-title', note: 'the same' },
  { from: 'JA', to: 'venue', csl: 'container-title', note: 'the same' },
  { from: 'J2', to: 'venue', csl: 'container-title', note: 'the same' },
  { from: 'PB', to: 'venue', csl: 'publisher', note: 'unless there is a journal or book' },
  { from: 'DO', to: 'doi', csl: 'DOI', note: 'bare, in lower case' },
  { from: 'UR', to: 'url', note: 'further ones are `also_at`' },
  { from: 'LK', to: 'url' },
  { from: 'L1', to: 'also_at', note: 'only addresses; the same for `L2`' },
  { from: 'L2', to: 'also_at' },
  { from: 'AN', to: 'arxiv', note: '`arXiv:…`; of PubMed (`DB`, `DP`) it is `pmid`' },
  { from: 'SN', to: 'isbn', note: 'not an ISSN' },
  { from: 'AB', to: 'abstract', csl: 'abstract' },
  { from: 'N2', to: 'abstract', csl: 'abstract' },
  { from: 'KW', to: 'tags', note: 'as slugs: `Machine learning` is `machine-learning`' },
  { from: 'LA', to: 'language', csl: 'language' },
  { from: 'N1', to: 'notes', note: 'several are paragraphs' },
  { from: 'RN', to: 'notes' },
  { from: 'any other', to: '—', note: 'the report tells it' },
]
