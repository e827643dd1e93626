// The packages that cost too much to load in every run, loaded when first needed: `string-width` builds a
// segmenter and an expression of all emoji (27 ms), `chalk` looks at the terminal (2 ms). `require` because
// nothing else loads at once both from source and from the bundle, where esbuild turns it into a lazy call.

/**
 * @param {string} text
 * @returns {number} the columns of any text at all
 */
exports.slowTextWidth = text => require('string-width').default(text, { countAnsiEscapeCodes: true })

/**
 * @param {1 | 2 | 3} level
 * @returns {import('chalk').ChalkInstance} a painter for 16, 256 or 16 million colours
 */
exports.chalkOf = level => new (require('chalk').Chalk)({ level })
