import { type Token, type TokenHandler, Tokenizer, TokenizerMode } from 'parse5'
import type { HtmlPage } from './html-page.ts'

/** More than this of a page's scripts tells no more of what it is. */
const MOST_MACHINERY = 256 * 1024

/** How the text within an element is read (HTML Standard, 13.2.6). */
const TEXT_MODES: ReadonlyMap<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]> = new Map([
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
  ['style', TokenizerMode.RAWTEXT],
  ['xmp', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['script', TokenizerMode.SCRIPT_DATA],
  ['plaintext', TokenizerMode.PLAINTEXT],
])

/** A tag that the end of the page cuts off. */
const TAG_AT_END = /<[a-z/][^<>]*$/i

/** What the markup of a page says about it. Takes time in proportion to its length, however it is nested. */
export function readHtml(html: string): HtmlPage {
  const reader = new PageReader()
  // Only its tags are read: a tree would take quadratic time for pages that are made for it.
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: false }, reader)
  reader.onText = mode => {
    tokenizer.state = mode
  }
  tokenizer.write(html, true)
  const page = reader.page()
  return { ...page, isCut: page.isCut || TAG_AT_END.test(html.slice(-2000)) }
}

type Attributes = ReadonlyMap<string, string>

/** Keeps what matters of the tags and texts that go by. */
class PageReader implements TokenHandler {
  /** Told how the text after a tag is to be read. */
  onText: (mode: (typeof TokenizerMode)[keyof typeof TokenizerMode]) => void = () => {}
  private readonly metas: { name: string; content: string }[] = []
  private readonly jsonLd: string[] = []
  private readonly machinery: string[] = []
  private machinerySize = 0
  private readonly first: { title?: string; language?: string; canonical?: string; base?: string } = {}
  private textLength = 0
  private hasArticle = false
  private hasPasswordField = false
  /** How deep in drawings, whose titles are not the page's. */
  private drawings = 0
  /** The element whose text is being read, and that text. */
  private within: { readonly name: string; readonly isData: boolean; readonly parts: string[] } | undefined

  page(): HtmlPage {
    const isCut = this.within !== undefined && this.within.name !== 'plaintext'
    this.endText()
    const { metas, jsonLd, textLength, hasArticle, hasPasswordField } = this
    return {
      ...this.first,
      ...{ metas, jsonLd, textLength, hasArticle, hasPasswordField, isCut },
      machinery: this.machinery.join('\n'),
    }
  }

  onStartTag({ tagName, attrs, selfClosing }: Token.TagToken): void {
    this.endText()
    const attributes: Attributes = new Map(attrs.map(({ name, value }) => [name, value]))
    if (tagName === 'svg' || tagName === 'math') this.drawings += selfClosing ? 0 : 1
    this.noteElement(tagName, attributes)
    this.noteMachinery(attributes)
    const mode = this.drawings === 0 ? TEXT_MODES.get(tagName) : undefined
    if (mode === undefined) return
    this.onText(mode)
    const isData = /^\s*application\/ld\+json\b/i.test(attributes.get('type') ?? '')
    this.within = { name: tagName, isData: tagName === 'script' && isData, parts: [] }
  }

  onEndTag({ tagName }: Token.TagToken): void {
    this.endText()
    if (tagName === 'svg' || tagName === 'math') this.drawings = Math.max(0, this.drawings - 1)
  }

  onCharacter({ chars }: Token.CharacterToken): void {
    if (this.within) this.within.parts.push(chars)
    else this.textLength += chars.length
  }

  onWhitespaceCharacter({ chars }: Token.CharacterToken): void {
    this.within?.parts.push(chars)
  }

  onNullCharacter(): void {}
  onComment(): void {}
  onDoctype(): void {}
  onEof(): void {}

  private noteElement(tagName: string, attributes: Attributes): void {
    switch (tagName) {
      case 'html':
        this.keepFirst('language', attributes.get('lang') ?? attributes.get('xml:lang'))
        break
      case 'base':
        this.keepFirst('base', attributes.get('href'))
        break
      case 'meta':
        this.noteMeta(attributes)
        break
      case 'link':
        if (/(?:^|\s)canonical(?:\s|$)/i.test(attributes.get('rel') ?? ''))
          this.keepFirst('canonical', attributes.get('href'))
        break
      case 'article':
        this.hasArticle = true
        break
      case 'input':
        this.hasPasswordField ||= /^\s*password\s*$/i.test(attributes.get('type') ?? '')
        break
    }
  }

  private noteMeta(attributes: Attributes): void {
    const content = attributes.get('content')
    if (content === undefined || content.trim() === '') return
    const names = ['name', 'property', 'itemprop', 'http-equiv'].flatMap(key => attributes.get(key) ?? [])
    // One tag can speak to several readers; and `property` may hold several names (RDFa).
    const all = names.flatMap(name => name.toLowerCase().split(/\s+/))
    for (const name of new Set(all)) if (name !== '') this.metas.push({ name, content })
  }

  private noteMachinery(attributes: Attributes): void {
    for (const key of ['id', 'src', 'action']) {
      const value = attributes.get(key)
      if (value !== undefined) this.keepMachinery(value.slice(0, 500))
    }
  }

  private keepMachinery(text: string): void {
    if (this.machinerySize > MOST_MACHINERY) return
    this.machinery.push(text)
    this.machinerySize += text.length + 1
  }

  private keepFirst(key: 'title' | 'language' | 'canonical' | 'base', value: string | undefined): void {
    if (value !== undefined && value.trim() !== '') this.first[key] ??= value
  }

  private endText(): void {
    const { within } = this
    this.within = undefined
    if (within === undefined) return
    const text = within.parts.join('')
    if (within.isData) this.jsonLd.push(text)
    else if (within.name === 'title') this.keepFirst('title', text)
    else if (within.name === 'script') this.keepMachinery(text.slice(0, MOST_MACHINERY))
  }
}
