/**
 * The map of src/: what each folder is for, and which others it may import. `test/architecture.test.ts` holds the code
 * to it, and CONTRIBUTING.md shows it.
 * @type {Record<string, readonly [what: string, others: readonly string[]]>}
 */
export const ALLOWED_IMPORTS = {
  'main.ts': ['the only place that touches the process', ['cli', 'model']],
  'api.ts': ["what `import … from 'source-cards'` gives", ['load', 'query', 'lint', 'export', 'model']],
  cli: [
    'arguments to resolved options, running a command, printing, errors to words and exit codes',
    ['commands', 'load', 'disk', 'render', 'model'],
  ],
  commands: [
    'one file a subcommand, and a folder for its parts',
    [
      'load',
      'query',
      'import',
      'export',
      'documents',
      'fetch',
      'lint',
      'disk',
      'edit',
      'notation',
      'render',
      'model',
    ],
  ],
  lint: [
    'the rules, running them, suppressions, baseline, fixes, and what reports look like',
    ['load', 'edit', 'render', 'model'],
  ],
  import: ['importers, and the plan of what an import writes', ['notation', 'edit', 'load', 'model']],
  documents: [
    'documents that cite cards: what is cited where, and their text with other references',
    ['model'],
  ],
  export: ['exporters: cards into other formats, and what each cannot carry', ['notation', 'edit', 'model']],
  fetch: ['metadata of a source from the network: pages, DOIs, arXiv', ['notation', 'model']],
  notation: [
    'how CSL-JSON, LaTeX, RIS and tables write what cards hold: shared by those who read it and those who write it',
    ['model'],
  ],
  load: ['files to cards and findings: finding, reading, parsing, checking against the schemas', ['model']],
  query: ['the query language: parsing, matching, sorting, ranked search', ['model']],
  edit: [
    'the text of new cards, text edits of those that are there, and what editing, retiring and merging change',
    ['load', 'model'],
  ],
  disk: ['locks, atomic and exclusive writes: the only place that writes', ['model']],
  render: ['the terminal: theme, widths, wrapping, tables, the page of a card', ['model']],
  model: ['card, venue, stable ID, reference, credibility, finding: types and pure functions', []],
  build: [
    'what runs at build time: types, validators, bundle, README tables',
    ['commands', 'export', 'fetch', 'import', 'lint', 'query', 'model'],
  ],
}
