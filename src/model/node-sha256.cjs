// Node's own hash, loaded when it is first needed: see `sha256.ts`. `require`, as nothing else loads at once and late
// both from source and from the bundle.

/** @type {((text: string) => string) | undefined} */
let hashOf

/**
 * @param {string} text
 * @returns {string} its SHA-256 as hex digits
 */
exports.nodeSha256 = text => {
  hashOf ??= loaded()
  return hashOf(text)
}

/** @returns {(text: string) => string} */
function loaded() {
  const { createHash, hash } = require('node:crypto')
  // Node 20.12 and later have it: it takes a third of the time.
  if (hash !== undefined) return text => hash('sha256', text, 'hex')
  return text => createHash('sha256').update(text).digest('hex')
}
