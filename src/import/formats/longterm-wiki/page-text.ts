import { CardsError } from '../../../model/errors.ts'
import type { ImportFile } from '../../importer.ts'
import { splitTrailer } from './page-trailer.ts'

/** Whether a text is that of a source page, and not YAML. */
export function isPageText({ name, text }: ImportFile): boolean {
  if (/\.ya?ml$/i.test(name)) return false
  return (
    /^(?:Credibility Rating|Cached Content Preview)\r?$/m.test(text) ||
    splitTrailer(text).stableId !== undefined
  )
}

/**
 * The address of the source of a page's text.
 * @throws {CardsError} `usage` when there is none, or one for several pages
 */
export function checkPageUrl(pages: readonly ImportFile[], url: string | undefined): string {
  if (pages.length > 1) {
    throw new CardsError(
      'usage',
      `These are the texts of ${pages.length} pages.`,
      'Import one at a time, each with its --url.',
    )
  }
  if (url !== undefined && /^https?:\/\/[^\s/?#]+\S*$/i.test(url)) return url
  const what = url === undefined ? 'does not say the address of its source' : `cannot have the address ${url}`
  throw new CardsError('usage', `The page text ${pages[0]?.name} ${what}.`, 'Give it: --url https://…')
}
