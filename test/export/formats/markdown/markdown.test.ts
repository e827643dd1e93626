import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { markdown } from '../../../../src/export/formats/markdown/markdown.ts'
import { LossLog } from '../../../../src/export/loss-log.ts'
import type { Card, CardFields } from '../../../../src/model/card.ts'
import { arbitraryCards } from '../../../support/arbitrary-card.ts'
import { consume, itWith } from '../../../support/consumers.ts'
import { exported, REGISTRIES } from '../../../support/exported.ts'

const CARD: CardFields = {
  id: 'MDc4MjQ5Yj',
  url: 'https://www.lesswrong.com/posts/a_b(c)?x=1|2',
  doi: '10.1002/(SICI)1097<1::AID>3#0',
  arxiv: '2301.10140',
  isbn: '978-0-525-55861-3',
  pmid: '34265844',
  also_at: ['http://e.org/a.pdf', 'https://e.org/b'],
  title: '*Toy* models of x_1: <script>',
  label: 'Toys',
  type: 'paper',
  authors: ['de Leo, Maria', { literal: 'A|B Lab', orcid: '0000-0002-1825-0097' }],
  published: '2026-02',
  venue: 'lesswrong',
  language: 'en',
  abstract: 'One.\n\nTwo.',
  summary: 'It *says* `a < b`.\n\nThen more.',
  key_points: ['First.', 'Second [link](https://e.org/x).'],
  relevance: 'To all.',
  review: 'Good.',
  notes: 'None.',
  credibility: { rating: 4, reason: 'Replicated *twice*.' },
  tags: ['a', 'b-c'],
  cited_by: ['goodfire', 'other'],
  forum: { karma: 1032, comments: 1 },
  accessed: '2026-03-07',
  archive_url: 'https://web.archive.org/web/2026/https://e.org/',
  fetch: { status: 'ok' },
  aliases: ['591965925902e868'],
  extra: { funder: 'Open *Phil*', years: ['1', '2'] },
}

const cardOf = (fields: Partial<CardFields>): Card => {
  const whole = { id: 'aaaaaaaaa1', title: 'A', type: 'web', url: 'https://e.org', ...fields } as CardFields
  return { id: whole.id, path: `${whole.id}.yaml`, findings: [], fields: whole }
}

const REGISTRIES_WITH_URL = {
  ...REGISTRIES,
  pages: new Map([
    ['goodfire', { id: 'goodfire', title: 'Good|fire', type: 'lab', quality: 60.5, url: 'https://e.org/g' }],
  ]),
}

function pagesOf(cards: readonly Card[]): Record<string, string> {
  const job = {
    registries: REGISTRIES_WITH_URL,
    keyOf: ({ id }: Card) => id,
    fields: undefined,
    losses: new LossLog(),
  }
  return Object.fromEntries([...(markdown.pages?.(cards, job) ?? [])].map(({ path, text }) => [path, text]))
}

describe('a page of Markdown', () => {
  it('has all that a reader wants of a card', () => {
    const { 'MDc4MjQ5Yj.md': page } = pagesOf([cardOf(CARD)])
    expect(page).toBe(`---
title: "*Toy* models of x_1: < script>"
id: MDc4MjQ5Yj
source_type: paper
authors:
  - Maria de Leo
  - A|B Lab
source_published: "2026-02"
source: https://www.lesswrong.com/posts/a_b(c)?x=1%7C2
credibility: 4
tags:
  - a
  - b-c
aliases:
  - "591965925902e868"
---

# \\*Toy\\* models of x_1: \\<script\\>

Maria de Leo, [A\\|B Lab](https://orcid.org/0000-0002-1825-0097)  
LessWrong · February 2026 · paper · en

- **Known as:** Toys
- **Link:** [lesswrong.com/posts/a_b(c)?x=1\\|2](https://www.lesswrong.com/posts/a_b\\(c\\)?x=1%7C2)
- **DOI:** [10.1002/(SICI)1097\\<1:\\:AID\\>3\\#0](https://doi.org/10.1002/\\(SICI\\)1097%3C1::AID%3E3%230)
- **arXiv:** [2301.10140](https://arxiv.org/abs/2301.10140)
- **ISBN:** 978-0-525-55861-3
- **PubMed:** [34265844](https://pubmed.ncbi.nlm.nih.gov/34265844/)
- **Also at:** [e.org/a.pdf](http://e.org/a.pdf), [e.org/b](https://e.org/b)
- **Archived copy:** [web.archive.org/web/2026/https\\://e.org/](https://web.archive.org/web/2026/https://e.org/)
- **Credibility:** ★★★★☆ High. An established institution or author, with strong editorial or expert review. Given on this card: Replicated *twice*.

## Summary

It *says* \`a < b\`.

Then more.

## Key points

- First.
- Second [link](https://e.org/x).

## Relevance

To all.

## Review

Good.

## Notes

None.

## Abstract

> One.
>
> Two.

## Cited by 2 pages

| Page | Type | Quality |
| --- | --- | ---: |
| [Good\\|fire](https://e.org/g) | lab | 60.5 |
| other |  |  |

## Details

- **Tags:** a, b-c
- **Forum:** 1,032 karma · 1 comment
- **Read:** 7 March 2026
- **funder:** Open \\*Phil\\*
- **years:** 1, 2
- **ID:** MDc4MjQ5Yj
- **Former IDs:** 591965925902e868
`)
  })

  it('is in an index, under its ID', () => {
    const cards = [
      cardOf(CARD),
      cardOf({ title: 'A | B [c]', authors: ['X Y', 'Z W'], url: 'https://nature.com' }),
    ]
    expect(pagesOf(cards)['index.md']).toBe(`---
title: Sources
---

# Sources

2 sources.

| Source | Authors | Venue | Year | Type | Credibility |
| --- | --- | --- | --- | --- | --- |
| [\\*Toy\\* models of x_1: \\<script\\>](MDc4MjQ5Yj.md) | de Leo and A\\|B Lab | LessWrong | 2026 | paper | ★★★★☆ |
| [A \\| B \\[c\\]](aaaaaaaaa1.md) | Y and W | Nature |  | web | ★★★★★ |
`)
  })

  it('has a name of its own, also where two cards wrongly share an ID', () => {
    const cards = ['aaaaaaaaa1', 'AAAAAAAAA1', 'aaaaaaaaa1'].map(id => cardOf({ id }))
    expect(Object.keys(pagesOf(cards))).toEqual([
      'index.md',
      'aaaaaaaaa1.md',
      'AAAAAAAAA1-2.md',
      'aaaaaaaaa1-3.md',
    ])
  })

  it.each([
    ['a day', '2026-02-06', 'date: 2026-02-06\nsource_published: "2026-02-06"\n'],
    ['a month', '2026-02', 'source_type: web\nsource_published: "2026-02"\n'],
    ['a day that there is not', '2026-02-30', 'source_type: web\nsource_published: "2026-02-30"\n'],
  ])('has a date in front that site builders can read, if there is one: %s', (_, published, expected) => {
    expect(pagesOf([cardOf({ published })])['aaaaaaaaa1.md']).toContain(expected)
  })

  it('has no key in front by which Hugo would choose a layout, another address or a date to publish at', () => {
    const page =
      pagesOf([{ id: CARD.id, path: 'x.yaml', fields: CARD, findings: [] } as unknown as Card])[
        'MDc4MjQ5Yj.md'
      ] ?? ''
    const front = page.slice(4, page.indexOf('\n---', 4))
    const keys = [...front.matchAll(/^\w+/gm)].map(([key]) => key)
    for (const key of ['type', 'layout', 'url', 'slug', 'published', 'pubdate', 'draft', 'summary'])
      expect(keys).not.toContain(key)
  })

  it('tells the venue that the URL matches when the card names none, as does its row of the index', () => {
    const pages = pagesOf([cardOf({ url: 'https://nature.com/a' })])
    expect(pages['aaaaaaaaa1.md']).toContain('\n\nNature · web\n\n')
    expect(pages['index.md']).toContain('| Nature |')
  })

  it('has front matter that is YAML and says what the card does', () => {
    fc.assert(
      fc.property(arbitraryCards(), cards => {
        const pages = pagesOf(cards)
        for (const { id, fields } of cards) {
          const [, front = ''] = /^---\n([\s\S]*?\n)---\n\n# /.exec(pages[`${id}.md`] ?? '') ?? []
          for (const version of ['1.1', '1.2'] as const)
            expect(parse(front, { version, schema: 'failsafe' })).toMatchObject({
              id,
              source_type: fields.type,
              title: expect.any(String),
              ...(fields.tags ? { tags: fields.tags } : {}),
              ...(fields.published ? { source_published: fields.published } : {}),
            })
        }
      }),
      { numRuns: 40 },
    )
  })

  itWith('pandoc')('has front matter in which nothing acts on Pandoc, which reads it as Markdown', () => {
    const titles = [
      '<script>alert(1)</script>',
      '[x](javascript:alert(1))',
      '\\input{/etc/passwd}',
      '`x`{=html}',
      '![x](https://e.org/i)',
      '<javascript:alert(1)>',
      '<!-- x',
      '{{ x }}',
      '$\\input{x}$',
    ]
    for (const title of titles) {
      const { 'aaaaaaaaa1.md': page = '' } = pagesOf([
        cardOf({ title, url: `https://e.org/${title}`, authors: [title] }),
      ])
      const { meta } = JSON.parse(consume('pandoc', ['-f', 'markdown', '-t', 'json'], page).stdout)
      expect(JSON.stringify(meta)).not.toMatch(/"(?:RawInline|RawBlock|Link|Image)"|\\\\input/)
    }
  })
})

describe('a document of Markdown', () => {
  it('has a section a card, which its ID leads to', () => {
    const { text, losses } = exported(markdown, [cardOf({}), cardOf(CARD)])
    expect(text.split('\n').slice(0, 22)).toEqual([
      '# Sources',
      '',
      '2 sources.',
      '',
      '## <a id="aaaaaaaaa1"></a>A',
      '',
      'web',
      '',
      '- **Link:** [e.org](https://e.org)',
      '- **Credibility:** not rated, as the card has neither a rating nor a venue, and no venue matches its URL.',
      '',
      '**Details**',
      '',
      '- **ID:** aaaaaaaaa1',
      '',
      '## <a id="MDc4MjQ5Yj"></a>\\*Toy\\* models of x_1: \\<script\\>',
      '',
      'Maria de Leo, [A\\|B Lab](https://orcid.org/0000-0002-1825-0097)  ',
      'LessWrong · February 2026 · paper · en',
      '',
      '- **Known as:** Toys',
      '- **Link:** [lesswrong.com/posts/a_b(c)?x=1\\|2](https://www.lesswrong.com/posts/a_b\\(c\\)?x=1%7C2)',
    ])
    expect(text).toContain('\n**Key points**\n\n- First.\n')
    expect(losses).toEqual([])
  })

  it('has a contents where there are many cards', () => {
    const ids = ['aaaaaaaaa1', 'aaaaaaaaa2', 'aaaaaaaaa3']
    expect(
      exported(
        markdown,
        ids.map(id => cardOf({ id })),
      ).text,
    ).not.toContain('](#')
    const many = [...ids.map(id => cardOf({ id })), cardOf(CARD)]
    expect(exported(markdown, many).text).toContain(`
- [A](#aaaaaaaaa1)
- [A](#aaaaaaaaa2)
- [A](#aaaaaaaaa3)
- [\\*Toy\\* models of x_1: \\<script\\>](#MDc4MjQ5Yj) (de Leo and A\\|B Lab, 2026)
`)
  })

  it('is there without cards', () => {
    expect(exported(markdown, []).text).toBe('# Sources\n\n0 sources.\n')
  })

  it('says where a rating comes from', () => {
    const { text } = exported(markdown, [
      cardOf({ venue: 'nature', url: 'https://x.org' }),
      cardOf({ url: 'https://nature.com/x' }),
    ])
    expect(text).toContain('the authoritative primary source. Inherited from its venue, Nature.')
    expect(text).toContain(
      'the authoritative primary source. Inherited from Nature, whose domain its URL matches.',
    )
  })

  it('tells which texts it had to change', () => {
    const card = cardOf({
      title: 'a\u202eb',
      label: 'x\0',
      authors: ['A \x1b[31m'],
      summary: '\u2066',
      review: '![x](y)',
      extra: { a: '\x07' },
    })
    const controls = 'control characters became visible'
    expect(exported(markdown, [card]).losses.map(({ field, what, why }) => [field, what, why])).toEqual([
      ['title', 'changed', controls],
      ['label', 'changed', controls],
      ['authors', 'changed', controls],
      ['summary', 'changed', controls],
      ['review', 'changed', 'images, and links that are not to the web, became text'],
      ['extra.a', 'changed', controls],
    ])
  })

  it('keeps a title of a megabyte on one line', () => {
    const { text } = exported(markdown, [cardOf({ title: '<b>\n'.repeat(250_000) })])
    expect(/^## .*/m.exec(text)?.[0]).toHaveLength(
      '## <a id="aaaaaaaaa1"></a>'.length + '\\<b\\> '.length * 250_000 - 1,
    )
  })
})
