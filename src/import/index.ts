import { biblatex, bibtex } from './formats/bibtex/bibtex.ts'
import { cslJson } from './formats/csl-json/csl-json.ts'
import { csv } from './formats/csv/csv.ts'
import { longtermWiki } from './formats/longterm-wiki/longterm-wiki.ts'
import { json, ndjson } from './formats/own/json.ts'
import { yaml } from './formats/own/yaml.ts'
import { ris } from './formats/ris/ris.ts'
import type { Importer } from './importer.ts'

/** The formats from which cards can be made. */
export const IMPORTERS: readonly Importer[] = [
  ...[bibtex, biblatex, ris, cslJson],
  ...[csv, json, ndjson, yaml, longtermWiki],
]
