// The generated parts of README.md and CONTRIBUTING.md: between `<!-- name -->` and `<!-- /name -->`.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import vm from 'node:vm'
import { build } from 'esbuild'
import { ALLOWED_IMPORTS } from './allowed-imports.js'
import { code, table, withInline, withParts } from './markdown-parts.js'

const root = new URL('../../', import.meta.url)

/** README.md with its tables brought up to date. */
export async function readmeText() {
  const data = await loadData()
  const parts = {
    'card-fields': cardFields(),
    commands: table(
      ['command', 'does'],
      data.commands.map(({ name, summary }) => [`\`cards ${name}\``, summary]),
    ),
    columns: table(
      ['column', 'holds'],
      data.columns.map(({ name, description }) => [`\`${name}\``, description]),
    ),
    'query-fields': `${queryFields(data)}\n\n${fieldKinds(data)}`,
    ratings: table(
      ['rating', 'means'],
      data.ratings.map(({ rating, label, meaning }) => [`${'★'.repeat(rating)} ${rating} ${label}`, meaning]),
    ),
    rules: table(
      ['rule', '', 'reports'],
      data.rules.map(({ id, severity, fixes, summary }) => [
        `\`${id}\``,
        `${SEVERITIES[severity]}${fixLetters(fixes)}`,
        summary,
      ]),
    ),
    reporters: table(
      ['format', 'is for'],
      data.reporters.map(({ name, summary }) => [`\`${name}\``, summary]),
    ),
    trust: trust(data),
    exporters: exporters(data),
    'export-fields': exportFields(data),
    ...Object.fromEntries(data.mappings.map(({ name, mapping }) => [name, mappingTable(mapping)])),
  }
  return withParts(
    withInline(
      readFileSync(new URL('README.md', root), 'utf8'),
      'tracking',
      data.tracking.map(name => `\`${name}\``).join(', '),
    ),
    parts,
  )
}

const SEVERITIES = { error: 'E', warning: 'W', info: 'I', off: '–' }

/** @param {string} fixes */
function fixLetters(fixes) {
  return `${/\bsafe\b/.test(fixes) ? ' S' : ''}${/\bunsafe\b/.test(fixes) ? ' U' : ''}`
}

/** CONTRIBUTING.md with its map brought up to date. */
export function contributingText() {
  const rows = Object.entries(ALLOWED_IMPORTS).map(([folder, [what, others]]) => [
    `\`${folder}\``,
    what,
    others.map(other => `\`${other}\``).join(' ') || '—',
  ])
  return withParts(readFileSync(new URL('CONTRIBUTING.md', root), 'utf8'), {
    map: table(['in `src/`', 'what', 'may import'], rows),
  })
}

/** @returns {Promise<typeof import('./readme-data.ts').readmeData>} */
async function loadData() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./readme-data.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    logLevel: 'warning',
  })
  const module = { exports: /** @type {any} */ ({}) }
  const wrapped = `(function (module, exports, require) {${outputFiles[0]?.text}\n})`
  vm.runInThisContext(wrapped)(module, module.exports, createRequire(import.meta.url))
  return module.exports.readmeData
}

function cardFields() {
  const { properties, required } = JSON.parse(readFileSync(new URL('schemas/card.schema.json', root), 'utf8'))
  const rows = Object.entries(properties).map(([name, { description }]) => [
    `\`${name}\`${required.includes(name) ? ' (required)' : ''}`,
    description,
  ])
  return table(['field', 'holds'], rows)
}

/** @param {typeof import('./readme-data.ts').readmeData} data */
function queryFields({ queryFields }) {
  return table(
    ['field', 'asks for', 'for example', 'kind'],
    queryFields.map(({ name, aliases, description, example, kind }) => [
      [name, ...aliases].map(code).join(' '),
      description,
      code(example),
      kind,
    ]),
  )
}

/** @param {typeof import('./readme-data.ts').readmeData} data */
function fieldKinds({ fieldKinds }) {
  return table(['kind', 'matches'], Object.entries(fieldKinds))
}

/** @param {typeof import('./readme-data.ts').readmeData} data */
function trust({ trust }) {
  const fields = [...new Set(trust.map(({ field }) => field))]
  const rows = fields.map(field => [
    field === 'venueName' ? 'name of the venue' : code(field),
    trust.flatMap(row => (row.field === field ? row.sources.map(code) : [])).join(', '),
  ])
  return table(['field', 'from, the most trusted first'], rows)
}

/** @param {typeof import('./readme-data.ts').readmeData} data */
function exporters({ exporters }) {
  return table(
    ['format', 'files', 'is for', 'options of its own'],
    exporters.map(({ name, extension, description, options }) => [
      code(name),
      code(`.${extension}`),
      description,
      options.map(code).join(' '),
    ]),
  )
}

/**
 * Where each format puts each field, but for those of data, which have the names of the fields.
 * @param {typeof import('./readme-data.ts').readmeData} data
 */
function exportFields({ exporters, cardFields }) {
  const shown = exporters.filter(({ kind }) => kind !== 'data')
  // GitHub takes a bare `@type` for somebody's name.
  const cell = (where = '—') => (where.includes('@') ? code(where) : where)
  return table(
    ['field', ...shown.map(({ name }) => name)],
    cardFields.map(field => [code(field), ...shown.map(({ keeps }) => cell(keeps[field]))]),
  )
}

/** @param {readonly import('../import/importer.ts').FieldMapping[]} mapping */
function mappingTable(mapping) {
  return table(
    ['from', 'to', ''],
    mapping.map(({ from, to, note = '' }) => [code(from), code(to), note]),
  )
}
