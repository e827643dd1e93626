import { arxivForm, arxivKey } from '../../../model/identifier.ts'
import type { CslItem } from '../../../notation/csl/csl-item.ts'
import { cslLine } from '../../../notation/csl/csl-text.ts'
import { tagOfBabelName } from '../../../notation/latex/babel-language.ts'
import { type EntryCslType, entryCslType } from '../../../notation/latex/bibtex-types.ts'
import { latexNames } from '../../../notation/latex/latex-names.ts'
import { latexText } from '../../../notation/latex/latex-text.ts'
import type { ImportLog } from '../../import-log.ts'
import type { FieldOrigin, ReferenceEntry } from '../reference-entry.ts'
import { BIBTEX_FIELDS } from './bibtex-fields.ts'
import { addressIn, spacedAddresses, verbatimText } from './latex-address.ts'
import type { BibtexEntry, BibtexField } from './scan-entries.ts'

/** An entry of BibTeX under the names of CSL. The log is told of fields that have none. */
export function bibtexReference(
  file: string,
  entry: BibtexEntry,
  fields: readonly BibtexField[],
  log: ImportLog,
): ReferenceEntry {
  return new Reading(file, entry, fields, log).reference()
}

class Reading {
  private readonly file: string
  private readonly entry: BibtexEntry
  private readonly log: ImportLog
  private readonly fields = new Map<string, BibtexField>()
  private readonly item: { [key: string]: unknown } = {}
  private readonly places = new Map<string, FieldOrigin>()

  constructor(file: string, entry: BibtexEntry, fields: readonly BibtexField[], log: ImportLog) {
    this.file = file
    this.entry = entry
    this.log = log
    for (const field of fields) {
      for (const macro of field.unknown)
        this.drop(field, `No @string defines ${macro}: its name is taken for the value.`)
      if (field.value.trim() === '') log.emptyValues++
      else if (this.fields.has(field.name))
        this.drop(field, 'The entry has this field twice: the first counts.')
      else this.fields.set(field.name, field)
    }
  }

  reference(): ReferenceEntry {
    const used = new Set(BIBTEX_FIELDS.map(({ from }) => from))
    for (const field of this.fields.values())
      if (!used.has(field.name)) this.drop(field, 'Cards have no field for it.')
    for (const { from, csl, form } of BIBTEX_FIELDS) {
      const field = this.fields.get(from)
      if (field === undefined || csl === undefined) continue
      const value = this.textOf(field, form)
      if (csl in this.item) this.drop(field, repeated(value, this.item[csl], this.places.get(csl)?.key))
      else this.set(csl, field, value)
    }
    this.subtitle()
    this.date()
    this.eprint()
    this.address()
    this.notes()
    const { entry, file } = this
    const { type, isGuessed } = this.type()
    return {
      file,
      line: entry.line,
      recordId: entry.key,
      item: { ...this.item, ...(type === undefined ? {} : { type }) } as CslItem,
      isTypeGuessed: isGuessed,
      places: this.places,
    }
  }

  private set(csl: string, { name, line }: BibtexField, value: unknown): void {
    this.item[csl] = value
    this.places.set(csl, { key: name, line })
  }

  private drop({ name, line }: BibtexField, why: string): void {
    this.log.field({ file: this.file, recordId: this.entry.key, key: name, lineOf: () => line }).drop(why)
  }

  private textOf(field: BibtexField, form: string | undefined): unknown {
    const source = field.value
    switch (form) {
      case 'names':
        return latexNames(source, name =>
          this.drop(field, `It may name several people, and is kept as one name: ${name}`),
        ).map(name =>
          Object.fromEntries(Object.entries(name).map(([part, text]) => [part, cslLine(String(text))])),
        )
      case 'url':
        // An address may be broken into lines; a second one begins anew.
        return source.includes('\\url') ? (addressIn(source) ?? '') : spacedAddresses(source)
      case 'verbatim':
        return verbatimText(source)
      case 'language': {
        const language = latexText(source)
        return tagOfBabelName(language) ?? language
      }
      case 'date':
        return { raw: latexText(source) }
      default: {
        const unknown = new Set<string>()
        // Publishers put the markup of their pages into titles and abstracts.
        const text = latexText(source, command => unknown.add(command))
        for (const command of unknown)
          this.drop(field, `Nothing is known of the command \\${command}: only what it is about is kept.`)
        return text
      }
    }
  }

  private subtitle(): void {
    const subtitle = this.fields.get('subtitle')
    if (subtitle === undefined) return
    const text = this.textOf(subtitle, 'text')
    if (typeof this.item.title !== 'string') this.set('title', subtitle, text)
    else this.item.title += /[?!:.]$/.test(this.item.title) ? ` ${text}` : `: ${text}`
  }

  /** `year`, `month` and `day`, where there is no `date`. */
  private date(): void {
    const [year, month, day] = ['year', 'month', 'day'].map(name => this.fields.get(name))
    if ('issued' in this.item) return
    if (year === undefined) {
      for (const part of [month, day]) if (part !== undefined) this.drop(part, 'The entry gives no year.')
      return
    }
    const [number, name, of] = [year, month, day].map(field => field && latexText(field.value).trim())
    if (!/^\d{4}$/.test(number ?? '')) {
      this.set('issued', year, { raw: (number ?? '').replace(/\s*[–—]\s*/, '/') })
      return
    }
    const [monthNumber, dayNumber] = monthAndDay(name ?? '', of)
    if (month !== undefined && monthNumber === undefined) this.drop(month, `It is no month: ${name}`)
    else if (month !== undefined && isSeveral(name ?? ''))
      this.drop(month, `Only the first month is kept of: ${name}`)
    if (day !== undefined && (monthNumber === undefined || dayNumber === undefined))
      this.drop(day, monthNumber === undefined ? 'The entry gives no month.' : `It is no day: ${of}`)
    this.set('issued', year, {
      'date-parts': [[number, monthNumber, dayNumber].filter(part => part !== undefined)],
    })
  }

  private eprint(): void {
    const eprint = this.fields.get('eprint')
    if (eprint === undefined) return
    const prefix = this.fields.get('archiveprefix') ?? this.fields.get('eprinttype')
    const archive = prefix === undefined ? '' : verbatimText(prefix.value).toLowerCase()
    const id = verbatimText(eprint.value)
    if (/^pubmed$|^pmid$/.test(archive) && !('PMID' in this.item)) this.set('PMID', eprint, id)
    else if ((archive === '' || archive === 'arxiv') && arxivKey(id) !== undefined) {
      this.set('archive', prefix ?? eprint, 'arXiv')
      // Of a paper no version is meant, but where the entry says nothing else.
      this.set('archive_location', eprint, id === arxivForm(id) ? id : arxivKey(id))
    } else if (/^https?:\/\//i.test(id) && !('URL' in this.item)) this.set('URL', eprint, id)
    else
      this.drop(
        eprint,
        archive === '' ? `It is no arXiv id: ${id}` : `Cards have no field for ids of ${archive}.`,
      )
  }

  /** The address in `howpublished`, or else the only one in `note`, when there is no `url`. */
  private address(): void {
    const published = this.fields.get('howpublished')
    const found = published && addressIn(published.value)
    if (published && found === undefined) this.publisher(published)
    else if (published && 'URL' in this.item && this.item.URL !== found)
      this.drop(published, 'The entry has a url besides.')
    else if (published && found !== undefined) this.set('URL', published, found)
    const note = this.fields.get('note')
    const noted = note && addressIn(note.value)
    if (note && noted !== undefined && !('URL' in this.item)) this.set('URL', note, noted)
  }

  /** Where it was published, in words: of `@misc` there is no other field for it. */
  private publisher(published: BibtexField): void {
    if (this.entry.type !== 'misc' || 'publisher' in this.item || 'container-title' in this.item)
      this.drop(published, 'Cards have no field for it.')
    else this.set('publisher', published, this.textOf(published, 'text'))
  }

  private notes(): void {
    const more = ['annote', 'annotation'].flatMap(name => this.fields.get(name) ?? [])
    for (const field of more) {
      const text = this.textOf(field, 'prose')
      if (typeof this.item.note === 'string') this.item.note += `\n\n${text}`
      else this.set('note', field, text)
    }
  }

  /** By the entry's own type, and by what it says of it in words. */
  private type(): EntryCslType {
    const [words, subtype] = ['type', 'entrysubtype'].map(name => this.fields.get(name))
    const told = entryCslType(this.entry.type, {
      words: words && latexText(words.value),
      subtype: subtype && latexText(subtype.value),
      isArxiv: this.item.archive === 'arXiv',
      hasUrl: 'URL' in this.item,
      hasIsbn: 'ISBN' in this.item,
    })
    for (const field of [words, subtype])
      if (field !== undefined && !told.used.some(name => name === field.name))
        this.drop(field, 'Cards have no field for it.')
    return told
  }
}

/** What to say of a value that the entry has under two names. */
function repeated(value: unknown, first: unknown, name = ''): string {
  return JSON.stringify(value) === JSON.stringify(first)
    ? `The entry says it already, in ${name}.`
    : `The entry gives another value in ${name}.`
}

/** `May/June`, `5--6`: more than one month. */
function isSeveral(month: string): boolean {
  return (month.match(/\p{L}{3,}/gu) ?? []).length > 1 || /^\d+\D+\d/.test(month)
}

/** `Mar`, `3`, `10~Jan`, `Jan 10`, and a day of its own. */
function monthAndDay(month: string, day: string | undefined): (string | undefined)[] {
  const name = /\p{L}{3,}/u.exec(month)?.[0].slice(0, 3).toLowerCase()
  const known = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
  const numbers = month.match(/\d{1,2}/g) ?? []
  const number =
    name === undefined ? numbers[0] : known.includes(name) ? String(known.indexOf(name) + 1) : undefined
  if (number === undefined) return []
  const within = name === undefined ? undefined : numbers[0]
  return [number, /^\d{1,2}$/.test(day ?? '') ? day : within]
}
