import type { Reporter } from '../report.ts'
import { concise } from './concise.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { ndjson } from './ndjson.ts'
import { pretty } from './pretty.ts'
import { sarif } from './sarif.ts'

/** Every form in which findings are told: the default first, then those for people, then those for programs. */
export const REPORTERS: readonly Reporter[] = [pretty, concise, json, ndjson, github, gitlab, sarif, junit]
