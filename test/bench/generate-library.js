// A library of any size for benchmarks: cards that look like real ones, 0.4 to 2 KB each, from a seed. The same seed
// gives the same bytes on every machine.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Writes a library; the directory must be new or empty.
 * @param {string} directory
 * @param {number} count how many cards
 * @param {number} [seed]
 * @returns {string[]} the IDs of the cards, in the order in which they were made
 */
export function generateLibrary(directory, count, seed = 1) {
  mkdirSync(directory, { recursive: true })
  const dice = new Dice(seed)
  writeFileSync(join(directory, 'venues.yaml'), `${VENUES.map(venueText).join('\n')}`)
  writeFileSync(join(directory, 'pages.yaml'), `${PAGES.map(pageText).join('')}`)
  /** @type {Set<string>} */
  const taken = new Set()
  return Array.from({ length: count }, (_, number) => {
    const id = newId(dice, taken)
    writeFileSync(join(directory, `${id}.yaml`), cardText(id, number, dice))
    return id
  })
}

/**
 * @param {Dice} dice
 * @param {Set<string>} taken folded to lower case, as IDs are unique without regard to it
 */
function newId(dice, taken) {
  for (;;) {
    const id = Array.from({ length: 10 }, () => dice.of([...ID_CHARACTERS])).join('')
    // Neither a number to YAML nor taken.
    if (!/^\d+(?:[eE]\d+)?$/.test(id) && !taken.has(id.toLowerCase())) {
      taken.add(id.toLowerCase())
      return id
    }
  }
}

/**
 * @param {string} id
 * @param {number} number makes URLs and titles differ
 * @param {Dice} dice
 */
function cardText(id, number, dice) {
  const venue = dice.of(VENUES)
  const [year, month, day] = [2005 + dice.below(21), 1 + dice.below(12), 1 + dice.below(28)]
  const words = dice.some(WORDS, 4 + dice.below(5))
  const two = (/** @type {number} */ part) => String(part).padStart(2, '0')
  const isPaper = venue.type === 'journal' || dice.below(3) === 0
  const lines = [
    '# yaml-language-server: $schema=https://unpkg.com/source-cards/schemas/card.schema.json',
    `id: ${id}`,
    `url: https://${venue.domain}/${year}/${words.slice(0, 3).join('-')}-${number}`,
    ...(isPaper && dice.below(2) === 0
      ? [`doi: 10.${1000 + dice.below(90)}/${venue.id}.${year}.${number}`]
      : []),
    `title: ${capital(words.join(' '))} ${dice.of(['in', 'for', 'of', 'beyond'])} ${dice.of(WORDS)}`,
    `type: ${isPaper ? 'paper' : dice.of(['web', 'blog', 'report', 'news', 'talk'])}`,
    'authors:',
    ...Array.from({ length: 1 + dice.below(4) }, () => `  - ${dice.of(GIVEN)} ${dice.of(FAMILY)}`),
    `published: "${year}-${two(month)}-${two(day)}"`,
    `venue: ${venue.id}`,
    ...(dice.below(5) === 0
      ? []
      : [
          'summary: >-',
          ...folded(Array.from({ length: 1 + dice.below(4) }, () => sentence(dice)).join(' ')),
        ]),
    ...(dice.below(3) === 0
      ? ['key_points:', ...Array.from({ length: 3 + dice.below(3) }, () => `  - ${sentence(dice, 6, 8)}`)]
      : []),
    'tags:',
    ...dice.some(TAGS, 1 + dice.below(4)).map(tag => `  - ${tag}`),
    'cited_by:',
    ...dice.some(PAGES, 1 + dice.below(3)).map(page => `  - ${page}`),
  ]
  return `${lines.join('\n')}\n`
}

/** @param {{ id: string, domain: string, type: string, rating: number }} venue */
function venueText({ id, domain, type, rating }) {
  const lines = [`- id: ${id}`, `  name: ${capital(id)}`, '  domains:', `    - ${domain}`, `  type: ${type}`]
  return `${[...lines, `  credibility: ${rating}`].join('\n')}\n`
}

/** @param {string} id */
function pageText(id) {
  return `- id: ${id}\n  title: ${capital(id.replaceAll('-', ' '))}\n`
}

/**
 * @param {Dice} dice
 * @param {number} [least] number of words
 * @param {number} [spread]
 */
function sentence(dice, least = 9, spread = 14) {
  return `${capital(dice.some(WORDS, least + dice.below(spread)).join(' '))}.`
}

/** @param {string} text on lines of 90 columns, indented by two */
function folded(text) {
  return (text.match(/.{1,86}(?: |$)/g) ?? []).map(line => `  ${line.trimEnd()}`)
}

/** @param {string} text */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Chance from a seed (mulberry32). */
class Dice {
  /** @param {number} seed */
  constructor(seed) {
    this.state = seed
  }

  /** @param {number} limit an integer from 0 up to, but not, this */
  below(limit) {
    this.state = (this.state + 0x6d2b79f5) | 0
    let bits = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32) * limit)
  }

  /**
   * @template T
   * @param {readonly T[]} items
   * @returns {T} one of them
   */
  of(items) {
    return /** @type {T} */ (items[this.below(items.length)])
  }

  /**
   * @template T
   * @param {readonly T[]} items
   * @param {number} count
   * @returns {T[]} so many different ones
   */
  some(items, count) {
    /** @type {Set<T>} */
    const chosen = new Set()
    while (chosen.size < Math.min(count, items.length)) chosen.add(this.of(items))
    return [...chosen]
  }
}

const ID_CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

const WORDS =
  `adaptive agents alignment analysis archives attention audits autonomy behaviour benchmarks bias biology
  capability causal chance choices circuits cities climate coding cognition collapse compute concepts consensus contracts
  control cooperation costs credence critique culture datasets debate deception decisions defence democracy design detection
  diffusion discovery distance diversity doubt drift dynamics ecology economics editing emergence energy entropy equity
  errors ethics evaluation evidence evolution experiments explanation exposure extremes failure fairness features feedback
  fields forecasting forests foundations frontier futures games gaps generalisation genetics goals governance gradients
  growth habits hazards health histories human hypotheses identity impact incentives inference influence information
  institutions intelligence interaction interpretation invention judgement justice knowledge labour landscapes language
  latent law learning legacy levels limits logic loops machines maps margins markets measures mechanisms memory methods
  migration minds models moral motion narratives networks noise norms novelty objectives observation obstacles oceans
  openness optimisation order origins oversight patterns peace perception performance planning policy populations power
  precision predictions preferences pressure privacy probability processes programs progress proofs prototypes purpose
  quality questions reading reasoning reform regulation reliability replication representation research resilience
  responses rewards risk robustness rules safety samples scaling scenarios science search security selection sensors
  sequences shifts signals simulation skills society solutions sources space speech stability standards statistics
  strategy structure studies support surprise surveys symmetry systems taxonomies technology tests theory threats time
  tools traces training transfer transitions transparency trials trust truth uncertainty updates values variance vision
  warnings weights wisdom work`
    .trim()
    .split(/\s+/)

const GIVEN =
  'Ada Aisha Alan Amara Ana Ben Carla Chen Dario Diego Elena Emil Fatima Grace Hana Ibrahim Ines Jan Joy Kenji Lena Lucas Maria Mei Nadia Noor Olga Omar Paul Priya Rosa Sam Sara Tariq Uma Victor Wen Yara Zoe'.split(
    ' ',
  )

const FAMILY =
  'Abebe Adler Ahmed Alvarez Baker Banerjee Berg Castro Chang Cohen Costa Dubois Eriksen Fischer Garcia Gupta Haddad Hansen Ito Ivanova Jensen Kaya Kim Kowalski Kumar Larsen Lopez Martin Mbeki Meyer Moreau Nakamura Nguyen Novak Okafor Olsen Park Patel Petrov Quinn Rossi Sato Schmidt Silva Singh Sousa Suzuki Tanaka Torres Ueda Vargas Wagner Wang Weber Wolff Yilmaz Zhang Zhou'.split(
    ' ',
  )

const TAGS =
  'agents alignment audits biosecurity capability-evals climate coding compute consensus control data debate economics ethics forecasting governance health interpretability labour language law learning policy privacy replication risk safety science security statistics surveys trust'.split(
    ' ',
  )

const VENUES = Array.from({ length: 40 }, (_, i) => {
  const id = `${WORDS[i * 5]}-${['review', 'journal', 'weekly', 'forum'][i % 4]}`
  return { id, domain: `www.${id}.org`, type: i % 4 < 2 ? 'journal' : 'blog', rating: 1 + (i % 5) }
})

const PAGES = Array.from({ length: 200 }, (_, i) => `${WORDS[i]}-${WORDS[(i * 7 + 3) % WORDS.length]}`)

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [directory, count = '1000', seed = '1'] = process.argv.slice(2)
  if (directory === undefined) throw new Error('Usage: node generate-library.js DIRECTORY [COUNT [SEED]]')
  generateLibrary(directory, Number(count), Number(seed))
}
