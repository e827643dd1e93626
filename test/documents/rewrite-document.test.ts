import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/documents/citation.ts'
import { citationIndex } from '../../src/documents/citation-index.ts'
import { cardInUse, rewritings, withNames } from '../../src/documents/rewrite-document.ts'
import { scanDocument } from '../../src/documents/scan-document.ts'
import type { Card, KnownFields } from '../../src/model/card.ts'
import { resourceId } from '../../src/model/stable-id.ts'

const KEPT = 'Kept12Card'
const GONE = 'Gone34Card'
const ENDED = 'Ended5Card'
const NO_URL = 'NoUrl6Card'
const FORMER = 'Former7Ids'
const [URL, OLD_URL, GONE_URL] = [
  'https://example.org/kept',
  'https://old.org/kept',
  'https://example.org/gone',
]
const card = (id: string, fields: Partial<KnownFields>): Card => ({
  id,
  path: `${id}.yaml`,
  fields: { id, ...fields },
  findings: [],
})
const retired = (id: string, url: string, replaced_by?: string) =>
  card(id, { url, retired: { date: '2026-01-02', reason: 'Gone.', ...(replaced_by && { replaced_by }) } })

const keyOf = ({ id }: Card) => `benson2026-${id.slice(0, 4)}`
const index = citationIndex({
  cards: [
    card(KEPT, { url: URL, aliases: [resourceId(OLD_URL), FORMER] }),
    card(NO_URL, { doi: '10.1000/a', aliases: [resourceId('https://old.org/none')] }),
  ],
  retired: [retired(GONE, GONE_URL, KEPT), retired(ENDED, 'https://example.org/ended')],
  keysOf: card => [keyOf(card)],
})
const cardOf = (name: string) => {
  const target = index.reference(name)?.target
  return target?.kind === 'card' ? target.card : undefined
}
const scanned = (kind: Document['kind'], text: string, by = index) => {
  const document = { name: 'a', kind, text }
  return { ...document, citations: scanDocument(document, by) }
}
const rewritten = (
  text: string,
  { kind = 'markdown', toStableIds = false }: Partial<Document & { toStableIds: boolean }> = {},
) => withNames(text, rewritings(scanned(kind, text), { toStableIds, cardOf, keyOf }))

describe('a document is rewritten', () => {
  it.each([
    ['a former stable ID', FORMER, KEPT],
    ['the ID of a card that was merged away', GONE, KEPT],
    ['its resource ID', resourceId(GONE_URL), resourceId(URL)],
    ['a former resource ID', resourceId(OLD_URL), resourceId(URL)],
    ['a former resource ID of a card that has no URL', resourceId('https://old.org/none'), NO_URL],
  ])('from %s', (_, old, now) => {
    expect(rewritten(`<R id="${old}">Kept</R>, [it](${old}).\n`)).toBe(
      `<R id="${now}">Kept</R>, [it](${now}).\n`,
    )
    expect(rewritten(`See \\cite{${old}}.`, { kind: 'latex' })).toBe(`See \\cite{${now}}.`)
    expect(rewritten(`<cite data-card="${old}">`, { kind: 'html' })).toBe(`<cite data-card="${now}">`)
  })

  it.each([
    ['names that are right', `${KEPT} ${resourceId(URL)} ${NO_URL}`],
    ['URLs, also those of retired cards and of former days', `<${GONE_URL}> [old](${OLD_URL})`],
    ['a retired card that nothing replaces', `${ENDED} ${resourceId('https://example.org/ended')}`],
    ['citation keys of cards in use, and of what nothing replaces', '[@benson2026-Kept] [@benson2026-Ende]'],
    ['code', `\`${GONE}\`\n\n\`\`\`\n${GONE}\n\`\`\`\n`],
    ['what only looks like a name', `${GONE}s x${GONE} ${GONE.toLowerCase()}`],
  ])('but not %s', (_, text) => {
    expect(rewritten(text)).toBe(text)
  })

  it.each([
    ['file names', `![](img/${GONE}.png) img/${GONE}-small.jpg <img src="/a/${GONE}/b.svg">`],
    ['URLs of others', `https://web.archive.org/web/2020/https://mysite.org/sources/${GONE} x`],
    ['URLs that a link has', `[a](https://github.com/x/y/commit/${resourceId(OLD_URL)})`],
    ['queries', `<a href='http://other.org/?id=${FORMER}'>a</a> //other.org/${FORMER}`],
    ['URLs without a scheme', `github.com/x/y/commit/${resourceId(OLD_URL)}, see`],
    ['tags with URLs', `<R source="https://mysite.org/${FORMER}">a</R>`],
    ['anchors and what leads to them', `<a id="${FORMER}"></a><h1 class=a id=${GONE}>a</h1> [a](#${FORMER})`],
    ['anchors of headings', `# A {#${GONE}}\n\n[a](page.md#${GONE})\n\n[b]: /page/#${GONE}\n`],
    ['links to what is no card', `[a](/posts/${GONE}) [b](../posts/${GONE}.html)`],
    [
      'labels and files of LaTeX',
      `\\label{${GONE}} \\ref{${GONE}} \\includegraphics[width=2cm]{img/${GONE}}`,
    ],
  ])('but not within %s', (_, text) => {
    const options = { toStableIds: false, cardOf, keyOf }
    expect(rewritings(scanned('markdown', text), options).every(({ stays }) => stays)).toBe(true)
    for (const kind of ['markdown', 'html', 'latex'] as const)
      if (kind === 'markdown' || !text.includes('{#')) expect(rewritten(text, { kind })).toBe(text)
  })

  it.each([
    ['a link to the page of a card', (id: string) => `[a](/sources/${id}) <a href="../cards/${id}.html">`],
    ['the file of a card', (id: string) => `[a](cards/${id}.yaml), [b](../cards/ab/${id}.yaml)`],
    ['a page beside this one', (id: string) => `[a](${id}.md) [b](${id}) [[${id}]]`],
    ['a component', (id: string) => `<Note id="${id}" /> <R id={'${id}'} /> <p data-card="${id}">`],
    ['prose', (id: string) => `(${id}), *${id}*. A/${id} or “${id}”. ${id}: ${id}. So.`],
    ['prose after a URL', (id: string) => `[https://other.org](${id}) <https://other.org> ${id}`],
    ['a scheme of its own', (id: string) => `[a](cards:${id})`],
  ])('in %s', (_, text) => {
    expect(rewritten(text(GONE))).toBe(text(KEPT))
  })

  it('from the citation key of a card that was merged away, to that of the one that was kept', () => {
    expect(rewritten('See [@benson2026-Gone, p. 3].')).toBe('See [@benson2026-Kept, p. 3].')
    expect(rewritten('\\citep{a, benson2026-Gone}', { kind: 'latex' })).toBe('\\citep{a, benson2026-Kept}')
  })

  it('from a citation key that its card had once, to its present one', () => {
    expect(rewritten('See [@bnson2025old-Kept, p. 3] and [@x2020-Gone].')).toBe(
      'See [@benson2026-Kept, p. 3] and [@benson2026-Kept].',
    )
  })

  it('with stable IDs for all resource IDs, when that is wanted', () => {
    const text = `${resourceId(URL)} ${resourceId(OLD_URL)} ${resourceId(GONE_URL)} ${GONE} <${URL}>`
    expect(rewritten(text, { toStableIds: true })).toBe(`${KEPT} ${KEPT} ${KEPT} ${KEPT} <${URL}>`)
  })

  it('with the stable ID where the resource ID is the former one of another card', () => {
    const clashing = citationIndex({
      cards: [
        card(KEPT, { url: URL, aliases: [resourceId(OLD_URL)] }),
        card(NO_URL, { doi: '10.1000/a', aliases: [resourceId(URL)] }),
      ],
      retired: [],
    })
    const names = rewritings(scanned('markdown', resourceId(OLD_URL), clashing), {
      toStableIds: false,
      keyOf,
      cardOf: name => {
        const target = clashing.reference(name)?.target
        return target?.kind === 'card' ? target.card : undefined
      },
    })
    expect(names.map(({ name }) => name)).toEqual([KEPT])
  })

  it('so that a scan finds the same cards under their present names, and all else as it was', () => {
    const names = [
      KEPT,
      GONE,
      ENDED,
      FORMER,
      '@benson2026-Gone',
      '@benson2026-Kept',
      ...[URL, OLD_URL, GONE_URL].map(resourceId),
      URL,
      GONE_URL,
    ]
    const between = fc.constantFrom(
      ' ',
      '\n',
      '\r\n',
      ', ',
      '\u{1f600} ',
      ' é',
      '\u202e',
      '\ud800 ',
      '\0',
      '](',
      ')',
      '<R id="',
      '">',
      '`',
      '```\n',
      '<!--',
      '-->',
      '@',
      '\\cite{',
      '}',
      '%',
      '---\n',
      '# ',
      '#',
      'https://other.org/',
      '/posts/',
      '.png',
      '<h1 id="',
      'x',
    )
    const pieces = fc.array(fc.oneof(between, fc.constantFrom(...names)), { maxLength: 40 })
    fc.assert(
      fc.property(
        pieces,
        fc.constantFrom<Document['kind']>('markdown', 'latex', 'html'),
        fc.boolean(),
        (parts, kind, toStableIds) => {
          const text = parts.join('')
          const options = { toStableIds, cardOf, keyOf }
          const { citations: before } = scanned(kind, text)
          const changes = rewritings(scanned(kind, text), options)
          const now = withNames(text, changes)
          const { citations: after } = scanned(kind, now)
          expect(after.map(cardInUse)).toEqual(before.map(cardInUse))
          expect(rewritings(scanned(kind, now), options).filter(({ stays }) => !stays)).toEqual([])
          // What stands between the names is the same.
          const rest = (whole: string, spans: readonly { start: number; end: number }[]) =>
            spans
              .map(({ start }, i) => whole.slice(spans[i - 1]?.end ?? 0, start))
              .concat(whole.slice(spans.at(-1)?.end ?? 0))
          expect(rest(now, after)).toEqual(rest(text, before))
        },
      ),
      { numRuns: 500 },
    )
  })
})
