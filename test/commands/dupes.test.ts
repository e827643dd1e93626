import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { schemas } from '../../src/load/schemas.ts'
import { cardText, directoryWith } from '../support/library.ts'
import { runCards, type Surroundings } from '../support/run-cards.ts'

const paper = (id: string, url: string, ...lines: string[]) =>
  [`id: ${id}`, `url: ${url}`, 'title: Attention Is All You Need', 'type: paper', ...lines, ''].join('\n')

const library = () =>
  directoryWith({
    'aaaaaaaaa1.yaml': paper('aaaaaaaaa1', 'https://arxiv.org/abs/1706.03762'),
    'bbbbbbbbb2.yaml': paper('bbbbbbbbb2', 'https://arxiv.org/pdf/1706.03762', 'cited_by: [p, q]'),
    'ccccccccc3.yaml': paper('ccccccccc3', 'https://doi.org/10.1000/x', 'label: A', 'language: en'),
    'ddddddddd4.yaml': paper('ddddddddd4', 'https://example.org/x', 'doi: 10.1000/X'),
    'eeeeeeeee5.yaml': cardText('eeeeeeeee5'),
    'fffffffff6.yaml':
      'id: fffffffff6\nurl: https://a.example/post\ntitle: A Talk on Safety\ntype: blog\nauthors: [Ann Other]\n',
    'ggggggggg7.yaml':
      'id: ggggggggg7\nurl: https://b.example/copy\ntitle: A Talk on Safety\ntype: blog\nauthors: [Ann Other]\n',
  })
const dupes = (dir: string, args: readonly string[] = [], more: Surroundings = {}) =>
  runCards(['dupes', '--dir', '.', ...args], { cwd: dir, ...more })

describe('cards dupes', () => {
  it('gives a line for each group, the card to keep first', async () => {
    expect(await dupes(library())).toMatchObject({
      stdout: 'bbbbbbbbb2\taaaaaaaaa1\nccccccccc3\tddddddddd4\n',
      stderr: '2 groups of cards for one source each; 4 of 7 cards.\n',
      exitCode: 0,
    })
  })

  it('lays the groups out on a terminal, with the reason and the command', async () => {
    expect((await dupes(library(), ['--color', 'never'], { columns: 120 })).stdout).toBe(`arxiv:1706.03762
keep  bbbbbbbbb2  Attention Is All You Need (paper, cited by 2 pages, 5 fields)
      aaaaaaaaa1  Attention Is All You Need (paper, 4 fields)
cited by 2 pages, more than the rest: cards merge bbbbbbbbb2 aaaaaaaaa1

doi:10.1000/x
keep  ccccccccc3  Attention Is All You Need (paper, 6 fields)
      ddddddddd4  Attention Is All You Need (paper, 5 fields)
has 6 fields, more than the rest: cards merge ccccccccc3 ddddddddd4
`)
  })

  it.each([40, 80, 120])('keeps within %i columns', async columns => {
    const { stdout } = await dupes(library(), ['--color', 'never'], { columns })
    expect(stdout.split('\n').filter(line => line.length > columns)).toEqual([])
    expect(stdout.replace(/\s+/g, ' ')).toContain('cards merge bbbbbbbbb2 aaaaaaaaa1')
  })

  it('lists cards with similar titles apart', async () => {
    expect(await dupes(library(), ['--similar'])).toMatchObject({
      stdout: 'fffffffff6\tggggggggg7\n',
      stderr: '1 group of cards with similar titles: look at each before you merge; 2 of 7 cards.\n',
    })
  })

  it('finds the groups in which a card matches', async () => {
    expect((await dupes(library(), ['has:cited_by'])).stdout).toBe('bbbbbbbbb2\taaaaaaaaa1\n')
    expect((await dupes(library(), ['--type', 'news'])).stdout).toBe('')
  })

  it('says so when there are none', async () => {
    const dir = directoryWith({ 'a.yaml': cardText('aaaaaaaaa1') })
    expect(await dupes(dir)).toMatchObject({
      stdout: '',
      stderr: 'No two cards for one source among 1 card.\n',
      exitCode: 0,
    })
    expect((await dupes(dir, ['--json'])).stdout).toBe('[]\n')
    expect((await dupes(dir, ['--similar'])).stderr).toBe('No cards with similar titles among 1 card.\n')
  })

  it('gives JSON as its schema has it', async () => {
    const json = JSON.parse((await dupes(library(), ['--json'])).stdout)
    expect(new Ajv2020({ strict: false }).validate(schemas['output-dupes'], json)).toBe(true)
    expect(json[0]).toEqual({
      key: 'arxiv:1706.03762',
      keys: ['arxiv:1706.03762'],
      keep: 'bbbbbbbbb2',
      others: ['aaaaaaaaa1'],
      why: 'cited by 2 pages, more than the rest',
      cards: [
        {
          id: 'aaaaaaaaa1',
          title: 'Attention Is All You Need',
          url: 'https://arxiv.org/abs/1706.03762',
          path: 'aaaaaaaaa1.yaml',
          cited_by: 0,
          fields: 4,
        },
        {
          id: 'bbbbbbbbb2',
          title: 'Attention Is All You Need',
          url: 'https://arxiv.org/pdf/1706.03762',
          path: 'bbbbbbbbb2.yaml',
          cited_by: 2,
          fields: 5,
        },
      ],
    })
  })

  it('serves the rest when a file cannot be read, and says no', async () => {
    const dir = directoryWith({ 'x.yaml': 'a: [', 'a.yaml': cardText('aaaaaaaaa1') })
    const { stderr, exitCode } = await dupes(dir)
    expect(exitCode).toBe(1)
    expect(stderr).toContain('1 file could not be read; everything else is served.')
  })
})
