// A name for what the program is made of.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A hash of all that the program is built from: between two releases the version stays the same, but what it makes of
 * a card may not, and what one build has kept of a library is not for another.
 * @param {string} root of the project
 */
export function buildId(root) {
  const hash = createHash('sha256')
  for (const folder of ['src', 'schemas']) {
    const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort()
    for (const name of names) {
      const path = join(root, folder, name)
      if (statSync(path).isFile()) hash.update(`${name}\0`).update(readFileSync(path)).update('\0')
    }
  }
  return hash
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
    .slice(0, 16)
}
