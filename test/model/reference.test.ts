import { describe, expect, it } from 'vitest'
import { ReferenceIndex } from '../../src/model/reference.ts'
import { resourceId } from '../../src/model/stable-id.ts'
import { card } from './cards.ts'

const toys = card('e8eYKY8ySm', {
  url: 'https://transformer-circuits.pub/2022/toy_model/index.html',
  title: 'Toy Models of Superposition',
  arxiv: '2209.10652',
})
const ruin = card('OcZUQi7idY', {
  url: 'https://www.lesswrong.com/posts/uMQ3cqWDPHhjtiesc/agi-ruin-a-list-of-lethalities',
  title: 'AGI Ruin',
  aliases: ['591965925902e868', 'oldName001'],
})
const fold = card('lVafWFM4DF', { doi: '10.6028/NIST.AI.100-1', title: 'AI RMF' })
const merged = card(
  'AAAAAAAAA1',
  { title: 'Merged', retired: { date: '2026', reason: 'Merged.', replaced_by: 'AAAAAAAAA2' } },
  'retired/AAAAAAAAA1.yaml',
)
const mergedAgain = card(
  'AAAAAAAAA2',
  { title: 'Merged', retired: { date: '2026', reason: 'Merged.', replaced_by: toys.id } },
  'retired/AAAAAAAAA2.yaml',
)
const gone = card(
  'BBBBBBBBB1',
  { url: 'https://gone.example', retired: { date: '2026', reason: 'Gone.' } },
  'retired/BBBBBBBBB1.yaml',
)
const circle = card(
  'CCCCCCCCC1',
  { retired: { date: '2026', reason: 'x', replaced_by: 'CCCCCCCCC1' } },
  'retired/CCCCCCCCC1.yaml',
)
const index = new ReferenceIndex([toys, ruin, fold], [merged, mergedAgain, gone, circle])

describe('a card is found by', () => {
  it.each([
    ['its stable ID', 'e8eYKY8ySm', toys],
    ['its stable ID in other case', 'E8EYKY8YSM', toys],
    ['a hash that it once had', '591965925902e868', ruin],
    ['the old ID of a card merged into it', 'oldName001', ruin],
    ['its resource ID', resourceId(ruin.fields.url ?? ''), ruin],
    ['its URL', 'https://transformer-circuits.pub/2022/toy_model/index.html', toys],
    [
      'its URL written otherwise',
      'http://www.transformer-circuits.pub/2022/toy_model/index.html?utm_source=x',
      toys,
    ],
    ['the URL of a mirror', 'https://www.alignmentforum.org/posts/uMQ3cqWDPHhjtiesc/agi-ruin', ruin],
    ['its DOI', '10.6028/nist.ai.100-1', fold],
    ['a link to its DOI', 'https://doi.org/10.6028/NIST.AI.100-1', fold],
    ['its arXiv id', 'arXiv:2209.10652v1', toys],
    ['a page of arXiv', 'https://arxiv.org/pdf/2209.10652', toys],
    ['an address without its scheme', 'arxiv.org/abs/2209.10652', toys],
    ['the start of its ID', 'e8eY', toys],
    ['the start of its ID in other case', 'E8EYk', toys],
  ])('%s', (_, reference, expected) => {
    expect(index.find(reference)).toEqual({ kind: 'found', card: expected })
  })

  it('the path of its file', () => {
    expect(index.find('cards/e8eYKY8ySm.yaml', 'e8eYKY8ySm.yaml')).toEqual({ kind: 'found', card: toys })
  })
})

describe('a retired card', () => {
  it('leads to its replacement, however far it is', () => {
    expect(index.find('AAAAAAAAA1')).toEqual({ kind: 'retired', card: merged, replacement: toys })
  })

  it('is its own tombstone when nothing replaces it', () => {
    expect(index.find('https://gone.example/')).toEqual({ kind: 'retired', card: gone })
    expect(index.find('BBBB')).toEqual({ kind: 'retired', card: gone })
  })

  it('that replaces itself ends the search', () => {
    expect(index.find('CCCCCCCCC1')).toEqual({ kind: 'retired', card: circle })
  })
})

describe('several cards', () => {
  it('with one start of ID are told apart by longer ones', () => {
    const one = card('abcdefghij')
    const two = card('ABCDEFGxyz')
    expect(new ReferenceIndex([one, two], []).find('abcd')).toEqual({
      kind: 'ambiguous',
      candidates: [
        { card: one, reference: 'abcdefgh' },
        { card: two, reference: 'ABCDEFGx' },
      ],
    })
  })

  it('of one source are not chosen among, but for the one whose URL it is', () => {
    const abs = card('abcdefghij', { url: 'https://arxiv.org/abs/1706.03762' })
    const pdf = card('klmnopqrst', { url: 'https://arxiv.org/pdf/1706.03762' })
    const both = new ReferenceIndex([abs, pdf], [])
    expect(both.find('https://arxiv.org/pdf/1706.03762')).toEqual({ kind: 'found', card: pdf })
    expect(both.find('arXiv:1706.03762')).toMatchObject({ kind: 'ambiguous' })
  })

  it('that share an ID: the one whose file has its name is the card', () => {
    const named = card('abcdefghij', {}, 'abcdefghij.yaml')
    const copy = card('abcdefghij', {}, 'copy.yaml')
    expect(new ReferenceIndex([copy, named], []).find('abcdefghij')).toEqual({ kind: 'found', card: named })
  })

  it('that share an ID in files of other names are told apart by path', () => {
    const one = card('abcdefghij', {}, 'one.yaml')
    const two = card('abcdefghij', {}, 'two.yaml')
    expect(new ReferenceIndex([one, two], []).find('abcdefghij')).toMatchObject({
      kind: 'ambiguous',
      candidates: [{ reference: 'one.yaml' }, { reference: 'two.yaml' }],
    })
  })
})

describe('an unknown reference', () => {
  it('suggests the ID that it nearly is', () => {
    expect(index.find('e8eYKY8ySn')).toEqual({ kind: 'unknown', closest: [toys] })
  })

  it('suggests what its words name', () => {
    expect(index.find('superposition')).toEqual({ kind: 'unknown', closest: [toys] })
  })

  it('suggests other pages of the same site', () => {
    expect(index.find('https://transformer-circuits.pub/2022/other')).toEqual({
      kind: 'unknown',
      closest: [toys],
    })
    expect(index.find('https://transformer-circuits.pub')).toEqual({ kind: 'unknown', closest: [] })
  })

  it('of three characters is no start of an ID', () => {
    expect(index.find('e8e')).toEqual({ kind: 'unknown', closest: [] })
  })
})
