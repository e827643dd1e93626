import type { Exporter } from './exporter.ts'
import { json, ndjson } from './formats/json.ts'

/** The formats into which cards can be written, in the order in which they are listed. */
export const EXPORTERS: readonly Exporter[] = [json, ndjson]
