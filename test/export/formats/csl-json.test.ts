import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cslJson } from '../../../src/export/formats/csl-json.ts'
import { cslJson as importer } from '../../../src/import/formats/csl-json/csl-json.ts'
import { card } from '../../model/cards.ts'
import { arbitraryCards } from '../../support/arbitrary-card.ts'
import { consume, itWith } from '../../support/consumers.ts'
import { CSL_DATA_SCHEMA } from '../../support/csl-data-schema.ts'
import { exported, imported } from '../../support/exported.ts'
import { gainedFields, keptFields, toldOf } from '../../support/kept-fields.ts'
import { directoryWith } from '../../support/library.ts'
import { runCards, SAMPLE } from '../../support/run-cards.ts'

const isCsl = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(CSL_DATA_SCHEMA)

/** What Pandoc makes of a bibliography: all of it, in the style that it has when none is named. */
const rendered = (text: string, to: string) => {
  const cwd = directoryWith({ 'refs.csl.json': text, 'all.md': '---\nnocite: "@*"\n---\n' })
  const files = ['--bibliography', join(cwd, 'refs.csl.json'), join(cwd, 'all.md')]
  return consume('pandoc', ['--citeproc', '--wrap=none', '-t', to, ...files])
}

const sample = async (...args: string[]) => runCards(['export', ...args, '-f', 'csl-json', '--dir', SAMPLE])

describe('an export as CSL-JSON', () => {
  it.each(['calm', 'hostile'] as const)('comes back as it was, but for what it told: %s texts', texts => {
    fc.assert(
      fc.property(arbitraryCards({ texts }), cards => {
        const { text, losses } = exported(cslJson, cards)
        const { fields, batch } = imported(importer, text)
        const due = cards.map(each => keptFields(cslJson, each, losses))
        expect(isCsl(JSON.parse(text)) ? [] : isCsl.errors).toEqual([])
        expect(batch.unreadable).toEqual([])
        expect(batch.cards.map(({ recordId }) => recordId)).toEqual(cards.map(({ id }) => id))
        fields.forEach((each, i) => {
          expect(each).toMatchObject(due[i] ?? {})
          expect(gainedFields(cards[i] ?? card(''), each)).toEqual([])
        })
      }),
      { numRuns: 150 },
    )
  })

  it('loses no text in which nothing but words and signs stand', () => {
    const fields = ['title', 'abstract', 'notes', 'tags', 'isbn', 'pmid', 'published', 'language'] as const
    fc.assert(
      fc.property(arbitraryCards({ texts: 'calm', fields: [...fields, 'url'] }), cards => {
        // Characters that Unicode holds for the same as others become those.
        fc.pre(JSON.stringify(cards) === JSON.stringify(cards).normalize('NFC'))
        const lost = exported(cslJson, cards).losses.filter(({ why }) => why !== 'it says nothing')
        expect(lost).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('tells no losses of cards as people write them', () => {
    const { losses } = exported(cslJson, [
      card('aaaaaaaaa1', {
        doi: '10.1126/Science.abc',
        arxiv: '2301.10140v2',
        title: 'R&D: a < b, <i>E. coli</i> &amp; <script>',
        authors: ['Ludwig van Beethoven', { given: 'Chris', particle: 'van', family: 'Merwijk' }, 'OpenAI'],
        abstract: 'One *two*.\n\nThree `<b>`.',
        type: 'government',
        venue: 'nature',
      }),
    ])
    expect(losses).toEqual([])
  })

  it('tells what it changed, and why', () => {
    const { losses } = exported(cslJson, [
      card('aaaaaaaaa1', {
        url: 'https://doi.org/10.1000/a',
        doi: '10.1000/a',
        title: 'A\x1b[31m  title',
        label: 'A [31m title',
        type: 'other',
        authors: [{ family: 'Doe', given: 'Jane', orcid: '0000-0002-1825-0097' }, 'et al.'],
        abstract: 'N/A',
        venue: 'unheard-of',
      }),
    ])
    expect(toldOf(losses)).toEqual([
      'changed authors: parts of names that cannot be told apart',
      'changed title: white space and odd characters evened out',
      'dropped abstract: it says nothing',
      'dropped authors.orcid',
      'dropped url: a link to the DOI is the DOI',
      'dropped venue: not in venues.yaml',
    ])
  })

  it('is an item a line, with what each card says', async () => {
    const { stdout } = await sample('id:lVafWFM4DF', 'OR', 'id:9r1ZQiEZWb')
    expect(stdout.split('\n')).toEqual([
      '[',
      `{"id":"9r1ZQiEZWb","type":"article","title":"AI safety via debate","title-short":"Debate",\
"author":[{"family":"Irving","given":"Geoffrey"},{"family":"Christiano","given":"Paul"},\
{"family":"Amodei","given":"Dario"}],"issued":{"date-parts":[[2018,5,2]]},"publisher":"arXiv",\
"number":"arXiv:1805.00899","URL":"https://doi.org/10.48550/arXiv.1805.00899","language":"en","keyword":"scalable-oversight, debate",\
"accessed":{"date-parts":[[2026,3,5]]}},`,
      `{"id":"lVafWFM4DF","type":"report",\
"title":"Artificial Intelligence Risk Management Framework (AI RMF 1.0)","title-short":"NIST AI RMF",\
"author":[{"literal":"National Institute of Standards and Technology"}],\
"issued":{"date-parts":[[2023,1,26]]},"publisher":"NIST","genre":"Government document",\
"DOI":"10.6028/NIST.AI.100-1","language":"en","keyword":"governance, risk-management, standards",\
"note":"A companion profile for generative AI, NIST AI 600-1, followed in July 2024.",\
"accessed":{"date-parts":[[2026,3,13]]}}`,
      ']',
      '',
    ])
  })

  it.each([
    [{ arxiv: '1805.00899' }, 'https://doi.org/10.48550/arXiv.1805.00899'],
    [{ arxiv: 'math.GT/0309136v2' }, 'https://doi.org/10.48550/arXiv.math.GT/0309136'],
    [{ arxiv: '1805.00899', doi: '10.1000/a' }, undefined],
    [{ arxiv: '1805.00899', url: 'https://arxiv.org/abs/1805.00899' }, 'https://arxiv.org/abs/1805.00899'],
  ])('links a paper that only its number names, so that %j comes back', (fields, link) => {
    const { text, losses } = exported(cslJson, [card('aaaaaaaaa1', { title: 'T', type: 'paper', ...fields })])
    const [item] = JSON.parse(text)
    expect(item.URL).toBe(link)
    expect(imported(importer, text).fields).toEqual([
      { id: 'aaaaaaaaa1', title: 'T', type: 'paper', ...fields },
    ])
    expect(losses).toEqual([])
  })

  it('calls a paper with its address on arXiv and no venue the preprint that it is', async () => {
    const { stdout } = await sample('id:SOgwLL10eO')
    expect(JSON.parse(stdout)[0]).toMatchObject({ type: 'article', number: 'arXiv:1606.06565' })
    expect(stdout).not.toContain('archive')
  })

  it('has every card of the sample library in the form of the published schema', async () => {
    const { stdout } = await sample()
    expect(isCsl(JSON.parse(stdout)) ? [] : isCsl.errors).toEqual([])
  })

  it('has the citation keys that are asked for, and tells that the IDs are gone', async () => {
    const { stdout, stderr } = await sample('id:9r1ZQiEZWb', '--key', 'author-year-title')
    expect(JSON.parse(stdout)[0].id).toBe('irving2018ai-9r1Z')
    expect(stderr).toContain('dropped id on 1 card (the citation key is another)')
  })

  it('is what -o refs.csl.json means, and refs.json is not', async () => {
    const cwd = directoryWith({})
    const { stderr } = await runCards(['export', '-o', 'refs.csl.json', '--dir', SAMPLE], { cwd })
    expect(stderr).toContain('csl-json: dropped')
    expect(JSON.parse(readFileSync(join(cwd, 'refs.csl.json'), 'utf8'))[0]).toHaveProperty('author')
    const plain = await runCards(['export', '-o', 'refs.json', '--dir', SAMPLE], { cwd })
    expect(plain.stderr).toBe('29 cards in refs.json.\n')
  })
})

describe('a bibliography in CSL-JSON', () => {
  itWith('pandoc')('is rendered by Pandoc, which has nothing to say against it', async () => {
    const { stdout } = await sample('id:lVafWFM4DF', 'OR', 'id:9r1ZQiEZWb', 'OR', 'author:Merwijk')
    expect(rendered(stdout, 'plain')).toEqual({
      stdout: [
        'Hubinger, Evan, Chris van Merwijk, Vladimir Mikulik, Joar Skalse, and Scott Garrabrant. 2019. “Risks from Learned Optimization in Advanced Machine Learning Systems.” arXiv. https://arxiv.org/abs/1906.01820.',
        'Irving, Geoffrey, Paul Christiano, and Dario Amodei. 2018. “AI Safety via Debate.” arXiv. https://doi.org/10.48550/arXiv.1805.00899.',
        'National Institute of Standards and Technology. 2023. “Artificial Intelligence Risk Management Framework (AI RMF 1.0).” Government document. NIST. https://doi.org/10.6028/NIST.AI.100-1.\n',
      ].join('\n\n'),
      stderr: '',
      exitCode: 0,
    })
  })

  itWith('pandoc')('has nothing that acts on the page that Pandoc makes of it', () => {
    const [hostile] = fc.sample(arbitraryCards({ texts: 'hostile' }, { minLength: 60, maxLength: 60 }), {
      numRuns: 1,
      seed: 5,
    })
    const scripts = card('zzzzzzzzz9', {
      url: 'https://e.org/</script>',
      type: 'web',
      title: '</script><script>alert(1)</script> \\input{/etc/passwd} <i>x',
    })
    const { text } = exported(cslJson, [...(hostile ?? []), scripts])
    const { stdout, stderr, exitCode } = rendered(text, 'html')
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    expect(stdout).not.toMatch(/<\/?script/)
    expect(stdout).toContain('&lt;/script&gt;')
    expect([...stdout.matchAll(/<div id="ref-/g)]).toHaveLength(61)
  })

  itWith('jq')('is read by jq', async () => {
    const { stdout } = await sample('type:book')
    const { stdout: read } = consume(
      'jq',
      ['-c', '.[] | [.id, .author[0].family, .issued["date-parts"][0]]'],
      stdout,
    )
    expect(read).toBe('["NjzT5nYQOY","Bostrom",[2014]]\n["bDxcUo9tED","Russell",[2019]]\n')
  })
})
