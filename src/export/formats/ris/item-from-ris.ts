import type { CslItem } from '../../../notation/csl/csl-item.ts'
import { namesFromRis } from '../../../notation/ris/names-from-ris.ts'
import { cslTypeOfRis } from '../../../notation/ris/ris-types.ts'
import type { RisLine } from './ris-lines.ts'

/** What a reader, as our importer is one, makes of the lines of a card: by it we know what they do not tell. */
export function itemFromRis(lines: readonly RisLine[]): {
  readonly item: CslItem
  readonly alsoAt: readonly string[]
} {
  const all = (tag: string) => lines.filter(line => line.tag === tag).map(({ value }) => value)
  const one = (tag: string) => all(tag)[0]
  const [url, ...more] = all('UR').flatMap(value => value.split(/;(?=https?:)/))
  const date = one('DA') ?? one('PY')
  const accessed = one('Y2')
  const numbers = all('AN')
  const arxiv = numbers.find(number => /^arXiv:/.test(number))
  const item: { [key: string]: unknown } = {
    type: cslTypeOfRis(one('TY') ?? ''),
    title: one('TI'),
    'title-short': one('ST'),
    author: all('AU').flatMap(value => namesFromRis(value).names),
    issued: date === undefined ? undefined : { raw: date },
    accessed: accessed === undefined ? undefined : { raw: accessed },
    DOI: one('DO'),
    URL: url,
    ISBN: one('SN'),
    PMID: numbers.find(number => /^\d+$/.test(number)),
    archive: arxiv === undefined ? undefined : 'arXiv',
    archive_location: arxiv?.slice('arXiv:'.length),
    abstract: one('AB'),
    language: one('LA'),
    keyword: all('KW'),
    note: all('N1').join('\n\n'),
  }
  const said = Object.entries(item).filter(([, value]) => value !== undefined)
  return { item: Object.fromEntries(said), alsoAt: [...new Set(more)].filter(address => address !== url) }
}
