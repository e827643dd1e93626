import { longtermWiki } from './formats/longterm-wiki/longterm-wiki.ts'
import type { Importer } from './importer.ts'

/** The formats from which cards can be made. */
export const IMPORTERS: readonly Importer[] = [longtermWiki]
