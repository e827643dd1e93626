import type { Exporter } from './exporter.ts'
import { biblatex, bibtex } from './formats/bibtex/bibtex.ts'
import { cslJson } from './formats/csl-json.ts'
import { csv } from './formats/csv/csv.ts'
import { json, ndjson } from './formats/json.ts'
import { jsonld } from './formats/jsonld/jsonld.ts'
import { markdown } from './formats/markdown/markdown.ts'
import { ris } from './formats/ris/ris.ts'
import { yaml } from './formats/yaml.ts'

/** The formats into which cards can be written, in the order in which they are listed. */
export const EXPORTERS: readonly Exporter[] = [
  json,
  ndjson,
  yaml,
  csv,
  cslJson,
  bibtex,
  biblatex,
  ris,
  jsonld,
  markdown,
]
