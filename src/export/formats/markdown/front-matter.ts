import { lineText } from '../../../edit/scalar-text.ts'
import { cardTitle } from '../../../model/card.ts'
import { parseDate } from '../../../model/date.ts'
import { neutralLine } from '../../../model/neutral.ts'
import type { CardContext } from './card-context.ts'
import { webAddress } from './link.ts'

/**
 * YAML front matter, as site builders read it: strings that YAML 1.1 and 1.2 readers take for the same, so that a title
 * such as `no` or `1984` stays one. `date` is only there where the day is known, as Hugo and Jekyll fail on any other. No
 * `url`, by which Hugo would put the page elsewhere, no `type`, by which it would choose another layout, and no
 * `published`, which it takes for a date and Jekyll for yes or no.
 */
export function cardFrontMatter({ card, json }: CardContext): string {
  const { published, type, tags = [], aliases = [], authors = [] } = json
  const day =
    published !== undefined && published.length === 10 && parseDate(published) ? published : undefined
  return frontMatterText([
    ['title', quoted(cardTitle(card))],
    ['id', quoted(card.id)],
    ['source_type', type],
    ['authors', list(authors.map(({ name }) => name))],
    ['date', day],
    ['source_published', published && quoted(published)],
    ['source', json.url && lineText(webAddress(json.url).replace(/[[\]]/g, encodeURIComponent))],
    ['credibility', json.effective_credibility?.rating.toString()],
    ['tags', list(tags)],
    ['aliases', list(aliases)],
  ])
}

/** Keys with what is YAML already; those without anything are left out. */
export function frontMatterText(
  entries: readonly (readonly [key: string, yaml: string | undefined])[],
): string {
  const lines = entries
    .filter(([, yaml]) => yaml !== undefined && yaml !== '')
    .map(([key, yaml = '']) => `${key}:${yaml.startsWith('\n') ? '' : ' '}${yaml}`)
  return ['---', ...lines, '---'].join('\n')
}

/**
 * Plain text, which is what most take it for. Pandoc reads it as Markdown and some templates as HTML, which no one way to
 * escape would suit: a blank keeps apart what would act on either.
 */
function quoted(text: string): string {
  const inert = neutralLine(text)
    .trim()
    .replace(/<(?=[A-Za-z/!?])|\\(?=[A-Za-z])|\{(?=[={%#<])|`(?=\{)|\](?=\()/g, '$& ')
  return lineText(inert)
}

function list(texts: readonly string[]): string | undefined {
  return texts.length === 0 ? undefined : texts.map(text => `\n  - ${quoted(text)}`).join('')
}
