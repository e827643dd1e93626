// What `fitValue` holds values against: the schemas, as forms that need no compiler and little code.

/** What of JSON Schema forms can say. Any other word in a schema has to be taught to them, and to `fitValue`. */
const KNOWN = [
  ...['$schema', '$id', '$ref', '$defs', 'type', 'enum', 'pattern', 'minLength', 'minimum', 'maximum'],
  ...['items', 'minItems', 'properties', 'additionalProperties', 'propertyNames', 'required', 'anyOf'],
  'minProperties',
]

/**
 * The code of an object with the form of each schema.
 * @param {readonly (readonly [name: string, schema: any])[]} schemas without what explains them to people
 */
export function formsCode(schemas) {
  const shared = schemas.flatMap(([name, schema]) =>
    Object.entries(schema.$defs ?? {}).map(([of, node]) => ({
      name: sharedName(name, of),
      code: formCode(node, name),
    })),
  )
  const roots = schemas.map(([name, schema]) => `${name}: ${formCode(schema, name)}`)
  // Some refer to others; none of those refers to one more.
  const refers = ({ code = '' }) => Number(code.includes('form_'))
  const lines = shared
    .sort((a, b) => refers(a) - refers(b))
    .map(({ name, code }) => `const ${name} = ${code}\n`)
  return `${lines.join('')}exports.forms = { ${roots.join(', ')} }\n`
}

/** @param {string} schemaName @param {string} name */
function sharedName(schemaName, name) {
  return `form_${schemaName}_${name}`
}

/**
 * @param {any} node
 * @param {string} name of the schema that it is in
 * @returns {string}
 */
function formCode(node, name) {
  const unknown = Object.keys(node).filter(word => !KNOWN.includes(word))
  if (unknown.length > 0) throw new Error(`src/build/forms.js does not know ${unknown} of the ${name} schema`)
  if (node.$ref) return sharedName(name, node.$ref.replace('#/$defs/', ''))
  const types = node.enum ? ['string'] : [node.type].flat()
  const scalar = types.includes('string') ? 'string' : types.find(type => !['array', 'object'].includes(type))
  // All have the same keys in the same order, so that V8 has to know only one kind of each.
  return code({
    text: scalar && textCode(node, scalar),
    list: types.includes('array') && listCode(node, name),
    map: types.includes('object') && mapCode(node, name),
  })
}

/** @param {any} node @param {string} type */
function textCode({ pattern, enum: words, minLength = 0, minimum, maximum }, type) {
  refuseCount(minLength)
  return code({
    type: JSON.stringify(type),
    isFilled: String(minLength === 1),
    pattern: pattern && patternCode(pattern),
    words: words && `new Set(${JSON.stringify(words)})`,
    minimum: String(minimum ?? -Infinity),
    maximum: String(maximum ?? Infinity),
  })
}

/** Forms know only whether there is anything. @param {number} least */
function refuseCount(least) {
  if (least > 1) throw new Error(`src/build/forms.js does not know how to ask for ${least}`)
}

/** @param {any} node @param {string} name */
function listCode({ items, minItems = 0 }, name) {
  refuseCount(minItems)
  return code({ items: items && formCode(items, name), isFilled: String(minItems > 0) })
}

/** @param {any} node @param {string} name */
function mapCode({ properties = {}, additionalProperties: others, ...node }, name) {
  const { required = [], anyOf = [], minProperties = 0, propertyNames: { pattern } = {} } = node
  refuseCount(minProperties)
  const keys = Object.entries(properties).map(([key, value]) => `["${key}", ${formCode(value, name)}]`)
  return code({
    keys: `new Map([${keys.join(', ')}])`,
    others: typeof others === 'object' && formCode(others, name),
    names: pattern && patternCode(pattern),
    required: JSON.stringify(required),
    anyOf: JSON.stringify(anyOf.flatMap(keysOfPart)),
    isFilled: String(minProperties > 0),
  })
}

/** The key that a part of an `anyOf` asks a mapping for; none for a part about texts. @param {any} part */
function keysOfPart(part) {
  const [word, value] = Object.entries(part)[0] ?? []
  const isAsked = word === 'required' && value.length === 1
  if (Object.keys(part).length !== 1 || !(isAsked || (word === 'type' && value === 'string')))
    throw new Error(`src/build/forms.js does not know an anyOf with ${JSON.stringify(part)}`)
  return isAsked ? value : []
}

/** ajv reads patterns so, too. @param {string} pattern */
function patternCode(pattern) {
  return String(new RegExp(pattern, 'u'))
}

/** @param {Record<string, string | false | undefined>} parts */
function code(parts) {
  return `{ ${Object.entries(parts)
    .map(([key, part]) => `${key}: ${part || 'undefined'}`)
    .join(', ')} }`
}
