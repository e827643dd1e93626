import { parseName } from './author.ts'

/** Words of organisations and departments, which no person's name has. */
const NO_NAMES = new Set(
  `academy administration advisory affairs agency ai alliance american analytics association authority
  board british bureau business capital center centre chinese city co college commission committee commons
  communication communications community company conference consulting corp council culture data defence
  defense department development digital economic economics economy editorial editors education electric
  embassy endowment energy engineering environment environmental european executive faculty family federal
  finance financial fund general global gmbh health house human humanities inc industrial industry
  information innovation institute insurance intelligence international journal justice labor labour law
  learning library llc llp ltd machine magazine management media medical medicine ministry museum national
  networks news office open parliament partners plc policy political politics press products public
  research review safety school science sciences security senate service services social society software
  standards state states statistics strategic strategy studies systems team technical technologies
  technology the times trade transport treasury trust united university welfare world`.split(/\s+/),
)

/**
 * Whether a text surely reads as the full name of one person: two to five words that start with capitals, but for
 * particles, and none that an organisation's name would have.
 */
export function isPersonName(text: string): boolean {
  const { given, family } = parseName(text)
  const words = text.split(/[ ,]+/)
  return (
    given !== undefined &&
    family !== undefined &&
    words.length <= 5 &&
    !/[\d/:;"“”()[\]&@|]/.test(text) &&
    /^\p{Lu}/u.test(given) &&
    /^\p{Lu}/u.test(family) &&
    !words.some(word => NO_NAMES.has(word.toLowerCase()))
  )
}
