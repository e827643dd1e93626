/**
 * The facts of the published schema of CSL-JSON (citation-style-language/schema, `schemas/input/csl-data.json`, 1.0.2)
 * as a table: its types, and its variables by the kind of their values.
 */
const TYPES = `article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
  dataset document entry entry-dictionary entry-encyclopedia figure graphic hearing interview legal_case legislation
  manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
  personal_communication post post-weblog regulation report review review-book software song speech standard thesis
  treaty webpage`

const NAMES = `author chair collection-editor compiler composer container-author contributor curator director editor
  editorial-director executive-producer interviewer illustrator organizer original-author performer producer recipient
  reviewed-author translator`

const DATES = 'accessed available-date event-date issued original-date submitted'

const TEXTS = `language journalAbbreviation shortTitle abstract annote archive archive_collection archive_location
  archive-place authority call-number citation-label collection-title container-title container-title-short dimensions
  division DOI event event-place genre ISAN ISBN ISCI ISMN ISRC ISSN ISWC jurisdiction keyword medium note
  original-publisher original-publisher-place original-title part-title PMCID PMID publisher publisher-place references
  reviewed-title scale section source status title title-short translated-title translated-title-short URL version
  year-suffix`

const NUMBERS = `chapter-number citation-number collection-number edition first-reference-note-number issue locator
  number number-of-pages number-of-volumes page page-first part printing supplement volume`

const words = (text: string) => text.split(/\s+/)
const each = (text: string, schema: object) => Object.fromEntries(words(text).map(name => [name, schema]))
const string = { type: 'string' }
const stringOrNumber = { type: ['string', 'number'] }
const flag = { type: ['string', 'number', 'boolean'] }

const name = {
  type: 'object',
  properties: {
    ...each('family given dropping-particle non-dropping-particle suffix literal', string),
    ...each('comma-suffix static-ordering parse-names', flag),
  },
  additionalProperties: false,
}

const date = {
  type: 'object',
  properties: {
    'date-parts': {
      type: 'array',
      minItems: 1,
      maxItems: 2,
      items: { type: 'array', minItems: 1, maxItems: 3, items: stringOrNumber },
    },
    season: stringOrNumber,
    circa: flag,
    ...each('literal raw edtf', string),
  },
  additionalProperties: false,
}

/** A JSON Schema for arrays of items of CSL-JSON. Stricter than the published one: dates are objects. */
export const CSL_DATA_SCHEMA = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      type: { enum: words(TYPES) },
      id: stringOrNumber,
      categories: { type: 'array', items: string },
      custom: { type: 'object' },
      ...each(NAMES, { type: 'array', items: name }),
      ...each(DATES, date),
      ...each(TEXTS, string),
      ...each(NUMBERS, stringOrNumber),
    },
    required: ['type', 'id'],
    additionalProperties: false,
  },
}
