// Writes what is derived from schemas/: TypeScript types, validators, and the type of each value.
// `--check` writes nothing and fails when a committed file is out of date.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import { compile } from 'json-schema-to-typescript'
import { formsCode } from './forms.js'
import { contributingText, readmeText } from './readme-tables.js'

const root = new URL('../../', import.meta.url)

/** The schemas that the program validates with, by the name of what they describe. */
const inputs = ['card', 'venues', 'pages', 'config']

/**
 * @param {string} name
 * @returns {any} the parsed schema
 */
const schemaOf = name => JSON.parse(readFileSync(new URL(`schemas/${name}.schema.json`, root), 'utf8'))

/** TypeScript for every input schema, with the descriptions as docstrings. */
export async function typesModule() {
  const parts = []
  for (const name of inputs) {
    const schema = stripped(schemaOf(name))
    schema.title = { card: 'CardFields', venues: 'VenueList', pages: 'PageList', config: 'ConfigFile' }[name]
    parts.push(
      await compile(schema, name, {
        bannerComment: '',
        additionalProperties: false,
        format: true,
        style: { singleQuote: true, semi: false, printWidth: 110 },
      }),
    )
  }
  const body = parts.join('\n').replaceAll(/^\[k: string\]: unknown$/gm, '')
  return `// Generated from schemas/ by \`npm run generate\`. Do not edit.\n\n${body}`
}

/**
 * A copy of a schema without what json-schema-to-typescript would turn into needless types: titles of inline
 * properties (each would become an alias), and `anyOf` of mere `required` (a union of equal shapes).
 * @param {any} node
 * @param {string} [key]
 * @returns {any}
 */
function stripped(node, key) {
  if (Array.isArray(node)) return node.map(item => stripped(item))
  if (node === null || typeof node !== 'object') return node
  const isNameTable = key === 'properties' || key === '$defs'
  /** @type {Record<string, unknown>} */
  const copy = {}
  for (const [name, value] of Object.entries(node)) {
    if (!isNameTable && (name === 'title' || name === 'anyOf' || name === 'examples' || name === '$id'))
      continue
    if (!isNameTable && name === 'minItems') continue
    copy[name] = stripped(value, name)
  }
  return copy
}

const MARK = '// Generated from schemas/ by `npm run generate`. Do not edit.\n'

/** CommonJS with the form of each schema, and `types`: of what type each value is. */
export function formsModule() {
  const schemas = inputs.map(name => /** @type {const} */ ([name, withoutWords(schemaOf(name))]))
  const types = Object.fromEntries(schemas.map(([name, schema]) => [name, valueType(schema, schema)]))
  return `${MARK}'use strict'\n${formsCode(schemas)}exports.types = ${JSON.stringify(types)}\n`
}

/**
 * CommonJS with one validator function a schema.
 * @param {{ allErrors: boolean }} options whether a validator tells all that is wrong, or stops at the first: then
 *   it is smaller, and starts faster. That is how others would do it, with whom the benchmark compares
 */
export function validatorsModule({ allErrors }) {
  const schemas = inputs.map(name => withoutWords(schemaOf(name)))
  const ajv = new Ajv2020({
    schemas,
    allErrors,
    messages: false,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    code: { source: true, lines: true },
  })
  const refs = Object.fromEntries(inputs.map((name, i) => [name, schemas[i].$id]))
  const whole = /** @type {any} */ (standalone)(ajv, refs)
  const code = allErrors ? whole : withoutErrors(whole)
  return `${MARK}${code}\n`
}

/**
 * Validators that only say whether a value fits: what they tell of an error is never looked at, and half of their
 * code. Each description of an error stands on a line of its own.
 * @param {string} code
 */
function withoutErrors(code) {
  return (
    code
      .replaceAll(/^validate\d+\.errors = \[\{instancePath.*\}\];$/gm, '')
      .replaceAll(/^(const err\d+ =) \{instancePath.*\};$/gm, '$1 null;')
      // A validator that another calls has no errors to hand over, which are only counted then.
      .replaceAll(
        /^vErrors = vErrors === null \? validate\d+\.errors .*;\nerrors = vErrors\.length;$/gm,
        'errors++;',
      )
      // That a text is not empty is seen without counting its characters.
      .replaceAll(/\bfunc\d+\((data\d*)\) < 1\b/g, '$1.length < 1')
      .replace(
        /^const (func\d+) = require\("ajv\/dist\/runtime\/ucs2length"\)\.default;\n(?![\s\S]*\b\1\b)/m,
        '',
      )
  )
}

/**
 * A schema without what explains it to people, which a validator would carry along.
 * @param {any} node
 * @param {string} [key]
 * @returns {any}
 */
function withoutWords(node, key) {
  if (Array.isArray(node)) return node.map(item => withoutWords(item))
  if (node === null || typeof node !== 'object') return node
  const words = key === 'properties' || key === '$defs' ? [] : ['title', 'description', 'examples']
  const kept = Object.entries(node).filter(([name]) => !words.includes(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutWords(value, name)]))
}

/**
 * What a schema says of the types of its values, without forms and bounds.
 * @param {any} schema
 * @param {any} rootSchema
 * @returns {any} a `ValueType`
 */
function valueType(schema, rootSchema) {
  if (schema.$ref) return valueType(rootSchema.$defs[schema.$ref.replace('#/$defs/', '')], rootSchema)
  if (['integer', 'number', 'boolean'].includes(schema.type)) return schema.type
  if (schema.type === 'array') return { items: valueType(schema.items, rootSchema) }
  const { properties, required, additionalProperties: others } = schema
  if (properties === undefined && typeof others !== 'object') return 'string'
  const keys = Object.entries(properties ?? {}).map(([name, value]) => [name, valueType(value, rootSchema)])
  return {
    keys: Object.fromEntries(keys),
    ...(required === undefined ? {} : { required }),
    ...(typeof others === 'object' ? { others: valueType(others, rootSchema) } : {}),
  }
}

/** The version of package.json, which need not be bundled whole for it. */
function versionModule() {
  const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
  return `// Generated from package.json by \`npm run generate\`. Do not edit.\n\n/** The version of this program (Semantic Versioning). */\nexport const VERSION = '${version}'\n`
}

/**
 * What is generated, by path: its text, and whether it is committed. In this order: the tables of the README draw on
 * code that needs the validators.
 */
async function* outputs() {
  yield { path: 'src/model/schema-types.generated.ts', text: await typesModule(), committed: true }
  yield { path: 'src/cli/version.generated.ts', text: versionModule(), committed: true }
  yield { path: 'src/load/forms.generated.cjs', text: formsModule(), committed: false }
  const allErrors = validatorsModule({ allErrors: true })
  yield { path: 'src/load/all-errors.generated.cjs', text: allErrors, committed: false }
  yield { path: 'README.md', text: await readmeText(), committed: true }
  yield { path: 'CONTRIBUTING.md', text: contributingText(), committed: true }
}

/**
 * Brings every generated file up to date, or with `check` only tells which committed ones are not.
 * @param {{ check: boolean }} options
 * @returns {Promise<string[]>} the paths that were (or would be) changed
 */
export async function generate({ check }) {
  const changed = []
  for await (const { path, text, committed } of outputs()) {
    if (check && !committed) continue
    const file = new URL(path, root)
    if (readIfThere(file) === text) continue
    changed.push(path)
    if (!check) writeFileSync(file, text)
  }
  return changed
}

/** @param {URL} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check')
  const changed = await generate({ check })
  for (const path of changed)
    console.log(check ? `${path} is out of date: run npm run generate` : `wrote ${path}`)
  if (check && changed.length > 0) process.exitCode = 1
}
