// js-yaml, loaded when a file first needs it: most are read without. `require`, as nothing else loads at once and
// late both from source and from the bundle, where esbuild turns it into a lazy call.

/**
 * @param {string} text
 * @param {import('js-yaml').LoadOptions & { maxDepth: number }} options
 * @returns {unknown} the text's value by YAML's failsafe schema
 */
exports.loadFailsafe = (text, options) => {
  const { load, FAILSAFE_SCHEMA } = require('js-yaml')
  return load(text, { ...options, schema: FAILSAFE_SCHEMA })
}
