// A peer: all cards of a directory read with js-yaml and checked against the schema alone, by the validator that is
// compiled when we are built. Bundled by the benchmark. Fails when a card is not valid.
import { readdirSync, readFileSync } from 'node:fs'
import { FAILSAFE_SCHEMA, load } from 'js-yaml'
// @ts-expect-error: made for the bundle
import validators from 'validators'

const directory = String(process.argv[2])
const registries = new Set(['venues.yaml', 'pages.yaml'])
for (const name of readdirSync(directory)) {
  if (registries.has(name)) continue
  const card = load(readFileSync(`${directory}/${name}`, 'utf8'), { schema: FAILSAFE_SCHEMA })
  if (!validators.card(card)) throw new Error(`${name} is not a card`)
}
