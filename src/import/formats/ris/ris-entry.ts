import { arxivKey } from '../../../model/identifier.ts'
import type { CslItem, CslName } from '../../../notation/csl/csl-item.ts'
import { dateFromText } from '../../../notation/csl/date-from-csl.ts'
import { webAddress } from '../../../notation/csl/identifiers-from-csl.ts'
import { namesFromRis } from '../../../notation/ris/names-from-ris.ts'
import { cslTypeOfRis } from '../../../notation/ris/ris-types.ts'
import type { FieldLog, ImportLog } from '../../import-log.ts'
import type { FieldOrigin, ReferenceEntry } from '../reference-entry.ts'
import { RIS_FIELDS } from './ris-fields.ts'
import type { RisEntry, RisValue } from './scan-ris.ts'

/** An entry of RIS under the names of CSL. The log is told of values that have none. */
export function risReference(file: string, entry: RisEntry, log: ImportLog): ReferenceEntry {
  return new Reading(file, entry, log).reference()
}

class Reading {
  private readonly file: string
  private readonly entry: RisEntry
  private readonly log: ImportLog
  private readonly recordId: string | undefined
  private readonly item: { [key: string]: unknown } = {}
  private readonly places = new Map<string, FieldOrigin>()

  constructor(file: string, entry: RisEntry, log: ImportLog) {
    this.file = file
    this.entry = entry
    this.log = log
    this.recordId = this.all('ID')[0]?.value.replace(/\s+/g, ' ')
  }

  reference(): ReferenceEntry {
    const used = new Set(RIS_FIELDS.map(({ from }) => from))
    for (const value of this.entry.values)
      if (!(used.has(value.tag) || /^D[BP]$/.test(value.tag))) this.drop(value, 'Cards have no field for it.')
    for (const { from, csl } of RIS_FIELDS) if (csl !== undefined) this.text(from, csl)
    this.type()
    this.authors()
    this.dates()
    const alsoAt = this.addresses()
    this.numbers()
    this.lists()
    const { file, entry, recordId, item, places } = this
    return { file, line: entry.line, recordId, item: item as CslItem, places, alsoAt }
  }

  private all(...tags: string[]): RisValue[] {
    return this.entry.values.filter(({ tag }) => tags.includes(tag))
  }

  private set(csl: string, { tag, line }: RisValue, value: unknown): void {
    this.item[csl] = value
    this.places.set(csl, { key: tag, line })
  }

  private drop(value: RisValue, why: string): void {
    this.fieldLog(value).drop(why)
  }

  private fieldLog({ tag, line }: RisValue): FieldLog {
    return this.log.field({ file: this.file, recordId: this.recordId, key: tag, lineOf: () => line })
  }

  private text(tag: string, csl: string): void {
    for (const value of this.all(tag)) {
      // Publishers put the markup of their pages into titles and abstracts.
      if (!(csl in this.item)) this.set(csl, value, value.value)
      else if (this.item[csl] !== value.value)
        this.drop(value, `The entry gives another value in ${this.places.get(csl)?.key}.`)
    }
  }

  private type(): void {
    const [type] = this.all('TY')
    if (type) this.set('type', type, cslTypeOfRis(type.value) ?? type.value)
  }

  private authors(): void {
    const names = this.all('AU', 'A1')
    if (names[0])
      this.set(
        'author',
        names[0],
        names.flatMap(value => this.names(value)),
      )
  }

  /** The names in a value, of which there should be one. */
  private names(value: RisValue): readonly (CslName | string)[] {
    const { names, unclear, converted } = namesFromRis(value.value)
    if (unclear !== undefined)
      this.drop(value, `It may name several people, and is kept as one name: ${unclear}`)
    for (const [from, to] of converted) this.fieldLog(value).convert(from, to)
    return names
  }

  private dates(): void {
    const given = this.all('DA', 'PY', 'Y1').map(value => {
      const { date = '', lost } = dateFromText(value.value)
      return { value, date, isWhole: date !== '' && lost.length === 0 }
    })
    const [best, ...others] = given.sort((a, b) => b.date.length - a.date.length)
    if (best) this.set('issued', best.value, { raw: best.value.value })
    for (const { value, date, isWhole } of others)
      if (!best?.date.startsWith(date))
        this.drop(value, `The entry gives another date in ${best?.value.tag}.`)
      else if (!isWhole && value.value !== best.value.value)
        this.drop(value, `Only the date in ${best.value.tag} is kept, without: ${value.value}`)
    const [accessed, ...more] = this.all('Y2')
    if (accessed) this.set('accessed', accessed, { raw: accessed.value })
    for (const value of more)
      this.drop(
        value,
        value.value === accessed?.value
          ? 'The entry says it already, in Y2.'
          : 'The entry gives another value in Y2.',
      )
  }

  /** The first address is the source's, further ones are more of it. */
  private addresses(): string[] {
    const [first, ...more] = [...this.all('UR', 'LK'), ...this.all('L1', 'L2')].flatMap(value =>
      value.value.split(/[,;]?\s|;(?=https?:)/).flatMap(part => {
        const address = webAddress(part)
        if (address === undefined && part !== '')
          this.drop(value, `It is no absolute http or https address: ${part}`)
        return address === undefined ? [] : [{ value, address }]
      }),
    )
    if (first) this.set('URL', first.value, first.address)
    return more.map(({ address }) => address)
  }

  /** Numbers of which another value tells what they are. */
  private numbers(): void {
    const database = this.all('DB', 'DP').map(({ value }) => value)
    for (const value of this.all('AN')) {
      const isPubMed =
        database.some(name => /pubmed|medline|nlm/i.test(name)) && /^\d{1,9}$/.test(value.value)
      if (isPubMed) this.set('PMID', value, value.value)
      else if (/arxiv/i.test(value.value) && arxivKey(value.value) !== undefined) {
        this.set('archive', value, 'arXiv')
        this.set('archive_location', value, value.value.replace(/^arxiv:\s*/i, ''))
      } else this.drop(value, 'Cards have no field for it.')
    }
    for (const value of this.all('SN')) {
      const isIsbn = value.value.replace(/[^\dXx]/g, '').length > 8
      if (isIsbn && !('ISBN' in this.item)) this.set('ISBN', value, value.value)
      else if (!isIsbn) this.drop(value, 'Cards have no field for an ISSN.')
      else if (this.item.ISBN !== value.value) this.drop(value, 'The entry gives another value in SN.')
    }
  }

  private lists(): void {
    const words = this.all('KW')
    // EndNote puts all keywords into one value, a line for each.
    const keywords = words.flatMap(({ value }) => value.split(/\n|;/))
    if (words[0]) this.set('keyword', words[0], keywords)
    const notes = this.all('N1', 'RN')
    if (notes[0]) this.set('note', notes[0], notes.map(({ value }) => value).join('\n\n'))
  }
}
